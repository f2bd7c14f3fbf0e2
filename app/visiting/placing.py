"""A single visit finds its place: who makes it, whether she may, and which time is free instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused
from app.visiting.queries import bookings_between
from app.visiting.series.figures import figures_on
from app.visiting.series.rules import Busy, nearest_free
from app.visiting.visitors import series_rests, visitor_named, why_match_rests, why_not_visitor
from db.series import VisitSeries

if TYPE_CHECKING:
    from app.office import Act
    from db.visiting import Visit

FREE_INSTEAD = N_("{reason} Free is {time:%H:%M}.")


def take_visitor(act: Act, visit: Visit, visitor: str) -> None:
    """Let somebody make a visit; raises `Refused` for a volunteer who may not on its day.

    The name is kept as typed; the card is that of the one volunteer of the name.
    """
    is_same = visit.visitor == visitor
    visit.visitor = visitor
    connection, today = act.session.connection(), act.local_now.date()
    if not is_same or visit.visitor_id is None:
        visit.visitor_id = visitor_named(connection, visitor)
    day = visit.planned_start.date()
    if visit.visitor_id is None or day < today:
        return
    problem = None if is_same else why_not_visitor(connection, visit.visitor_id, day, today)
    problem = problem or why_match_rests(
        connection, visit.client_id, visit.visitor_id, day, visitor
    )
    if problem is not None:
        raise Refused(problem)


def refuse_rest(act: Act, visit: Visit) -> None:
    """Raise `Refused` where a visit would be within the pause of its series."""
    series = act.session.get(VisitSeries, visit.series_id) if visit.series_id else None
    if series is None:
        return
    day = visit.planned_start.date()
    if problem := series_rests(series.paused_from, series.paused_until, day):
        raise Refused(problem)


def with_free_time(act: Act, visit: Visit, problem: Problem) -> Problem:
    """Add to a double booking the nearest time of the same day at which nobody is booked twice."""
    day = visit.planned_start.replace(hour=0, minute=0)
    others = [
        Busy(one.start, one.end, one.client_id, one.client_name, one.visitor, None)
        for one in bookings_between(
            act.session.connection(), day, day.replace(hour=23, minute=59), except_for=visit.id
        )
    ]
    start, end = visit.planned_start, visit.planned_end
    wanted = Busy(start, end, visit.client_id, "", visit.visitor, None)
    shift = nearest_free([wanted], others, figures_on(act.local_now.date()))
    if shift is None:
        return problem
    values = {"reason": Problem(problem.message, values=problem.values), "time": start + shift}
    return Problem(FREE_INSTEAD, problem.field, values)
