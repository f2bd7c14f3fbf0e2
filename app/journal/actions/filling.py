"""Writing an entry into a note: its fields, its people, its words in the index."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, true

from app.access.rules import Right, Role, has
from app.codes.queries import own_codes
from app.errors import N_, Problem, Refused
from app.journal.actions.finding import further_people, need_known
from app.journal.apart import problems_for_volunteers
from app.journal.rules import SPILL, Access, FollowUp, check_note_entry, note_serial
from app.journal.rules.lists import MEDIA, TOPICS
from db.access import Member
from db.journal import NotePerson
from db.word_index import Worded, drop_words, free_serials, index_note

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from app.codes.rules import CodeList
    from app.journal.rules import NoteEntry
    from app.office import Act
    from db.journal import Note

CANNOT_READ = N_(
    "{name} cannot read restricted notes. Choose someone else, or let the whole team read it."
)

_ROLE = select(Member.role).where(Member.name == bindparam("name"), Member.is_active == true())


def checked(act: Act, entry: NoteEntry, author: str, known_due: date | None = None) -> None:
    """Raise `Refused` with a problem for each wrong field of an entry."""
    today = act.local_now.date()
    found = check_note_entry(
        entry,
        today,
        author=author,
        known_due=known_due,
        own_topics=_own(act, TOPICS, entry.topics),
        own_media=_own(act, MEDIA, (entry.medium,) if entry.medium else ()),
    )
    problems = list(found)
    if not problems:
        problems += _check_reader(act, entry)
        if entry.access == Access.TEAM:
            connection = act.session.connection()
            problems += problems_for_volunteers(connection, entry.text, entry.about)
    if problems:
        raise Refused(*problems)
    need_known(act, entry.about)


def _own(act: Act, codes: CodeList, used: Iterable[str]) -> frozenset[str]:
    """Answer the office's own words of a list, where any is used that was not delivered."""
    if set(used) <= codes.delivered.keys():
        return frozenset()
    return own_codes(act.session.connection(), codes.name)


def _check_reader(act: Act, entry: NoteEntry) -> list[Problem]:
    """Answer a problem when a colleague is to follow up what they cannot read."""
    if not entry.follow_up or entry.access != Access.RESTRICTED or not entry.follow_up_for:
        return []
    role = act.session.scalar(_ROLE, {"name": entry.follow_up_for})
    if role is None or has(Role(role), Right.READ_RESTRICTED):
        return []
    return [Problem(CANNOT_READ, "follow_up_for", {"name": entry.follow_up_for})]


def fill(act: Act, note: Note, entry: NoteEntry, known: int | None) -> None:
    """Write an entry into a note and index its words; `known` is its serial, None when new."""
    if entry.happened_at is not None and entry.happened_at != _shown_time(note):
        note.happened_at = entry.happened_at.astimezone(UTC)
    connection = act.session.connection()
    before = None if known is None else _worded(note)
    note.serial, note.text = _serial(connection, note, known), entry.text
    note.person_id = entry.about[0]
    note.medium, note.access = str(entry.medium), str(entry.access)
    note.reached, note.minutes = entry.reached, entry.minutes
    note.topics = " ".join(dict.fromkeys(map(str, entry.topics)))
    _fill_follow_up(note, entry)
    act.session.add(note)
    if before != _worded(note):
        drop_words(connection, [] if before is None else [before.serial])
        note.serial = index_note(connection, _worded(note))


def follow_text(act: Act, note: Note, *, is_new: bool) -> None:
    """Index the words of a note that came from elsewhere, under a number of this office."""
    connection = act.session.connection()
    if is_new:
        note.serial = _serial(connection, note, None)
    else:
        drop_words(connection, [note.serial])
    note.serial = index_note(connection, _worded(note))


def fill_people(act: Act, note_id: UUID, further: tuple[UUID, ...]) -> None:
    """Write whom a note is about besides the first, and the note itself."""
    act.session.flush()
    rows = {row.person_id: row for row in further_people(act, note_id)}
    for person_id in further:
        if rows.pop(person_id, None) is None:
            act.session.add(NotePerson(note_id=note_id, person_id=person_id))
    for row in rows.values():
        act.session.delete(row)
    act.session.flush()


def empty_words(act: Act, note: Note) -> None:
    """Take a note's words out of the index."""
    drop_words(act.session.connection(), [note.serial])


def _fill_follow_up(note: Note, entry: NoteEntry) -> None:
    """Write what is to be done; what is closed stays as it was closed."""
    if note.follow_up in {FollowUp.CLOSED, FollowUp.TOLD}:
        return
    note.follow_up = (FollowUp.OPEN if entry.follow_up else FollowUp.NONE).value
    note.follow_up_for = entry.follow_up_for if entry.follow_up else ""
    note.follow_up_due = entry.follow_up_due if entry.follow_up else None


def _worded(note: Note) -> Worded:
    return Worded(note.serial, note.text, note.author, note.medium, note.topics)


def _shown_time(note: Note) -> datetime:
    """Answer the time as a form shows it: a form that leaves it alone changes no seconds."""
    local = note.happened_at.astimezone().replace(tzinfo=None)
    return local.replace(second=0, microsecond=0)


def _serial(connection: Connection, note: Note, known: int | None) -> int:
    """Answer the note's number by its time, or a free one beside a note of the same second."""
    wanted = note_serial(note.happened_at)
    if known is not None and wanted <= known < wanted + SPILL:
        return known
    return free_serials(connection, [wanted])[0]
