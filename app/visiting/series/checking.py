"""Whether the visits of a series can be: nobody is booked twice, and if so, what time is free."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from app.clients.rules import PersonStatus, Standing, full_name, why_no_visit
from app.consent.actions import known_person
from app.errors import N_, Problem, Refused
from app.visiting.series.figures import figures_on
from app.visiting.series.rules import Busy, clashes, nearest_free
from app.visiting.series.statements import BUSY, MATCH
from app.visiting.visitors import visitor_named, why_match_rests, why_not_visitor

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act
    from app.visiting.series.rules import Clash, SeriesPlan
    from db.people import Person
    from db.visiting import Visit

VISITOR_BUSY = N_("On {day:%d.%m.%Y}, {visitor} visits {client} from {start:%H:%M} to {end:%H:%M}.")
VISITOR_BUSY_ELSEWHERE = N_(
    "On {day:%d.%m.%Y}, {visitor} has another visit from {start:%H:%M} to {end:%H:%M}."
)
CLIENT_BUSY = N_(
    "On {day:%d.%m.%Y}, {client} is visited by {visitor} from {start:%H:%M} to {end:%H:%M}."
)
MORE = N_("{first} {count} visits in all are in the way.")
FREE_AT = N_("{reason} Free is {time:%H:%M}.")
NEVER_FREE = N_("{reason} No other time of the day is free. Please choose another day.")


def with_cards(act: Act, plan: SeriesPlan) -> SeriesPlan:
    """Answer a plan with the card of the volunteer who was named, and with the match of the two."""
    connection = act.session.connection()
    visitor_id = plan.visitor_id or visitor_named(connection, plan.visitor)
    match_id = None
    if visitor_id is not None and plan.person_id is not None:
        values = {"person_id": plan.person_id, "visitor_id": visitor_id}
        found = connection.execute(MATCH, values).first()
        match_id = found.id if found is not None else None
    return replace(plan, visitor_id=visitor_id, match_id=match_id)


def check_people(act: Act, plan: SeriesPlan, first: date) -> Person:
    """Answer who is visited; raises `Refused` where one of the two cannot meet on the first day."""
    if plan.person_id is None:
        raise Refused
    person = known_person(act, plan.person_id, "person_id")
    standing = Standing(PersonStatus(person.status), person.status_from, person.status_until)
    name = full_name(person.given_name, person.family_name)
    problem = why_no_visit(standing, first, name)
    if problem is None and plan.visitor_id is not None:
        known_person(act, plan.visitor_id, "visitor")
        today = act.local_now.date()
        problem = why_not_visitor(act.session.connection(), plan.visitor_id, first, today)
        problem = problem or why_match_rests(
            act.session.connection(), person.id, plan.visitor_id, first, plan.visitor
        )
    if problem is not None:
        raise Refused(_on_form(problem))
    return person


def _on_form(problem: Problem) -> Problem:
    field = {"day": "starts_on", "client_id": "person_id"}.get(problem.field, problem.field)
    return Problem(problem.message, field, problem.values)


def refuse_clashes(act: Act, wanted: Sequence[Visit], but: Collection[UUID], name: str) -> None:
    """Raise `Refused` where visits would book somebody twice, with the nearest time that is free.

    `but` are the visits that are changed or dropped themselves; `name` is who is visited.
    """
    if not wanted:
        return
    asked = [as_busy(visit, name) for visit in wanted]
    others = _busy_between(act.session.connection(), asked, but)
    found = clashes(asked, others)
    if found:
        shift = nearest_free(asked, others, figures_on(act.local_now.date()))
        raise Refused(clash_problem(found, shift))


def as_busy(visit: Visit, name: str) -> Busy:
    """Answer a visit as the check of bookings asks for it."""
    return Busy(
        visit.planned_start,
        visit.planned_end,
        visit.client_id,
        name,
        visit.visitor,
        visit.visitor_id,
    )


def _busy_between(
    connection: Connection, asked: Sequence[Busy], but: Collection[UUID]
) -> tuple[Busy, ...]:
    """Answer the standing visits of the same people on the days of some visits."""
    first, last = min(one.start for one in asked), max(one.start for one in asked)
    values = {
        "start": datetime.combine(first.date(), time.min),
        "end": datetime.combine(last.date() + timedelta(days=1), time.min),
        "client_id": asked[0].client_id,
        "visitors": sorted({one.visitor for one in asked}),
        "visitor_ids": list({one.visitor_id for one in asked if one.visitor_id is not None}),
    }
    return tuple(
        Busy(
            row.planned_start,
            row.planned_end,
            row.client_id,
            full_name(row.given_name, row.family_name),
            row.visitor,
            row.visitor_id,
        )
        for row in connection.execute(BUSY, values)
        if row.id not in but
    )


def clash_problem(found: Sequence[Clash], shift: timedelta | None) -> Problem:
    """Answer in words what is in the way, and which time is free instead."""
    reason = _reason(found[0])
    if len(found) > 1:
        reason = Problem(MORE, values={"first": reason, "count": len(found)})
    if shift is None:
        return Problem(NEVER_FREE, "start", {"reason": reason})
    return Problem(FREE_AT, "start", {"reason": reason, "time": found[0].wanted.start + shift})


def _reason(clash: Clash) -> Problem:
    wanted, other = clash
    values = {
        "day": other.start,
        "visitor": other.visitor,
        "client": other.client_name,
        "start": other.start,
        "end": other.end,
    }
    if wanted.client_id == other.client_id:
        return Problem(CLIENT_BUSY, values=values)
    return Problem(VISITOR_BUSY if other.client_name else VISITOR_BUSY_ELSEWHERE, values=values)
