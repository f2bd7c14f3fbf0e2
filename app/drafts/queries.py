"""Asking for drafts: the one of a form that is being opened, and all that wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.drafts.rules import FILE_FORM, FORM_OF_FILES, unpack
from db.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class DraftTexts:
    """What was typed into one form, and when it was kept (aware, UTC)."""

    texts: Mapping[str, str]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list."""

    form: str
    subject: str
    title: str
    saved_at: datetime


_DRAFT = select(Draft.fields, Draft.saved_at).where(
    Draft.who == bindparam("who"),
    Draft.form == bindparam("form"),
    Draft.subject == bindparam("subject"),
)
_ALL = (
    select(Draft.form, Draft.subject, Draft.title, Draft.saved_at)
    .where(Draft.who == bindparam("who"))
    .order_by(Draft.saved_at.desc())
)


def draft(connection: Connection, form: str, subject: str, who: str) -> DraftTexts | None:
    """Answer what a person typed into a form about a subject, or None."""
    row = connection.execute(_DRAFT, {"who": who, "form": form, "subject": subject}).first()
    return None if row is None else DraftTexts(unpack(row.fields), row.saved_at)


def all_drafts(connection: Connection, who: str) -> tuple[DraftRow, ...]:
    """Answer a person's drafts, the newest first; files that wait stand for their note."""
    found: dict[tuple[str, str], DraftRow] = {}
    for row in connection.execute(_ALL, {"who": who}):
        form = FORM_OF_FILES if row.form.startswith(FILE_FORM) else row.form
        found.setdefault((form, row.subject), DraftRow(form, row.subject, row.title, row.saved_at))
    return tuple(found.values())
