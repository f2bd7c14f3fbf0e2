"""Letting files wait for a note: kept in the office as drafts, until the note is saved."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.drafts.actions import keep_packed
from app.drafts.rules import FILE_FORM, Drafted, pack_any, unpack
from app.errors import Problem, Refused
from app.journal.actions.attaching import MOST_ATTACHMENTS, TOO_MANY, attach_file
from app.journal.contents import check_contents
from app.journal.queries.waiting import MINE, WaitingRow
from db.drafts import Draft

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act

_FORMS = select(Draft.form).where(*MINE)
_ROWS = select(Draft).where(*MINE).order_by(Draft.saved_at, Draft.form)


def keep_file(act: Act, subject: str, title: str, name: str, data: bytes) -> WaitingRow:
    """Let a file wait for the next note about a person; the same contents wait only once.

    `title` is the person's name. Raises `Refused` for contents that no note takes.
    """
    found = check_contents(data, name)
    if isinstance(found, Problem):
        raise Refused(found)
    form = f"{FILE_FORM}{sha256(data).hexdigest()[:32]}"
    others = set(act.session.scalars(_FORMS, {"who": act.who, "subject": subject})) - {form}
    if len(others) >= MOST_ATTACHMENTS:
        raise Refused(Problem(TOO_MANY, "attachments", {"most": MOST_ATTACHMENTS}))
    texts = {"name": name, "size": str(len(data)), "data": b64encode(data).decode("ascii")}
    keep_packed(act, Drafted(form, subject, texts, title), pack_any(texts))
    return WaitingRow(form, name, len(data))


def hang_waiting(act: Act, note_id: UUID, subject: str) -> int:
    """Hang the files that wait on a note that is being written; answer how many."""
    act.session.flush()
    rows = act.session.scalars(_ROWS, {"who": act.who, "subject": subject}).all()
    for row in rows:
        said = unpack(row.fields)
        attach_file(act, note_id, said["name"], b64decode(said["data"]))
        act.session.delete(row)
    return len(rows)
