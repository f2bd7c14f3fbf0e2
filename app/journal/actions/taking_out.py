"""Taking a copy of an attached file out of the office; that it was done is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from app.journal.actions.attaching import FILE_IS_GONE, AttachedFile
from app.journal.actions.finding import readable_note
from db.journal import Attachment

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act


def take_file_out(act: Act, attachment_id: UUID) -> AttachedFile:
    """Answer a file that hangs on a note that the person at work may read.

    Raises `Refused` when it is gone or not for this person.
    """
    attachment = act.session.get(Attachment, attachment_id)
    if attachment is None:
        raise Refused(Problem(FILE_IS_GONE))
    readable_note(act, attachment.note_id)
    act.touch("journal", attachment_id)
    return AttachedFile(attachment.name, attachment.kind, attachment.content)
