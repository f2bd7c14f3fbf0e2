"""Hanging files on notes: looked at before they are kept, counted on the note, and logged."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import bindparam, select

from app.errors import N_, Problem, Refused
from app.journal.actions.finding import need_changeable, people_of, readable_note, touch_note
from app.journal.contents import check_contents, safe_name
from db.journal import Attachment

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act

MOST_ATTACHMENTS = 20
"""Files of one note."""
TOO_MANY = N_("A note can have {most} files at most.")
FILE_IS_GONE = N_("This file is no longer there.")
NOT_YOUR_FILE = N_("Only the person who added a file can take it off.")

_SAME = select(Attachment.id).where(
    Attachment.note_id == bindparam("note_id", type_=Attachment.note_id.type),
    Attachment.sha256 == bindparam("sha256"),
)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that was taken out to be looked at or saved elsewhere."""

    name: str
    kind: str
    content: bytes


def attach_file(act: Act, note_id: UUID, name: str, data: bytes) -> UUID:
    """Hang a file on a note and answer its id; the same contents a second time change nothing.

    Only what `check_contents` allows is kept, under a name without folders. Raises `Refused`.
    """
    note = readable_note(act, note_id)
    need_changeable(act, note)
    digest = sha256(data).hexdigest()
    known: UUID | None = act.session.scalar(_SAME, {"note_id": note_id, "sha256": digest})
    if known is not None:
        return known
    if note.attachments >= MOST_ATTACHMENTS:
        raise Refused(Problem(TOO_MANY, "attachments", {"most": MOST_ATTACHMENTS}))
    kind = check_contents(data, name)
    if isinstance(kind, Problem):
        raise Refused(kind)
    attachment = Attachment(
        id=uuid4(),
        note_id=note_id,
        name=safe_name(name, kind),
        kind=kind.value,
        size=len(data),
        sha256=digest,
        added_at=act.now,
        added_by=act.who,
        content=data,
    )
    act.session.add(attachment)
    note.attachments += 1
    act.touch("journal", attachment.id)
    touch_note(act, note_id, people_of(act, note))
    return attachment.id


def take_attachment_off(act: Act, attachment_id: UUID) -> None:
    """Take a file off its note for good; only the person who added it can.

    A file that is gone already changes nothing.
    """
    attachment = act.session.get(Attachment, attachment_id)
    if attachment is None:
        return
    note = readable_note(act, attachment.note_id)
    if attachment.added_by != act.who:
        raise Refused(Problem(NOT_YOUR_FILE))
    act.session.delete(attachment)
    note.attachments -= 1
    act.touch("journal", attachment_id)
    touch_note(act, note.id, people_of(act, note))
