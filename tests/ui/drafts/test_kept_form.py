"""What every form with a draft has in common: saved once, kept when it is left, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.drafts.queries import all_drafts
from app.errors import Conflict, Problem, Refused
from tests.ui.drafts.merging import comparison
from tests.ui.widgets.hands import bring_forward
from ui.drafts.kept_form import KeptForm
from ui.widgets.fields import LongTextField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Act, Office
    from ui.desk import Desk, Pending

CONTROL = Qt.KeyboardModifier.ControlModifier
REFUSALS = {"no": Refused(Problem("Not this.", "text")), "late": Conflict(Problem("Changed."))}


def _save(_act: Act, text: str) -> str:
    if text in REFUSALS:
        raise REFUSALS[text]
    return text


class OneLine(KeptForm):
    """A form of one line."""

    def __init__(self, desk: Desk) -> None:
        """Begin empty."""
        super().__init__(desk)
        form = Form()
        self.line, self.other, self.note = TextField(), TextField(), LongTextField()
        self.note.set_value("Old.")
        form.add("text", "Text", self.line)
        form.add("other", "Other", self.other)
        form.add("note", "Note", self.note)
        self.sent: list[str] = []
        self.arrange(form, "One line", "Save line", "one_line", "", "One line")

    def send(self) -> Pending[str]:
        """Save the line."""
        self.sent.append(self.line.value())
        return self.desk.act(_save, self.line.value())

    def ask_newer(self) -> Pending[str]:
        """Answer what others wrote."""
        return self.desk.run(str, "theirs")

    def take(self, newer: str) -> None:
        """Show what others wrote."""
        self.line.set_value(newer)
        self.other.set_value(newer)
        self.note.set_value(f"Old. {newer}")


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> OneLine:
    """The form, with the keyboard; its draft was looked for."""
    form = OneLine(desk)
    qtbot.addWidget(form)
    bring_forward(qtbot, form)
    answered: list[str] = []
    desk.run(str).then(answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    return form


def test_a_form_is_saved_once_by_keyboard(qtbot: QtBot, form: OneLine) -> None:
    form.line.set_value("yes")
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form, "S", CONTROL)
        qtbot.keyClick(form, "S", CONTROL)
    assert saved.args == ["yes"]
    assert form.sent == ["yes"]


def test_what_the_rules_refuse_stands_beside_the_field(qtbot: QtBot, form: OneLine) -> None:
    form.line.set_value("no")
    form.save()
    qtbot.waitUntil(lambda: form.fields.field("text").problem() == "Not this.")
    assert form.line.value() == "no"
    assert form.ending.may_save()


def test_each_field_is_decided_on_and_nothing_is_overwritten_unseen(
    qtbot: QtBot, form: OneLine
) -> None:
    form.line.set_value("late")
    form.note.set_value("Old. And mine.")
    form.save()
    dialog = comparison(qtbot, form)
    asked = {choice.row.name: choice for choice in dialog.choices}
    assert set(asked) == {"text", "other", "note"}
    assert (asked["text"].text(), asked["other"].text()) == ("late", "theirs")
    assert asked["note"].text() == "Old. theirs\nAnd mine."
    dialog.reject()
    qtbot.waitUntil(lambda: form.merge_dialog is None)
    assert form.line.value() == "late"
    assert form.conflict.isVisible()
    # What others wrote is known now; saving shows it once more before anything is sent.
    form.save()
    dialog = comparison(qtbot, form)
    assert form.sent == ["late"]
    next(one for one in dialog.choices if one.row.name == "text").theirs.setChecked(True)
    with qtbot.waitSignal(form.saved):
        dialog.verb_button.click()
    assert form.sent == ["late", "theirs"]
    assert (form.other.value(), form.note.value()) == ("theirs", "Old. theirs\nAnd mine.")


def test_a_comparison_can_be_decided_by_keyboard(qtbot: QtBot, form: OneLine) -> None:
    form.line.set_value("late")
    form.save()
    dialog = comparison(qtbot, form)
    first = dialog.choices[0]
    qtbot.keyClick(first.mine, Qt.Key.Key_Down)
    assert first.theirs.isChecked()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(first.theirs, Qt.Key.Key_Return)
    assert form.sent == ["late", "theirs"]


def test_what_was_typed_is_kept_when_the_form_is_left(
    qtbot: QtBot, office: Office, form: OneLine
) -> None:
    form.line.set_value("Half")
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(office.ask(all_drafts, office.who)) == 1)


def test_a_closed_office_loses_nothing(qtbot: QtBot, desk: Desk, form: OneLine) -> None:
    form.line.set_value("yes")
    desk.close_office()
    form.save()
    qtbot.waitUntil(form.ending.may_save)
    assert form.line.value() == "yes"
