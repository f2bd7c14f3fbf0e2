"""What every act on a note begins with: is it there, may this person, is it still the same?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.access.queries import my_rights
from app.access.rules import Right
from app.clients.contact import recount_contact
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me, is_readable_note
from db.journal import Note, NotePerson
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from app.office import Act

NOTE_IS_GONE = N_("This note is no longer there.")
UNKNOWN_PERSON = N_("This person is no longer in the office.")
NOT_YOUR_NOTE = N_("Only the person who wrote a note can do this.")
NOT_YOURS_TO_CHANGE = N_(
    "Only the person who wrote a note, or someone who may read restricted notes, can change it."
)

_READABLE = select(Note).where(
    Note.id == bindparam("note_id", type_=Note.id.type), is_readable_note()
)
_KNOWN = select(Person.id).where(
    Person.id.in_(bindparam("people", expanding=True, type_=Person.id.type)),
    is_known_to_me(Person.id),
)
_FURTHER = select(NotePerson).where(NotePerson.note_id == bindparam("note_id", type_=Note.id.type))


def readable_note(act: Act, note_id: UUID, version: int | None = None) -> Note:
    """Answer a note that the person at work may read.

    Raises `Refused` when it is gone or not for this person, `Conflict` when a `version` is
    given and the note has another.
    """
    found = act.session.scalar(_READABLE, {"note_id": note_id})
    if found is None:
        raise Refused(Problem(NOTE_IS_GONE))
    if version is not None and found.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return found


def need_author(act: Act, found: Note) -> None:
    """Go on only as the author of a note; raise `Refused` for anyone else."""
    if found.author != act.who:
        raise Refused(Problem(NOT_YOUR_NOTE))


def need_changeable(act: Act, found: Note) -> None:
    """Go on as the author, or as someone who may read restricted notes; else raise `Refused`.

    Whoever may read everything can put right what a colleague who has left wrote wrong. The
    first version stays, so nobody's words disappear.
    """
    if found.author == act.who:
        return
    if Right.READ_RESTRICTED not in my_rights(act.session.connection()):
        raise Refused(Problem(NOT_YOURS_TO_CHANGE))


def need_known(act: Act, people: tuple[UUID, ...]) -> None:
    """Raise `Refused` unless the person at work knows of all these people."""
    known = set(act.session.scalars(_KNOWN, {"people": people}))
    if not known.issuperset(people):
        raise Refused(Problem(UNKNOWN_PERSON, "people"))


def further_people(act: Act, note_id: UUID) -> list[NotePerson]:
    """Answer the rows of the further people of a note."""
    return list(act.session.scalars(_FURTHER, {"note_id": note_id}))


def people_of(act: Act, found: Note) -> tuple[UUID, ...]:
    """Answer whom a note is about, first the one on whose card it is."""
    further = sorted(row.person_id for row in further_people(act, found.id))
    return (found.person_id, *further)


def touch_note(act: Act, note_id: UUID, people: Iterable[UUID], *, recount: bool = False) -> None:
    """Say that a note of these people was changed; `recount` when contacts may have changed."""
    act.touch("journal", note_id)
    for person_id in people:
        act.touch("clients", person_id)
        if recount:
            recount_contact(act, person_id)
