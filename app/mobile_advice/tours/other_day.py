"""Whether a tour can go on another day, and on which next one if it cannot."""

from __future__ import annotations

from datetime import timedelta
from functools import reduce
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import N_, Problem, Refused
from app.mobile_advice.tours.figures import tour_figures_on
from app.mobile_advice.tours.queries import day_card
from app.mobile_advice.tours.queries.checking import check_changed_day, holiday_problem
from db.tours import TourDay

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.mobile_advice.tours.rules import DayDetails
    from app.office import Act

NEXT_DAY = N_("On {other:%d.%m.%Y} everything can be there.")
BOTH = N_("{one} {other}")
_SATURDAY = 6


def is_taken(act: Act, tour_id: UUID, day: date) -> bool:
    """Answer whether a tour goes on a day already."""
    taken = select(TourDay.id).where(TourDay.tour_id == tour_id, TourDay.day == day)
    return act.session.scalar(taken) is not None


def need_possible(act: Act, row: TourDay, wanted: date) -> None:
    """Raise `Refused` beside the day when stops, vehicle or crew of a tour cannot on it.

    All that stands against it is said at once, and the next day on which nothing does.
    """
    connection = act.session.connection()
    card = day_card(connection, row.id)
    if card is None:
        return
    details = card.as_details()
    problems = [*check_changed_day(connection, row.id, wanted, details)]
    if not problems:
        return
    after = _next_possible(act, row, wanted, details)
    if after is not None:
        problems.append(Problem(NEXT_DAY, values={"other": after}))
    first = Problem(problems[0].message, "day", problems[0].values)
    raise Refused(reduce(_both, problems[1:], first))


def _both(one: Problem, other: Problem) -> Problem:
    return Problem(BOTH, "day", {"one": one, "other": other})


def _next_possible(act: Act, row: TourDay, wanted: date, details: DayDetails) -> date | None:
    """Answer the next working day on which a tour can go; None where there is none for long."""
    connection = act.session.connection()
    for ahead in range(1, tour_figures_on(wanted).look_ahead + 1):
        day = wanted + timedelta(days=ahead)
        if day.isoweekday() >= _SATURDAY or holiday_problem(connection, day) is not None:
            continue
        if not is_taken(act, row.tour_id, day) and not check_changed_day(
            connection, row.id, day, details
        ):
            return day
    return None
