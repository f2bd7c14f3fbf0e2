"""Asking about the days of tours: a month, the stops and the crew of one, who is where."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.mobile_advice.tours import statements as ask
from app.mobile_advice.tours.figures import tour_figures_on
from app.mobile_advice.tours.rows import DayRow, HaltRow, VehicleOut
from app.mobile_advice.tours.rules import (
    Candidate,
    CrewMate,
    DayState,
    Engaged,
    HaltState,
    time_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time
    from uuid import UUID

    from sqlalchemy import Connection, Row

MOST_AHEAD = 12
"""Days ahead that a card of a tour or stop lists."""


def days_between(connection: Connection, first: date, last: date) -> tuple[DayRow, ...]:
    """Answer the tours from one day to another, in order of time."""
    return rows_of(connection.execute(ask.DAYS, {"first": first, "last": last}))


def days_of_tour(connection: Connection, tour_id: UUID, today: date) -> tuple[DayRow, ...]:
    """Answer the next days of a tour."""
    values = {"id": tour_id, "first": today, "most": MOST_AHEAD}
    return rows_of(connection.execute(ask.DAYS_OF_TOUR, values))


def days_of_stop(connection: Connection, stop_id: UUID, today: date) -> tuple[DayRow, ...]:
    """Answer the next days on which a tour comes to a stop."""
    values = {"id": stop_id, "first": today, "most": MOST_AHEAD}
    return rows_of(connection.execute(ask.DAYS_OF_STOP, values))


def tours_of_today(connection: Connection, today: date, who: str) -> tuple[DayRow, ...]:
    """Answer the tours of a day that go, first those on which `who` is on board."""
    days = [
        day for day in days_between(connection, today, today) if day.state != DayState.CANCELLED
    ]
    if not days:
        return ()
    values = {"who": who, "days": [day.id for day in days]}
    mine = set(connection.scalars(ask.ON_BOARD, values))
    return tuple(sorted(days, key=lambda day: (day.id not in mine, day.from_minute)))


def count_to_confirm(connection: Connection, today: date) -> int:
    """Answer how many days of tours should be confirmed by now and are not."""
    last = today + timedelta(days=tour_figures_on(today).confirm_ahead)
    return connection.scalar(ask.TO_CONFIRM, {"first": today, "last": last}) or 0


def halts_of(connection: Connection, day_id: UUID) -> tuple[HaltRow, ...]:
    """Answer the stops of a day in their order."""
    return tuple(
        HaltRow(
            row.id,
            row.stop_id,
            row.stop,
            f"{row.street} {row.house_number}".strip() or row.meeting_point,
            row.access,
            row.from_time,
            row.until_time,
            row.counters,
            row.state == HaltState.CANCELLED,
            row.reason,
            row.booked,
            f"{row.contact_name} {row.contact_phone}".strip(),
            row.bad_weather,
        )
        for row in connection.execute(ask.HALTS, {"id": day_id})
    )


def crew_of(connection: Connection, day_id: UUID) -> tuple[CrewMate, ...]:
    """Answer who goes along on a day, without those whom the reader may not know of."""
    return tuple(
        CrewMate(
            row.name,
            row.duty,
            row.person_id,
            tuple(row.languages.split()),
            _time(row.from_time),
            _time(row.until_time),
        )
        for row in connection.execute(ask.CREW, {"id": day_id})
    )


def engaged_on(connection: Connection, day: date, but: UUID | None) -> tuple[Engaged, ...]:
    """Answer who is on which tour of a day, apart from one tour day."""
    return tuple(
        Engaged(row.person_id, row.name, row.duty, row.tour, row.from_minute, row.until_minute)
        for row in connection.execute(ask.ENGAGED, {"first": day})
        if row.tour_day_id != but
    )


def vehicles_out(connection: Connection, day: date) -> tuple[VehicleOut, ...]:
    """Answer which vehicle is on which tour of a day."""
    return tuple(VehicleOut(*row) for row in connection.execute(ask.VEHICLES_OUT, {"first": day}))


def candidates(connection: Connection) -> tuple[Candidate, ...]:
    """Answer who goes along on tours at all, by name."""
    return tuple(
        Candidate(row.person_id, row.name, row.duty) for row in connection.execute(ask.CANDIDATES)
    )


def rows_of(rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[DayRow, ...]:
    """Answer rows of the database as screens are told of them."""
    return tuple(
        DayRow(
            row.id,
            row.version,
            row.tour_id,
            row.tour,
            row.vehicle or "",
            row.day,
            row.occurs_on,
            row.state,
            row.from_minute or 0,
            row.until_minute or 0,
            row.stops,
            row.cancelled_stops,
            row.reason,
        )
        for row in rows
    )


def _time(minute: int | None) -> time | None:
    return None if minute is None else time_of(minute)
