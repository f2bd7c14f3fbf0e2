"""Files that were chosen for a note wait in the office until the note is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.drafts.queries import all_drafts
from app.journal.actions import NOTE_FORM
from app.journal.actions.waiting import keep_file
from app.journal.queries import journal_of
from app.journal.queries.waiting import waiting_files
from tests.factories import files
from tests.factories.clients import add_client
from tests.ui.widgets.hands import bring_forward, click
from ui.clients.clients_page import ClientsPage
from ui.journal.note_composer import NoteComposer
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ClientsPage:
    """The page in a wide window that has the keyboard."""
    page = ClientsPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.refresh()
    return page


def begin_note(qtbot: QtBot, page: ClientsPage, client_id: UUID) -> NoteComposer:
    """Go to the note about a client, wait for its draft and answer the field."""
    page.show_place(Place("clients", client_id, "note"))
    qtbot.waitUntil(lambda: page.panel.card.card is not None)
    qtbot.waitUntil(lambda: page.panel.card.card.id == client_id)  # type: ignore[union-attr]  # it is there
    composer = page.panel.card.notes.composer
    qtbot.waitUntil(composer.text.hasFocus)
    qtbot.waitUntil(lambda: composer.keeper is not None and composer.keeper._has_looked)
    return composer


def test_files_that_were_chosen_hang_on_the_note_once_it_is_saved(
    qtbot: QtBot, office: Office, page: ClientsPage, tmp_path: Path
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    (tmp_path / "letter.pdf").write_bytes(files.PDF)
    (tmp_path / "bill.pdf").write_bytes(b"MZ")
    composer = begin_note(qtbot, page, erna)
    composer.toggle_details()
    composer.files.add(tmp_path / "letter.pdf")
    qtbot.waitUntil(lambda: composer.files.summary() == "1 file")
    composer.files.add(tmp_path / "bill.pdf")
    qtbot.waitUntil(lambda: "program" in composer.files._problem.text())
    begin_note(qtbot, page, per)
    assert composer.files.summary() == ""
    begin_note(qtbot, page, erna)
    assert composer.files.summary() == "1 file"
    composer.text.set_value("With a letter")
    composer.save()
    qtbot.waitUntil(lambda: [n.attachments for n in office.ask(journal_of, erna)] == [1])
    qtbot.waitUntil(lambda: composer.files.summary() == "")


def test_files_that_were_chosen_survive_a_crash_inside_the_office(
    qtbot: QtBot, office: Office, desk: Desk, page: ClientsPage, tmp_path: Path
) -> None:
    erna = add_client(office)
    chosen = tmp_path / "letter.pdf"
    chosen.write_bytes(files.PDF)
    composer = begin_note(qtbot, page, erna)
    composer.toggle_details()
    composer.files.add(chosen)
    qtbot.waitUntil(lambda: len(office.ask(waiting_files, str(erna), office.who)) == 1)
    chosen.unlink()
    (draft_row,) = office.ask(all_drafts, office.who)
    assert (draft_row.form, draft_row.subject, draft_row.title) == (
        NOTE_FORM,
        str(erna),
        "Erna Krüger",
    )

    again = NoteComposer(desk)
    qtbot.addWidget(again)
    again.begin(erna, "Erna Krüger")
    qtbot.waitUntil(lambda: again.files.summary() == "1 file")
    again.text.set_value("With a letter")
    again.save()
    qtbot.waitUntil(lambda: [n.attachments for n in office.ask(journal_of, erna)] == [1])
    assert office.ask(waiting_files, str(erna), office.who) == ()
    assert office.ask(all_drafts, office.who) == ()


def test_a_file_is_taken_off_a_note_that_is_not_saved(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    office.act(keep_file, str(erna), "Erna Krüger", "letter.pdf", files.PDF)
    composer = begin_note(qtbot, page, erna)
    qtbot.waitUntil(lambda: composer.files.summary() == "1 file")
    composer.toggle_details()
    click(composer.files, "Take letter.pdf off")
    qtbot.waitUntil(lambda: office.ask(waiting_files, str(erna), office.who) == ())
