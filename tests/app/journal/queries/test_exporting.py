"""Requirements of found notes on their way out of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.journal.actions.writing import write_note
from app.journal.queries.exporting import notes_to_export
from app.journal.rules import NoteEntry
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office


def _write(office: Office, text: str, *people: UUID, access: str = "team") -> None:
    office.act(write_note, uuid4(), NoteEntry(people=people, text=text, access=access))


def test_found_notes_leave_with_everyone_whom_they_are_about(office: Office) -> None:
    erna, otto = add_client(office, given_name="Erna"), add_client(office, given_name="Otto")
    _write(office, "Kaffee getrunken", erna, otto)
    _write(office, "Nicht angetroffen", erna)

    found = office.ask(notes_to_export, "kaffee")

    assert [hit.text for hit in found.hits] == ["Kaffee getrunken"]
    assert list(found.others.values()) == [(otto,)]
    assert not found.is_cut


def test_a_note_that_may_not_be_read_does_not_leave(office: Office) -> None:
    erna = add_client(office, given_name="Erna")
    _write(office, "Kaffee für mich", erna, access="own")
    office.work_as("Berta")

    assert office.ask(notes_to_export, "kaffee").hits == ()


def test_a_long_list_is_cut_and_says_so(office: Office) -> None:
    erna = add_client(office, given_name="Erna")
    for number in range(3):
        _write(office, f"Kaffee {number}", erna)

    found = office.ask(notes_to_export, "kaffee", most=2)

    assert (len(found.hits), found.is_cut) == (2, True)
