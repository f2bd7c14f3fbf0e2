"""Taking a copy of an attached file out of the office; that it was done is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from app.journal.actions.attaching import FILE_IS_GONE, AttachedFile
from app.journal.actions.finding import people_of, readable_note
from db.journal import Attachment
from db.privacy import Look

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act


ATTACHMENT = "attachment"
"""What the log of looks calls a file that was taken out."""


def take_file_out(act: Act, attachment_id: UUID) -> AttachedFile:
    """Answer a file that hangs on a note that the person at work may read, and log the look.

    Raises `Refused` when it is gone or not for this person.
    """
    attachment = act.session.get(Attachment, attachment_id)
    if attachment is None:
        raise Refused(Problem(FILE_IS_GONE))
    note = readable_note(act, attachment.note_id)
    for person_id in people_of(act, note):
        # Each file is a look of its own: a card is opened by the way, a file is not.
        act.session.add(
            Look(person_id=person_id, at=act.now, last_at=act.now, who=act.who, what=ATTACHMENT)
        )
    act.touch("journal", attachment_id)
    return AttachedFile(attachment.name, attachment.kind, attachment.content)
