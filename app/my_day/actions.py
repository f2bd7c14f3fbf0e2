"""What the buttons of My day do: the parts that it leads to are imported with the first click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quick_import import quick_import
from db.tasks import LastHere

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.office import Act


def mark_seen(act: Act) -> datetime:
    """Remember that the person at work was here until now, as when the office is locked.

    It is no act worth an audit line.
    """
    here = act.session.get(LastHere, act.who)
    if here is None:
        act.session.add(LastHere(who=act.who, seen_at=act.now))
    else:
        here.seen_at = act.now
    return act.now


def acknowledge_closing(act: Act, note_id: UUID) -> None:
    """Say as the author of a note that one has seen how it was followed up."""
    with quick_import():
        from app.journal import actions  # noqa: PLC0415 - not for looking at the day
    actions.acknowledge_closing(act, note_id)


def note_check_in(act: Act, match_id: UUID, on: date | None = None) -> UUID:
    """Note that both of a match were asked how it goes, or with None that they were not."""
    with quick_import():
        from app.matches import actions  # noqa: PLC0415 - not for looking at the day
    return actions.note_check_in(act, match_id, on)
