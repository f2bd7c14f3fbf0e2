"""Series follow what happens elsewhere: time passes, a match rests, goes on or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.visiting.series.actions import resume_series
from app.visiting.series.due import too_short
from app.visiting.series.ledger import Ledger
from app.visiting.series.making import make_further
from app.visiting.series.settling import Days, settle
from db.series import VisitSeries

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.office import Act


def top_up_series(act: Act) -> int:
    """Make the visits that the horizon has come to reach; answer how many.

    A quiet act of every day: it changes nothing while enough visits are made.
    """
    made = 0
    for series in act.session.scalars(too_short(act.local_now.date())).all():
        ledger = Ledger(act)
        made += make_further(act, ledger, series)
        act.touch("visiting", series.id)
    return made


def follow_match(act: Act, match_id: UUID, stage: str, on: date, until: date | None) -> None:
    """Let the series of a match rest, go on or end with it; other actions call this."""
    mine = select(VisitSeries).where(
        VisitSeries.match_id == match_id,
        or_(VisitSeries.until.is_(None), VisitSeries.until >= act.local_now.date()),
    )
    for series in act.session.scalars(mine).all():
        if stage == "paused":
            settle(act, series, Days(paused_from=on, paused_until=until))
        elif stage == "running" and series.paused_from is not None:
            resume_series(act, series.id, series.version, max(on, act.local_now.date()))
        elif stage == "ended":
            settle(act, series, Days(until=on))
