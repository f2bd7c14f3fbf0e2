"""What is typed is kept as it is typed, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.drafts.actions import discard_draft, save_draft
from app.drafts.queries import all_drafts, draft
from app.drafts.rules import Drafted
from app.errors import Unavailable
from ui.drafts import draft_keeper
from ui.drafts.draft_keeper import DraftKeeper
from ui.widgets.fields import TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

WHO = "Anna Beispiel"


def form_with_note(qtbot: QtBot, note: str = "") -> Form:
    form = Form()
    field = TextField()
    field.set_value(note)
    form.add("note", "Note", field)
    form.add("other", "Other", TextField())
    qtbot.addWidget(form)
    form.show()
    return form


def note_of(form: Form) -> TextField:
    field = form.field("note").input
    assert isinstance(field, TextField)
    return field


def keeper_of(desk: Desk, form: Form) -> DraftKeeper:
    keeper = DraftKeeper(desk, form, "visit_record", "7", "Erna Krüger", form)
    keeper.begin()
    return keeper


def kept(office: Office) -> dict[str, str] | None:
    found = office.ask(draft, "visit_record", "7", WHO)
    return None if found is None else dict(found.texts)


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_keeper, "QUIET_MS", 1)
    monkeypatch.setattr(draft_keeper, "AT_LATEST_MS", 5)


@pytest.mark.usefixtures("_at_once")
def test_what_is_typed_is_saved_by_itself_and_said_so(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    with qtbot.waitSignal(keeper.state_changed, check_params_cb=lambda state: state == "saved"):
        note_of(form).setText("Brought the paper")
    # Whether an empty field is kept depends on whether older drafts were looked for already.
    typed = {name: text for name, text in (kept(office) or {}).items() if text}
    assert typed == {"note": "Brought the paper"}
    assert keeper.saved.text() == "Saved at 10:00"
    assert office.ask(all_drafts, WHO)[0].title == "Erna Krüger"


def test_a_draft_waits_for_a_pause_but_not_forever() -> None:
    assert draft_keeper.QUIET_MS == 2000
    assert draft_keeper.AT_LATEST_MS == 5000


def test_typing_on_does_not_put_the_save_off_for_ever(qtbot: QtBot, desk: Desk) -> None:
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    note_of(form).setText("a")
    assert keeper._quiet.isActive()
    assert keeper._at_latest.isActive()
    started = keeper._at_latest.remainingTime()
    note_of(form).setText("ab")
    assert keeper._at_latest.remainingTime() <= started


def test_a_flush_saves_at_once(qtbot: QtBot, desk: Desk, office: Office) -> None:
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    qtbot.waitUntil(lambda: keeper._has_looked)
    note_of(form).setText("Before the lock")
    keeper.flush()
    qtbot.waitUntil(lambda: kept(office) == {"note": "Before the lock", "other": ""})


def test_a_draft_comes_back_after_a_crash_with_its_time(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office.act(save_draft, Drafted("visit_record", "7", {"note": "Half a sent"}))
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    qtbot.waitUntil(lambda: note_of(form).value() == "Half a sent")
    banner = keeper.notice._banner
    assert banner is not None
    assert banner.accessibleName() == "Restored from 10:00."


def test_a_discarded_draft_is_gone_and_can_be_had_back_at_once(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office.act(save_draft, Drafted("visit_record", "7", {"note": "Half a sent"}))
    form = form_with_note(qtbot, "As planned")
    keeper = keeper_of(desk, form)
    qtbot.waitUntil(lambda: note_of(form).value() == "Half a sent")
    keeper.notice.discard_wanted.emit()
    assert note_of(form).value() == "As planned"
    qtbot.waitUntil(lambda: kept(office) is None)
    keeper.notice._on_undo()
    assert note_of(form).value() == "Half a sent"
    qtbot.waitUntil(lambda: kept(office) == {"note": "Half a sent", "other": ""})


def test_what_was_typed_before_the_draft_came_is_not_overwritten(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office.act(save_draft, Drafted("visit_record", "7", {"note": "Old", "other": "Old too"}))
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    note_of(form).setText("New")
    qtbot.waitUntil(lambda: keeper._has_looked)
    assert form.texts() == {"note": "New", "other": "Old too"}


def test_what_was_typed_before_the_draft_came_is_kept_with_it(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office.act(save_draft, Drafted("visit_record", "7", {"note": "Old", "other": "Old too"}))
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    note_of(form).setText("New")
    qtbot.waitUntil(lambda: keeper._has_looked)
    keeper.flush()
    qtbot.waitUntil(lambda: kept(office) == {"note": "New", "other": "Old too"})


@pytest.mark.parametrize("older", [{}, {"note": "Old", "other": "Old too"}])
def test_what_was_typed_is_kept_when_the_form_goes_before_the_draft_comes(
    qtbot: QtBot, desk: Desk, office: Office, older: dict[str, str]
) -> None:
    if older:
        office.act(save_draft, Drafted("visit_record", "7", older))
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    note_of(form).setText("New")
    keeper.flush()
    keeper.deleteLater()
    qtbot.waitUntil(lambda: (kept(office) or {}) == {**older, "note": "New"})


def test_what_was_just_typed_is_not_announced_as_an_older_draft(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    note_of(form).setText("New")
    keeper.flush()
    keeper.flush()
    qtbot.waitUntil(lambda: kept(office) is not None and keeper._has_looked)
    assert keeper.notice.isHidden()


def test_a_form_that_is_as_it_was_filled_leaves_no_draft(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    form = form_with_note(qtbot, "As planned")
    keeper = keeper_of(desk, form)
    qtbot.waitUntil(lambda: keeper._has_looked)
    note_of(form).setText("Something else")
    keeper.flush()
    qtbot.waitUntil(lambda: kept(office) is not None)
    note_of(form).setText("As planned")
    keeper.flush()
    qtbot.waitUntil(lambda: kept(office) is None)


def test_nothing_is_saved_while_the_form_itself_is_being_saved(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    qtbot.waitUntil(lambda: keeper._has_looked)
    keeper.hold()
    note_of(form).setText("On its way")
    keeper.flush()
    assert kept(office) is None
    keeper.go_on()
    keeper.flush()
    qtbot.waitUntil(lambda: kept(office) is not None)


def test_a_draft_that_cannot_be_saved_is_said_plainly_and_nothing_typed_is_lost(
    qtbot: QtBot, desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        message = "The disk is full. Nothing was saved."
        raise Unavailable(message, "Free some space and try again.")

    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    qtbot.waitUntil(lambda: keeper._has_looked)
    with monkeypatch.context() as broken:
        broken.setattr(office, "act", full)
        note_of(form).setText("Precious")
        keeper.flush()
        qtbot.waitUntil(lambda: keeper.notice._banner is not None)
    banner = keeper.notice._banner
    assert banner is not None
    assert "The disk is full" in banner.accessibleName()
    assert keeper.saved.text() == "Not saved"
    assert note_of(form).value() == "Precious"
    assert keeper._at_latest.isActive()
    keeper.flush()
    qtbot.waitUntil(lambda: keeper.notice._banner is None)
    assert kept(office) == {"note": "Precious", "other": ""}


def test_a_saved_form_says_nothing_any_more(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office.act(save_draft, Drafted("visit_record", "7", {"note": "Half a sent"}))
    form = form_with_note(qtbot)
    keeper = keeper_of(desk, form)
    qtbot.waitUntil(lambda: note_of(form).value() == "Half a sent")
    keeper.finish()
    office.act(discard_draft, "visit_record", "7")
    note_of(form).setText("")
    keeper.flush()
    assert keeper.notice._banner is None
    assert keeper.saved.text() == ""
    assert kept(office) is None
