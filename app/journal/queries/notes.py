"""The notes of one human being, over all cards; older versions of them; what hangs on them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, exists, func, literal, or_, select

from app.access.queries import my_rights
from app.access.rules import Right
from app.clients.queries import client_card
from app.journal.queries.rows import AttachmentRow, NotePersonRow, NoteRow, VersionRow
from app.journal.rules import Access
from db.access import ME, cards_of_one, is_readable_note
from db.among import among
from db.journal import Attachment, Note, NotePerson, NoteVersion
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, RowMapping

    from app.clients.queries import ClientCard

NOTES_AT_ONCE = 500
_LAST = 2**63 - 1

_IS_SHARED = exists().where(NotePerson.note_id == Note.id)
NOTE_COLUMNS = (
    Note.id,
    Note.version,
    Note.person_id,
    Note.serial,
    Note.happened_at,
    Note.written_at,
    Note.author,
    Note.medium,
    Note.reached,
    Note.minutes,
    Note.topics,
    Note.access,
    Note.follow_up,
    Note.follow_up_for,
    Note.follow_up_due,
    Note.follow_up_result,
    Note.closed_by,
    Note.closed_at,
    Note.corrections,
    Note.attachments,
    _IS_SHARED,
    Note.text,
)
"""What is selected for a `NoteRow`, in the order of its fields."""

_PERSON = bindparam("person_id", type_=Person.id.type)
_CARDS = select(cards_of_one(_PERSON).c.id)
_ALSO_ABOUT = select(NotePerson.note_id).where(among(NotePerson.person_id, _CARDS))
IS_ABOUT = or_(among(Note.person_id, _CARDS), among(Note.id, _ALSO_ABOUT))
"""The clause over `Note` for what is about the human being `person_id`, on whichever card."""
_JOURNAL = (
    select(*NOTE_COLUMNS)
    .where(IS_ABOUT, is_readable_note(), Note.serial < bindparam("before"))
    .order_by(Note.serial.desc())
    .limit(bindparam("rows"))
)
_COUNT = select(func.count()).select_from(Note).where(IS_ABOUT, is_readable_note())
_IS_NOTE = Note.id == bindparam("note_id", type_=Note.id.type)
_NOTE = select(*NOTE_COLUMNS).where(_IS_NOTE, is_readable_note())
_PEOPLE = (
    select(Person.id, Person.given_name, Person.family_name, literal(0).label("place"))
    .join(Note, Note.person_id == Person.id)
    .where(_IS_NOTE, is_readable_note())
    .union_all(
        select(Person.id, Person.given_name, Person.family_name, literal(1))
        .join(NotePerson, NotePerson.person_id == Person.id)
        .join(Note, Note.id == NotePerson.note_id)
        .where(_IS_NOTE, is_readable_note())
    )
    .order_by("place", Person.family_name, Person.given_name)
)
_VERSIONS = (
    select(
        NoteVersion.number,
        NoteVersion.replaced_at,
        NoteVersion.replaced_by,
        NoteVersion.reason,
        NoteVersion.fields,
        Note.author,
    )
    .join(Note, Note.id == NoteVersion.note_id)
    .where(_IS_NOTE, is_readable_note())
    .order_by(NoteVersion.number.desc())
)
_ATTACHMENTS = (
    select(
        Attachment.id,
        Attachment.note_id,
        Attachment.name,
        Attachment.kind,
        Attachment.size,
        Attachment.added_at,
        Attachment.added_by,
    )
    .join(Note, Note.id == Attachment.note_id)
    .where(_IS_NOTE, is_readable_note())
    .order_by(Attachment.added_at, Attachment.id)
)
_ME = select(ME)


def journal_of(
    connection: Connection,
    person_id: UUID,
    limit: int = NOTES_AT_ONCE,
    *,
    before: int | None = None,
) -> tuple[NoteRow, ...]:
    """Answer the notes about a human being that the reader may read, newest first.

    All linked cards count, and notes in which the person is one of several. The next page
    is asked for with `before`, the serial of the last note of this one.
    """
    values = {"person_id": person_id, "rows": limit, "before": _LAST if before is None else before}
    return tuple(map(NoteRow._make, connection.execute(_JOURNAL, values).all()))


def count_notes(connection: Connection, person_id: UUID) -> int:
    """Answer how many notes about a human being the reader may read."""
    return int(connection.execute(_COUNT, {"person_id": person_id}).scalar_one())


def client_with_notes(
    connection: Connection, client_id: UUID, limit: int = NOTES_AT_ONCE
) -> tuple[ClientCard | None, tuple[NoteRow, ...]]:
    """Answer a person's card and the newest notes in one go, as they are shown together."""
    return client_card(connection, client_id), journal_of(connection, client_id, limit)


def note(connection: Connection, note_id: UUID) -> NoteRow | None:
    """Answer one note; None when it is gone or not for the reader."""
    row = connection.execute(_NOTE, {"note_id": note_id}).one_or_none()
    return None if row is None else NoteRow._make(row)


def people_of_note(connection: Connection, note_id: UUID) -> tuple[NotePersonRow, ...]:
    """Answer whom a note is about, first the one on whose card it was written."""
    rows = connection.execute(_PEOPLE, {"note_id": note_id})
    return tuple(NotePersonRow(*row[:3]) for row in rows)


def note_to_correct(
    connection: Connection, note_id: UUID
) -> tuple[NoteRow, tuple[NotePersonRow, ...]] | None:
    """Answer a note with the people it is about; None when it is gone or not for the reader."""
    row = note(connection, note_id)
    return None if row is None else (row, people_of_note(connection, note_id))


def attachments_of(connection: Connection, note_id: UUID) -> tuple[AttachmentRow, ...]:
    """Answer what hangs on a note, without the contents, in the order of adding."""
    return tuple(map(AttachmentRow._make, connection.execute(_ATTACHMENTS, {"note_id": note_id})))


def note_versions(connection: Connection, note_id: UUID) -> tuple[VersionRow, ...]:
    """Answer the earlier versions of a note, newest first.

    A version from before the note was opened to more readers shows them no more than that
    there was one.
    """
    rows = connection.execute(_VERSIONS, {"note_id": note_id}).mappings().all()
    if not rows:
        return ()
    me = str(connection.execute(_ME).scalar_one())
    reads_restricted = Right.READ_RESTRICTED in my_rights(connection)
    return tuple(_version(row, me, reads_restricted=reads_restricted) for row in rows)


def _version(row: RowMapping, me: str, *, reads_restricted: bool) -> VersionRow:
    fields: dict[str, Any] = json.loads(row["fields"])
    access = fields["access"]
    is_readable = (
        access == Access.TEAM
        or row["author"] == me
        or (access == Access.RESTRICTED and reads_restricted)
    )
    happened_at = datetime.fromisoformat(fields["happened_at"]).astimezone(UTC)
    shown: tuple[Any, ...] = (
        (
            happened_at,
            fields["medium"],
            fields["reached"],
            fields["minutes"],
            tuple(fields["topics"].split()),
            access,
            fields["text"],
        )
        if is_readable
        else (None, "", None, None, (), access, "")
    )
    head = (row["number"], row["replaced_at"], row["replaced_by"], row["reason"], is_readable)
    return VersionRow(*head, *shown)
