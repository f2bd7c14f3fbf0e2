"""What a request is held against: pools, holidays, and the mediator's day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import literal, select

from app.errors import N_, Problem, Refused
from app.mobile_advice.mediators.figures import figures_on
from app.mobile_advice.mediators.queries.aboard import Talk
from app.mobile_advice.mediators.queries.people import (
    engaged_on,
    mediators_on,
    names_of,
    suggestions,
)
from app.mobile_advice.mediators.queries.pools import pools_of_rules
from app.mobile_advice.mediators.rules import Engaged, MediatorFacts, RequestFrame
from app.visiting.holidays import holidays_between
from db.access import cards_of
from db.base import Key
from db.people import Person

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.mobile_advice.mediators.rules import RequestDetails
    from db.booking import InterpreterRequest

ENGAGED_SINCE = N_("{name} is engaged elsewhere by now. Please ask somebody else.")
_AHEAD = timedelta(days=120)
"""Holidays are looked up so far behind the day of asking: no lead time is longer."""


class Asking(NamedTuple):
    """When somebody is asked."""

    today: date
    asked_on: date
    """The day of the request: today for a new one."""
    pool_before: UUID | None = None
    """Which pool was asked before, though it may no longer be offered."""


def frame_of(
    connection: Connection,
    details: RequestDetails,
    asked: Asking,
    request_id: UUID,
) -> RequestFrame:
    """Answer what a request is held against; `request_id` is in nobody's way."""
    today, asked_on = asked.today, asked.asked_on
    first = min(today, asked_on)
    last = max(today, details.day or today) + _AHEAD
    holidays = frozenset(one.day for one in holidays_between(connection, first, last))
    return RequestFrame(
        today,
        asked_on,
        figures_on(asked_on).own_lead_days,
        pools_of_rules(connection, asked.pool_before),
        holidays,
        _mediator(connection, details, request_id),
    )


def need_free(connection: Connection, row: InterpreterRequest) -> None:
    """Raise `Refused` when the mediator of a request is engaged at its time by now."""
    if row.mediator_id is None:
        return
    times = _engaged(connection, row.mediator_id, row.day, Talk(row.id))
    if any(one.overlaps(row.from_time, row.until_time) for one in times):
        name = names_of(connection, (row.mediator_id,)).get(row.mediator_id, "")
        raise Refused(Problem(ENGAGED_SINCE, "mediator_id", {"name": name}))


def _mediator(
    connection: Connection, details: RequestDetails, request_id: UUID
) -> MediatorFacts | None:
    if details.mediator_id is None or details.day is None:
        return None
    talk = Talk(request_id, details.appointment_id)
    chosen = next(
        (
            one
            for one in mediators_on(connection, details.day, talk)
            if one.id == details.mediator_id
        ),
        None,
    )
    engaged = _engaged(connection, details.mediator_id, details.day, talk)
    if chosen is None:
        name = names_of(connection, (details.mediator_id,)).get(details.mediator_id, "")
        return MediatorFacts(name, is_mediator=False)
    others = (
        one.mediator.name
        for one in suggestions(connection, details, request_id)
        if one.is_possible and one.mediator.id != details.mediator_id
    )
    return MediatorFacts(
        chosen.name,
        is_away=chosen.is_away,
        engaged=engaged,
        instead=next(others, ""),
    )


def _engaged(connection: Connection, person_id: UUID, day: date, talk: Talk) -> tuple[Engaged, ...]:
    """Answer when a human being is engaged on a day, on whichever card it stands."""
    cards = connection.scalars(
        select(Person.id).where(Person.id.in_(cards_of(literal(person_id, Key()))))
    )
    by_person = engaged_on(connection, day, talk)
    return tuple(sorted(one for card in cards for one in by_person.get(card, ())))
