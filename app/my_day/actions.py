"""Saying that one has seen what is new. It is no act worth an audit line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.tasks import LastHere

if TYPE_CHECKING:
    from datetime import datetime

    from app.office import Act


def mark_seen(act: Act) -> datetime:
    """Remember that the person at work was here until now, as when the office is locked."""
    here = act.session.get(LastHere, act.who)
    if here is None:
        act.session.add(LastHere(who=act.who, seen_at=act.now))
    else:
        here.seen_at = act.now
    return act.now
