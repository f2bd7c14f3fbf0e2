"""The canary: whatever notes there are, nobody is shown one that is not for them, nor a trace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.journal.actions import correct_note, write_note
from app.journal.queries import (
    closings_to_tell,
    count_notes,
    journal_of,
    note,
    note_versions,
    open_follow_ups,
    people_of_note,
    search_notes,
)
from app.journal.rules import Access, NoteEntry, NoteFilters
from app.office import Office
from db.access import Member, PersonAccess
from db.people import Person
from tests.conftest import NOW
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from app.office import Act

ROLES = {
    "Anna Beispiel": "administrator",
    "Bodil Jensen": "coordinator",
    "Clara Wolf": "volunteer",
    "David Amtmann": "dpo",
    "Eva Fremd": "",
}
"""Everyone who reads; Eva is not on the list of colleagues."""
READS_RESTRICTED = {"Anna Beispiel", "Bodil Jensen"}
WRITERS = ("Anna Beispiel", "Bodil Jensen", "Clara Wolf")


@dataclass(frozen=True)
class Written:
    """A note as the test wrote it: `about` are numbers of people, the last one is hidden."""

    author: str
    access: str
    about: tuple[int, ...]
    is_corrected: bool

    def is_for(self, reader: str, trusted: set[str]) -> bool:
        """Answer by the office's rules, not by the program's, who may read it."""
        if HIDDEN in self.about and reader not in trusted:
            return False
        if ROLES[reader] == "volunteer" and self.author != reader:
            # She visits nobody here, and reads only what is from her own time with somebody.
            return False
        by_role = self.access == "restricted" and reader in READS_RESTRICTED
        return self.access == "team" or self.author == reader or by_role


HIDDEN = 2
NOTES = st.lists(
    st.builds(
        Written,
        st.sampled_from(WRITERS),
        st.sampled_from([access.value for access in Access]),
        st.lists(st.integers(0, HIDDEN), min_size=1, max_size=3, unique=True).map(tuple),
        st.booleans(),
    ),
    max_size=5,
)


def _join(act: Act) -> None:
    for name, role in ROLES.items():
        if role:
            act.session.add(Member(name=name, role=role, since=act.now))


def _hide(act: Act, person_id: UUID, trusted: set[str]) -> None:
    act.session.get_one(Person, person_id).is_restricted = True
    for who in sorted(trusted):
        access = PersonAccess(
            person_id=person_id, who=who, valid_from=NOW, reason="case", granted_by="Anna Beispiel"
        )
        act.session.add(access)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes=NOTES, trusted=st.sets(st.sampled_from(sorted(ROLES)), max_size=3))
def test_nobody_is_shown_what_is_not_for_them(
    office: Office, engine: Engine, notes: list[Written], trusted: set[str]
) -> None:
    offices = {who: Office(engine, who=who, clock=lambda: NOW) for who in ROLES}
    people = [add_client(office, given_name=f"Person {number}") for number in range(HIDDEN + 1)]
    words = {uuid4(): written for written in notes}
    for note_id, written in words.items():
        _write(offices[written.author], note_id, written, people)
    if not office.ask(_members):
        office.act(_join)
    office.act(_hide, people[HIDDEN], trusted)
    for who, reader in offices.items():
        allowed = {key for key, written in words.items() if written.is_for(who, trusted)}
        _check_reader(reader, people, words, allowed)


def _members(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(Member)).scalar_one())


def _write(office: Office, note_id: UUID, written: Written, people: list[UUID]) -> None:
    """Write a note with words that no other has, and perhaps correct it."""
    about = tuple(people[number] for number in written.about)
    secret = note_id.hex
    entry = NoteEntry(about, f"canary first{secret}", access=written.access, follow_up=True)
    office.act(write_note, note_id, entry)
    if written.is_corrected:
        better = replace(entry, text=f"canary last{secret}")
        office.act(correct_note, note_id, 1, better)


def _check_reader(
    office: Office, people: list[UUID], words: dict[UUID, Written], allowed: set[UUID]
) -> None:
    """Ask everything that can be asked, and look for traces of what is not for the reader."""
    answers: list[object] = []
    for number, person in enumerate(people):
        rows = office.ask(journal_of, person)
        expected = {key for key in allowed if number in words[key].about}
        assert {row.id for row in rows} == expected
        assert office.ask(count_notes, person) == len(expected)
        answers += [rows, office.ask(search_notes, "canary", NoteFilters(person_id=person))]
    for note_id, written in words.items():
        secret = note_id.hex
        begin = "last" if written.is_corrected else "first"
        page = office.ask(search_notes, begin + secret[:20])
        assert {hit.id for hit in page.hits} == allowed & {note_id}
        assert (office.ask(note, note_id) is not None) == (note_id in allowed)
        answers += [page, office.ask(note_versions, note_id), office.ask(people_of_note, note_id)]
    answers += [
        office.ask(search_notes, "canary", limit=500),
        office.ask(search_notes, "", NoteFilters(since=NOW.date()), limit=500),
        *(office.ask(search_notes, "canary", NoteFilters(author=who)) for who in WRITERS),
        office.ask(open_follow_ups, of_all=True),
        office.ask(closings_to_tell),
    ]
    told = repr(answers)
    for note_id in words.keys() - allowed:
        assert note_id.hex not in told
        assert str(note_id) not in told
