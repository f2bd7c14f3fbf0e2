"""Notes are written, kept as drafts, taken back, corrected and followed up by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from app.drafts.actions import save_draft
from app.drafts.queries import all_drafts, draft
from app.drafts.rules import Drafted
from app.journal.actions import (
    CORRECTION_FORM,
    NOTE_FORM,
    close_follow_up,
    correct_note,
    write_note,
)
from app.journal.queries import journal_of, note_versions
from app.journal.rules import Access, NoteEntry
from app.office import Office
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.ui.drafts.merging import comparison
from tests.ui.widgets.hands import bring_forward, click
from ui.clients.clients_page import ClientsPage
from ui.journal.correction_view import CorrectionView
from ui.journal.note_composer import NoteComposer
from ui.journal.versions_view import VersionsView
from ui.widgets.page import Place
from ui.widgets.question import Question

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Engine

    from app.journal.queries import NoteRow
    from ui.desk import Desk
    from ui.journal.journal_tab import JournalTab

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ClientsPage:
    """The page in a wide window that has the keyboard."""
    page = ClientsPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.refresh()
    return page


def shown_card(qtbot: QtBot, page: ClientsPage, client_id: UUID) -> None:
    """Wait until a client's card is shown."""
    card = page.panel.card
    qtbot.waitUntil(lambda: page.panel.currentWidget() is card)
    qtbot.waitUntil(lambda: card.card is not None and card.card.id == client_id)


def write(office: Office, person: UUID, text: str = "Called", **facts: object) -> NoteRow:
    """Write a note and answer it."""
    office.act(write_note, uuid4(), NoteEntry(people=(person,), text=text, **facts))  # type: ignore[arg-type]  # facts of a test
    return next(note for note in office.ask(journal_of, person) if note.text == text)


def opened(qtbot: QtBot, page: ClientsPage, client_id: UUID, count: int = 1) -> JournalTab:
    """Open the journal of a person and wait for its notes."""
    page.show_place(Place("clients", client_id, "note"))
    shown_card(qtbot, page, client_id)
    tab = page.panel.card.notes
    page.refresh()
    qtbot.waitUntil(lambda: len(tab.view.notes()) == count)
    return tab


def other_office(engine: Engine) -> Office:
    """Answer the same office as a colleague works in it."""
    return Office(engine, who="Bodil Jensen", clock=lambda: NOW)


def begin_note(qtbot: QtBot, page: ClientsPage, client_id: UUID) -> NoteComposer:
    """Go to the note about a client, wait for its draft and answer the field."""
    page.show_place(Place("clients", client_id, "note"))
    shown_card(qtbot, page, client_id)
    composer = page.panel.card.notes.composer
    qtbot.waitUntil(composer.text.hasFocus)
    qtbot.waitUntil(lambda: composer.keeper is not None and composer.keeper._has_looked)
    return composer


def test_a_note_is_written_with_control_enter_and_can_be_taken_back(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    composer = begin_note(qtbot, page, erna)
    qtbot.keyClicks(composer.text, "Called")
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(composer.text, Qt.Key.Key_Return, CONTROL)
    assert [note.text for note in office.ask(journal_of, erna)] == ["Called"]
    assert composer.text.value() == ""
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(lambda: composer.text.value() == "Called")
    assert office.ask(journal_of, erna) == ()


def test_what_is_typed_before_a_draft_was_looked_for_becomes_the_draft(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    composer = NoteComposer(desk)
    qtbot.addWidget(composer)
    composer.begin(erna, "Erna")
    composer.text.insertPlainText("C")
    qtbot.waitUntil(lambda: composer.keeper is not None and composer.keeper._has_looked)
    composer.flush()
    qtbot.waitUntil(lambda: bool(office.ask(all_drafts, office.who)))
    kept = office.ask(draft, NOTE_FORM, str(erna), office.who)
    assert kept is not None
    assert kept.texts == {"text": "C", "details": ""}


def test_a_note_taken_back_while_reading_about_someone_else_waits_as_a_draft(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    composer = begin_note(qtbot, page, erna)
    composer.text.set_value("About Erna")
    with qtbot.waitSignal(page.said) as said:
        composer.save()
    assert said.args is not None
    begin_note(qtbot, page, per)
    said.args[1]()
    qtbot.waitUntil(lambda: office.ask(journal_of, erna) == ())
    assert composer.text.value() == ""
    begin_note(qtbot, page, erna)
    qtbot.waitUntil(lambda: composer.text.value() == "About Erna")


def test_a_note_begun_stays_with_its_person(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    composer = begin_note(qtbot, page, erna)
    composer.text.set_value("About Erna")
    begin_note(qtbot, page, per)
    assert composer.text.value() == ""
    begin_note(qtbot, page, erna)
    qtbot.waitUntil(lambda: composer.text.value() == "About Erna")


def test_a_draft_that_comes_late_never_reaches_another_persons_note(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    office.act(save_draft, Drafted(NOTE_FORM, str(erna), {"text": "About Erna"}))
    composer = page.panel.card.notes.composer
    composer.begin(erna, "Erna")
    composer.keep_drafts()
    composer.begin(per, "Per")
    qtbot.waitUntil(lambda: composer.keeper is not None and composer.keeper._has_looked)
    assert composer.text.value() == ""


def test_a_refused_note_is_kept_and_says_why(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    composer = begin_note(qtbot, page, add_client(office))
    composer.text.set_value("a\x7fb")
    composer.save()
    qtbot.waitUntil(lambda: "U+007F" in composer.fields.form.field("text").problem())
    assert composer.text.value() == "a\x7fb"
    assert composer.save_button.isEnabled()


def test_someone_elses_note_appears_after_a_refresh(
    qtbot: QtBot, office: Office, engine: Engine, page: ClientsPage
) -> None:
    erna = add_client(office)
    page.show_place(Place("clients", erna, "note"))
    shown_card(qtbot, page, erna)
    write(other_office(engine), erna, "Seen at the market")
    page.refresh()
    qtbot.waitUntil(lambda: "Seen at the market" in page.panel.card.notes.view.toPlainText())
    assert "Bodil Jensen" in page.panel.card.notes.view.toPlainText()


def test_everything_about_a_note_is_said_by_keyboard(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    composer = begin_note(qtbot, page, erna)
    qtbot.keyClicks(composer.text, "Called")
    qtbot.keyClick(composer.text, Qt.Key.Key_D, CONTROL)
    details = composer.fields.details
    assert details is not None
    assert details.medium.hasFocus()
    qtbot.keyClicks(details.medium, "Phone")
    details.reached.set_value(value=True)
    qtbot.keyClicks(details.minutes, "1:30")
    details.topics._chips[next(iter(details.topics._chips))].setFocus()
    first = details.topics.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    details.follow_up.set_value(value=True)
    qtbot.keyClicks(details.follow_up_for, "Bodil Jensen")
    details.follow_up_due.set_value(date(2026, 12, 3))
    details.access.set_value(Access.RESTRICTED.value)
    assert "Phone call, reached, 90 minutes" in composer.fields.summary()
    qtbot.keyClick(details.minutes, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(office.ask(journal_of, erna)) == 1)
    (note,) = office.ask(journal_of, erna)
    assert (note.medium, note.reached, note.minutes) == ("phone", True, 90)
    assert note.topics == ("housing",)
    assert (note.access, note.follow_up) == ("restricted", "open")
    assert note.follow_up_for == "Bodil Jensen"
    qtbot.waitUntil(lambda: not composer.fields.are_details_shown())
    assert composer.fields.texts() == {"text": "", "details": ""}


def test_what_was_said_about_a_note_comes_back_with_its_draft(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    composer = begin_note(qtbot, page, erna)
    composer.text.set_value("About Erna")
    composer.toggle_details()
    assert composer.fields.details is not None
    composer.fields.details.medium.set_value("visit")
    begin_note(qtbot, page, per)
    assert composer.fields.texts() == {"text": "", "details": ""}
    begin_note(qtbot, page, erna)
    qtbot.waitUntil(lambda: composer.text.value() == "About Erna")
    assert composer.fields.summary() == "Home visit"


def test_a_wrong_detail_stands_beside_its_field(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    composer = begin_note(qtbot, page, add_client(office))
    composer.text.set_value("Called")
    composer.toggle_details()
    details = composer.fields.details
    assert details is not None
    details.day.set_value(date(2027, 1, 1))
    composer.save()
    field = details.form.field("happened_at")
    qtbot.waitUntil(lambda: "today or an earlier day" in field.problem())
    assert composer.text.value() == "Called"


def test_an_undone_note_brings_back_what_was_said_about_it(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    composer = begin_note(qtbot, page, erna)
    composer.text.set_value("Called")
    composer.toggle_details()
    assert composer.fields.details is not None
    composer.fields.details.minutes.set_value("5")
    with qtbot.waitSignal(page.said) as said:
        composer.save()
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(lambda: composer.text.value() == "Called")
    assert composer.fields.summary() == "5 minutes"


def test_a_note_is_corrected_with_a_reason_and_the_change_is_shown(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    write(office, erna, "She has two sons")
    tab = opened(qtbot, page, erna)
    click(tab, "Correct")
    sub = tab.sub
    assert isinstance(sub, CorrectionView)
    qtbot.waitUntil(lambda: sub.isEnabled() and sub.keeper._has_looked)
    sub.fields.text.set_value("She has two daughters")
    sub.reason.set_value("Misheard")
    sub.save()
    qtbot.waitUntil(lambda: tab.sub is None)
    page.refresh()
    qtbot.waitUntil(lambda: "two daughters" in tab.view.toPlainText())
    (version,) = office.ask(note_versions, tab.view.notes()[0].id)
    assert (version.text, version.reason) == ("She has two sons", "Misheard")
    click(tab, "Show what changed")
    shown = tab.sub
    assert isinstance(shown, VersionsView)
    qtbot.waitUntil(lambda: "Misheard" in shown.text.toPlainText())
    assert "Corrected by Anna Beispiel" in shown.text.toPlainText()
    qtbot.keyClick(shown.text, Qt.Key.Key_Escape)
    assert tab.sub is None


def test_a_correction_that_is_left_waits_as_a_draft(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    note = write(office, erna)
    tab = opened(qtbot, page, erna)
    page.show_place(Place("clients", erna, f"correct {note.id}"))
    qtbot.waitUntil(lambda: isinstance(tab.sub, CorrectionView))
    sub = tab.sub
    assert isinstance(sub, CorrectionView)
    qtbot.waitUntil(lambda: sub.isEnabled() and sub.keeper._has_looked)
    sub.fields.text.set_value("Half a correction")
    sub.leave()
    qtbot.waitUntil(lambda: bool(office.ask(all_drafts, office.who)))
    kept = office.ask(draft, CORRECTION_FORM, str(note.id), office.who)
    assert kept is not None
    assert kept.texts["text"] == "Half a correction"


def test_two_corrections_of_one_note_are_put_together_field_by_field(
    qtbot: QtBot, office: Office, engine: Engine, page: ClientsPage
) -> None:
    erna = add_client(office)
    note = write(office, erna, "She has two sons.")
    tab = opened(qtbot, page, erna)
    page.show_place(Place("clients", erna, f"correct {note.id}"))
    qtbot.waitUntil(lambda: isinstance(tab.sub, CorrectionView))
    sub = tab.sub
    assert isinstance(sub, CorrectionView)
    qtbot.waitUntil(lambda: sub.isEnabled() and sub.keeper._has_looked)
    theirs = NoteEntry((erna,), "She has two sons. Both live near.", topics=("housing",))
    other_office(engine).act(correct_note, note.id, note.version, theirs, "More is known")
    sub.fields.text.set_value("She has two sons. She drinks tea.")
    sub.reason.set_value("Forgotten")
    sub.save()
    dialog = comparison(qtbot, sub)
    asked = {choice.row.name: choice for choice in dialog.choices}
    assert set(asked) == {"text", "topics"}
    both = "She has two sons. Both live near.\nShe drinks tea."
    assert asked["text"].row.both == both
    dialog.verb_button.click()
    qtbot.waitUntil(lambda: tab.sub is None)
    (kept,) = office.ask(journal_of, erna)
    assert (kept.text, kept.topics) == (both, ("housing",))
    reasons = [each.reason for each in office.ask(note_versions, note.id)]
    assert reasons == ["Forgotten", "More is known"]


def test_the_author_is_told_of_a_closed_follow_up_until_they_have_seen_it(
    qtbot: QtBot, office: Office, engine: Engine, page: ClientsPage
) -> None:
    erna = add_client(office)
    note = write(office, erna, follow_up=True)
    other_office(engine).act(close_follow_up, note.id, note.version, "All is well")
    tab = opened(qtbot, page, erna)
    qtbot.waitUntil(tab.closings.isVisible)
    click(tab.closings, "I have seen it")
    qtbot.waitUntil(lambda: office.ask(journal_of, erna)[0].follow_up == "told")
    page.refresh()
    qtbot.waitUntil(lambda: not tab.closings.isVisible())


def test_a_follow_up_is_closed_with_its_result_and_opened_again_by_undo(
    qtbot: QtBot, office: Office, page: ClientsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    erna = add_client(office)
    write(office, erna, follow_up=True)
    tab = opened(qtbot, page, erna)
    assert "To be followed up" in tab.view.toPlainText()
    monkeypatch.setattr(Question, "ask_text", lambda *_args, **_more: "All is well")
    with qtbot.waitSignal(page.said) as said:
        click(tab, "Close the follow-up")
    page.refresh()
    qtbot.waitUntil(lambda: "All is well" in tab.view.toPlainText())
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(lambda: office.ask(journal_of, erna)[0].follow_up == "open")


def test_an_own_note_is_released_after_a_question(
    qtbot: QtBot, office: Office, page: ClientsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    erna = add_client(office)
    write(office, erna, access=Access.OWN)
    tab = opened(qtbot, page, erna)
    assert "Only me, until I release it" in tab.view.toPlainText()
    monkeypatch.setattr(Question, "confirm", lambda *_args, **_more: True)
    click(tab, "Release to the team")
    qtbot.waitUntil(lambda: office.ask(journal_of, erna)[0].access == Access.TEAM)


def test_only_what_is_possible_with_the_chosen_note_is_offered(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    write(office, erna, "plain")
    write(office, erna, "own", access=Access.OWN)
    tab = opened(qtbot, page, erna, 2)
    for note in tab.view.notes():
        tab.view.show_note(note.id)
        assert tab.bar.release_button.isHidden() == (note.text == "plain")
        assert tab.bar.close_button.isHidden()
        assert tab.bar.versions_button.isHidden()


def test_notes_are_stepped_through_by_keyboard(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    for at in range(3):
        write(office, erna, f"note {at}")
    tab = opened(qtbot, page, erna, 3)
    tab.view.setFocus()
    tab.view.moveCursor(QTextCursor.MoveOperation.Start)
    first = tab.view.current()
    qtbot.keyClick(tab.view, Qt.Key.Key_Down, CONTROL)
    second = tab.view.current()
    assert first is not None
    assert second is not None
    assert [first.id, second.id] == [note.id for note in tab.view.notes()[:2]]
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    assert tab.bar.correct_button.hasFocus()


def test_notes_out_of_sight_follow_and_nothing_moves(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    for at in range(60):
        write(office, erna, f"note {at}")
    view = opened(qtbot, page, add_client(office, given_name="Per"), 0).view
    page.show_place(Place("clients", erna))
    qtbot.waitUntil(lambda: "note 59" in view.toPlainText())
    assert len(view.notes()) < 60
    qtbot.waitUntil(lambda: "note 0" in view.toPlainText())
    assert view.verticalScrollBar().value() == 0
    view.verticalScrollBar().setValue(90)
    write(office, erna, "the newest")
    page.refresh()
    qtbot.waitUntil(lambda: len(view.notes()) == 61)
    assert view.verticalScrollBar().value() >= 90


def test_a_place_leads_to_a_note(qtbot: QtBot, office: Office, page: ClientsPage) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    notes = [write(office, erna, f"note {at} " + "long " * 100) for at in range(30)]
    opened(qtbot, page, per, 0)
    page.show_place(Place("clients", erna, f"journal {notes[3].id}"))
    tab = page.panel.card.notes
    qtbot.waitUntil(lambda: tab.view.current() is not None)
    qtbot.waitUntil(lambda: tab.view.current().id == notes[3].id)  # type: ignore[union-attr]  # one is chosen
    qtbot.waitUntil(tab.view.hasFocus)
