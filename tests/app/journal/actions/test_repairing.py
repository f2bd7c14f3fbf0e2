"""Requirements of the index of words in every copy of an office, and of making it anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.journal.actions.repairing import repair_words
from app.journal.queries import search_notes
from app.journal.rules import Medium, NoteFilters
from db.backup import Order, make_backup
from db.folder import OfficeFolder
from db.keys import KeySet, Wrap, fingerprint
from db.restore import restored
from db.rotation import exchange_key
from db.word_index import drop_words, free_serials, words_out_of_step
from tests.app.journal.queries.conftest import any_engine, any_office
from tests.conftest import NOW
from tests.db.conftest import postgres_office, postgres_server, swift_server, with_tables
from tests.factories.clients import add_client
from tests.factories.journal import note_written
from tests.factories.offices import an_office, opened

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.admin.rules import CreatedOffice
    from app.office import Act, Office

__all__ = [
    "any_engine",
    "any_office",
    "postgres_office",
    "postgres_server",
    "swift_server",
    "with_tables",
]

NEW = bytes(range(32))


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office with thirty notes."""
    made = an_office(tmp_path / "office")
    office = opened(made)
    person = add_client(office)
    for number in range(30):
        note_written(office, person, text=f"Besuch {number} bei Müllers")
    office.close()
    return made


def found(made: CreatedOffice) -> int:
    """Answer how many notes are found in an office, one more written than before."""
    office = opened(made)
    try:
        assert office.ask(words_out_of_step) == 0
        note_written(office, add_client(office), text="Later: mueller")
        return len(office.ask(search_notes, "mull").hits)
    finally:
        office.close()


def test_notes_are_found_in_a_restored_backup(made: CreatedOffice) -> None:
    place = OfficeFolder(made.folder)
    file = make_backup(place, made.key, Order(NOW)).file
    restored(file, place, lambda _folder: made.key, NOW)
    assert found(made) == 31


def test_notes_are_found_under_a_new_key(made: CreatedOffice) -> None:
    place = OfficeFolder(made.folder)
    exchange_key(place, made.key, NEW, KeySet(fingerprint(NEW), Wrap("aa", "bb")))
    assert found(replace(made, key=NEW)) == 31


def _lose(act: Act, serial: int) -> None:
    drop_words(act.session.connection(), [serial])


def _free(connection: Connection, *wanted: int) -> list[int]:
    return free_serials(connection, wanted)


def test_an_index_that_lacks_notes_is_made_anew(any_office: Office) -> None:
    person = add_client(any_office)
    for text in ("Tee bei Erna", "Tee bei Karl"):
        note_written(any_office, person, text=text, medium=Medium.VISIT)
    assert any_office.act(repair_words).value == 0
    (lost, _kept) = any_office.ask(search_notes, "tee").hits
    any_office.act(_lose, lost.serial)
    assert len(any_office.ask(search_notes, "tee").hits) == 1
    done = any_office.act(repair_words)
    assert done.value == 1
    assert done.features == {"journal"}
    assert len(any_office.ask(search_notes, "tee", NoteFilters(medium="visit")).hits) == 2


def test_many_notes_of_one_second_get_numbers_of_their_own(any_office: Office) -> None:
    person = add_client(any_office)
    for _number in range(3):
        note_written(any_office, person)
    first = min(hit.serial for hit in any_office.ask(search_notes, "all").hits)
    wanted = [first, first, first + 2, first + 9, first + 9, first - 1]
    assert any_office.ask(_free, *wanted) == [
        first + 3, first + 4, first + 5, first + 9, first + 10, first - 1,
    ]  # fmt: skip
