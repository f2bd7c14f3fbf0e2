"""Whether visits of series are still to be made: looked at every day, before anything is made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import exists, or_, select

from app.visiting.series.figures import figures_on
from app.visiting.series.rules import Frequency
from db.access import is_known_to_me
from db.people import Person
from db.series import VisitSeries

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Select

_VISITED = ("active", "paused")
"""See `app.clients.rules.PersonStatus`: whoever has died or moved away is visited no more."""


def wants_top_up(connection: Connection, today: date) -> bool:
    """Answer whether visits of some series are still to be made."""
    return bool(connection.scalar(select(exists(too_short(today)))))


def too_short(today: date) -> Select[VisitSeries]:
    """Answer the question for series of which too few visits are made."""
    figures = figures_on(today)
    enough = today + timedelta(days=figures.horizon - figures.top_up)
    wanted = select(VisitSeries).join(Person, Person.id == VisitSeries.person_id)
    return wanted.where(
        is_known_to_me(VisitSeries.person_id),
        Person.status.in_(_VISITED),
        VisitSeries.made_until < enough,
        VisitSeries.frequency != Frequency.AGREED.value,
        or_(VisitSeries.until.is_(None), VisitSeries.until > VisitSeries.made_until),
    )
