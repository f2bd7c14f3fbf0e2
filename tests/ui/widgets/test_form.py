"""A form says what is wrong beside its field, keeps drafts and knows whether it is dirty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.errors import Problem
from tests.ui.widgets.hands import bring_forward
from ui.widgets.fields import CheckField, DateField, TextField
from ui.widgets.form import Form
from ui.widgets.form_field import FormField
from ui.widgets.labels import Label
from ui.widgets.problem_summary import ProblemSummary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def make_form(qtbot: QtBot) -> Form:
    form = Form()
    form.add("name", "Surname", TextField(), hint="As in the passport.")
    form.begin_row()
    form.add("day", "Day", DateField(), optional=True)
    form.end_row()
    form.add("alone", "Lives alone", CheckField("Lives alone"))
    qtbot.addWidget(form)
    form.show()
    return form


def test_every_input_gets_its_label_as_accessible_name(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    assert field_of(form, "name").accessibleName() == "Surname"
    assert field_of(form, "day").accessibleName() == "Day (optional)"
    assert field_of(form, "name").accessibleDescription() == "As in the passport."


def test_a_problem_stands_below_its_field_and_in_a_focused_summary(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    bring_forward(qtbot, form)
    form.show_problems([Problem("Write a {thing}.", "name", {"thing": "name"}), Problem("All.")])
    assert form.field("name").problem() == "Write a name."
    assert form.field("day").problem() == ""
    assert "Write a name." in field_of(form, "name").accessibleDescription()
    summary = form.findChild(ProblemSummary)
    assert summary is not None
    assert summary.isVisible()
    assert summary.hasFocus()
    assert "All." in [label.text() for label in summary.findChildren(Label)]


def test_what_no_field_can_put_right_stands_for_itself(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    form.show_problems([Problem("Your role does not allow this.")])
    summary = form.findChild(ProblemSummary)
    assert summary is not None
    assert [label.text() for label in summary.findChildren(Label)] == [
        "Your role does not allow this."
    ]
    assert summary.accessibleName() == "Your role does not allow this."


def test_a_line_of_the_summary_leads_to_its_field(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    form.show_problems([Problem("Missing.", "day")])
    summary = form.findChild(ProblemSummary)
    assert summary is not None
    line = summary.findChild(QPushButton)
    assert line is not None
    with qtbot.waitSignal(summary.field_wanted) as wanted:
        line.click()
    assert wanted.args == ["day"]


def test_a_problem_goes_when_its_field_is_changed(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    form.show_problems([Problem("Missing.", "name")])
    qtbot.keyClicks(field_of(form, "name"), "A")
    assert form.field("name").problem() == ""


def test_what_cannot_be_read_is_said_before_it_is_saved(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    form.field("day").input.restore_text("31.2.")
    assert not form.check()
    assert "31.2." in form.field("day").problem()
    form.field("day").input.restore_text("28.2.")
    assert form.check()


def test_a_text_that_is_too_long_says_so_while_it_is_typed(qtbot: QtBot) -> None:
    part = FormField("Name", TextField(max_length=2))
    qtbot.addWidget(part)
    part.input.restore_text("abc")
    assert "2" in part.problem()


def test_half_a_date_is_left_in_peace_while_it_is_typed(qtbot: QtBot) -> None:
    part = FormField("Day", DateField())
    qtbot.addWidget(part)
    part.input.restore_text("2")
    assert part.problem() == ""


def test_a_draft_comes_back_and_unknown_names_are_left_out(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    form.restore({"name": "Schäfer", "alone": "yes", "gone": "x"})
    assert form.texts() == {"name": "Schäfer", "day": "", "alone": "yes"}


def test_a_form_is_dirty_until_it_is_kept(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    assert not form.is_dirty()
    with qtbot.waitSignal(form.changed):
        form.restore({"name": "Schäfer"})
    assert form.is_dirty()
    form.keep()
    assert not form.is_dirty()


def test_a_click_on_the_label_goes_to_the_input(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    bring_forward(qtbot, form)
    label = next(part for part in form.findChildren(Label) if part.text() == "Surname")
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert field_of(form, "name").hasFocus()


def test_a_form_makes_no_window_of_its_own(qtbot: QtBot) -> None:
    form = make_form(qtbot)
    form.show_problems([Problem("Missing.", "name")])
    assert not [part for part in form.findChildren(Label) if part.isWindow()]


def field_of(form: Form, name: str) -> TextField:
    field = form.field(name).input
    assert isinstance(field, TextField | DateField | CheckField)
    return field  # type: ignore[return-value]  # any of them is a widget
