"""Series follow what happens elsewhere: time passes, a match rests, goes on or ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import exists, or_, select

from app.clients.rules import PersonStatus
from app.visiting.series.actions import resume_series
from app.visiting.series.figures import figures_on
from app.visiting.series.ledger import Ledger
from app.visiting.series.making import make_further
from app.visiting.series.rules import Frequency
from app.visiting.series.settling import Days, settle
from db.access import is_known_to_me
from db.people import Person
from db.series import VisitSeries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Select

    from app.office import Act

_VISITED = (PersonStatus.ACTIVE.value, PersonStatus.PAUSED.value)


def top_up_series(act: Act) -> int:
    """Make the visits that the horizon has come to reach; answer how many.

    A quiet act of every day: it changes nothing while enough visits are made.
    """
    made = 0
    for series in _to_top_up(act):
        ledger = Ledger(act)
        made += make_further(act, ledger, series)
        act.touch("visiting", series.id)
    return made


def wants_top_up(connection: Connection, today: date) -> bool:
    """Answer whether visits of some series are still to be made."""
    return bool(connection.scalar(select(exists(_too_short(today)))))


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


def _to_top_up(act: Act) -> Sequence[VisitSeries]:
    return act.session.scalars(_too_short(act.local_now.date())).all()


def _too_short(today: date) -> Select[VisitSeries]:
    """Answer the question for series of which too few visits are made."""
    figures = figures_on(today)
    enough = today + timedelta(days=figures.horizon - figures.top_up)
    wanted = select(VisitSeries).join(Person, Person.id == VisitSeries.person_id)
    return wanted.where(
        is_known_to_me(VisitSeries.person_id),
        # Whoever has died or moved away is visited no more.
        Person.status.in_(_VISITED),
        VisitSeries.made_until < enough,
        VisitSeries.frequency != Frequency.AGREED.value,
        or_(VisitSeries.until.is_(None), VisitSeries.until > VisitSeries.made_until),
    )
