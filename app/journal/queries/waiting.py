"""The files that wait for a note which is not saved yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, select

from app.drafts.rules import FILE_FORM, unpack
from db.drafts import Draft

if TYPE_CHECKING:
    from sqlalchemy import Connection


class WaitingRow(NamedTuple):
    """A file that waits; `form` is the name of its draft."""

    form: str
    name: str
    size: int
    """In bytes."""


MINE = (
    Draft.who == bindparam("who"),
    Draft.form.startswith(FILE_FORM, autoescape=True),
    Draft.subject == bindparam("subject"),
)
"""Narrows drafts down to the files of one colleague about one subject."""
_FILES = select(Draft.form, Draft.fields).where(*MINE).order_by(Draft.saved_at, Draft.form)


def waiting_files(connection: Connection, subject: str, who: str) -> tuple[WaitingRow, ...]:
    """Answer the files that a colleague has chosen for the next note about a person."""
    rows = connection.execute(_FILES, {"who": who, "subject": subject})
    found = ((row.form, unpack(row.fields)) for row in rows)
    return tuple(WaitingRow(form, said["name"], int(said["size"])) for form, said in found)
