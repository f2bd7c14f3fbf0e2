"""Keeping and dropping drafts. Neither is an act worth an audit line, so nothing is touched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.drafts.rules import Drafted, pack, unpack
from db.drafts import Draft

if TYPE_CHECKING:
    from datetime import datetime

    from app.office import Act

_FIND = select(Draft).where(
    Draft.who == bindparam("who"),
    Draft.form == bindparam("form"),
    Draft.subject == bindparam("subject"),
)


def save_draft(act: Act, drafted: Drafted) -> datetime:
    """Keep what was typed in place of an older draft; answer when (aware, UTC)."""
    return keep_packed(act, drafted, pack(drafted.texts))


def keep_packed(act: Act, drafted: Drafted, fields: str) -> datetime:
    """Keep a draft whose texts are packed already, in place of an older one."""
    draft = _find(act, drafted.form, drafted.subject)
    if draft is None:
        draft = Draft(who=act.who, form=drafted.form, subject=drafted.subject)
        act.session.add(draft)
    draft.title = drafted.title
    draft.fields = fields
    draft.saved_at = act.now
    return act.now


def add_to_draft(act: Act, typed: Drafted) -> datetime:
    """Keep what was typed before an older draft was seen; what else stands in it stays."""
    older = _find(act, typed.form, typed.subject)
    known = unpack(older.fields) if older is not None else {}
    return save_draft(act, replace(typed, texts={**known, **typed.texts}))


def bring_back_draft(act: Act, drafted: Drafted, at: datetime) -> None:
    """Keep what was typed at `at` (aware) while the office was away, unless a draft is newer."""
    known = _find(act, drafted.form, drafted.subject)
    if known is None or known.saved_at < at:
        save_draft(act, drafted)


def discard_draft(act: Act, form: str, subject: str) -> None:
    """Drop a person's draft of a form; nothing happens when there is none.

    Other actions call this in their own transaction, so that a saved form leaves no draft.
    """
    draft = _find(act, form, subject)
    if draft is not None:
        act.session.delete(draft)


def _find(act: Act, form: str, subject: str) -> Draft | None:
    return act.session.scalar(_FIND, {"who": act.who, "form": form, "subject": subject})
