"""Whether days of tours are still to be made: looked at every day, before anything is made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from app.mobile_advice.tours.figures import tour_figures_on
from db.tours import Tour

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Select


def tours_want_top_up(connection: Connection, today: date) -> bool:
    """Answer whether days of some tours are still to be made."""
    return bool(connection.scalar(select(exists(too_short(today)))))


def too_short(today: date) -> Select[Tour]:
    """Answer the question for tours of which too few days are made."""
    figures = tour_figures_on(today)
    enough = today + timedelta(days=figures.horizon - figures.top_up)
    return select(Tour).where(Tour.is_active, Tour.made_until < enough)
