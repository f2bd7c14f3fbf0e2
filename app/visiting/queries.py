"""Asking about visits: a client's visits, what is due, who visits."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.text_rules import full_name
from app.visiting import statements as ask
from app.visiting.rows import (
    MOST_COUNTED,
    ClientToVisit,
    DayCount,
    DueVisits,
    VisitDetails,
    VisitingDay,
    VisitRow,
)
from app.visiting.rules import Booking, NotHeldReason, Place, VisitKind, VisitStatus
from db.kept_plans import keep_plans

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, Result, Row

DAYS_AHEAD = 7
"""How many days after today My day looks ahead."""
TODAY_SHOWN = 20
"""How many of today's visits My day lists; it counts them up to `MOST_COUNTED`."""
WAITING_SHOWN = 30
"""How many of the visits that wait to be recorded My day lists; it counts them likewise."""


def visits_of_client(
    connection: Connection, client_id: UUID, until: datetime | None = None
) -> tuple[VisitRow, ...]:
    """Answer every visit to a client, the latest first; of series only those before `until`."""
    keep_plans(connection)
    values = {"client_id": client_id, "until": until or datetime.max}  # noqa: DTZ901 - a local time
    return visit_rows(connection.execute(ask.OF_CLIENT, values))


def unrecorded_visits(
    connection: Connection, today: date, limit: int = WAITING_SHOWN
) -> tuple[VisitRow, ...]:
    """Answer visits planned before today about which nothing was said, the latest first."""
    return visit_rows(connection.execute(ask.WAITING, {"before": _midnight(today), "limit": limit}))


def visit_details(connection: Connection, visit_id: UUID) -> VisitDetails | None:
    """Answer everything about one visit, or None when it no longer exists."""
    # Neither is on the way to the first page.
    from app.clients.rules import show_phone  # noqa: PLC0415 - see above
    from app.visiting.record_queries import record_facts  # noqa: PLC0415 - see above

    row = connection.execute(ask.DETAILS, {"visit_id": visit_id}).first()
    if row is None:
        return None
    return VisitDetails(
        visit=_visit_row(*row[: len(ask.VISIT_COLUMNS)]),
        place_note=row.place_note,
        actual_start=row.actual_start,
        actual_end=row.actual_end,
        note=row.note,
        phone=show_phone(row.phone or row.mobile, row.country),
        hint=row.hint,
        address_protected=row.address_protected,
        facts=record_facts(connection, visit_id),
    )


def client_to_visit(connection: Connection, client_id: UUID) -> ClientToVisit | None:
    """Answer who is to be visited, with last time's visitor and place; None when gone."""
    client = connection.execute(ask.CLIENT, {"client_id": client_id}).first()
    if client is None:
        return None
    last = connection.execute(ask.LAST_PLANNED, {"client_id": client_id}).first()
    return ClientToVisit(
        id=client.id,
        name=_name(client),
        visitor=last.visitor if last else "",
        place=Place(last.place) if last else None,
    )


def known_visitors(connection: Connection) -> tuple[str, ...]:
    """Answer the names of everybody who visits, the most recently planned first."""
    return tuple(connection.scalars(ask.VISITORS))


def due_visits(connection: Connection, today: date) -> DueVisits:
    """Count the planned visits of today and the earlier ones that nobody recorded."""
    row = connection.execute(
        ask.DUE, {"today": _midnight(today), "tomorrow": _midnight(today, 1)}
    ).one()
    return DueVisits(today=row.due_today, earlier=row.due_earlier)


def visiting_day(connection: Connection, today: date, who: str) -> VisitingDay:
    """Answer what today holds for a person and for all, what waits, and the next days."""
    day = {"start": _midnight(today), "end": _midnight(today, 1)}
    days = {f"day_{ahead}": _midnight(today, ahead) for ahead in range(1, DAYS_AHEAD + 2)}
    most = {"most": MOST_COUNTED + 1}
    counts = connection.scalars(ask.AHEAD, days | most).all()
    return VisitingDay(
        mine=visit_rows(connection.execute(ask.OF_VISITOR_BETWEEN, day | {"visitor": who})),
        today=visit_rows(connection.execute(ask.FIRST_BETWEEN, day | {"limit": TODAY_SHOWN})),
        today_count=connection.execute(ask.COUNT_BETWEEN, day | most).scalar_one(),
        waiting=unrecorded_visits(connection, today),
        waiting_count=connection.execute(ask.COUNT_WAITING, {"before": day["start"]}).scalar_one(),
        ahead=tuple(
            DayCount(today + timedelta(days=ahead), count)
            for ahead, count in enumerate(counts, start=1)
        ),
        has_clients=bool(connection.scalar(ask.HAS_CLIENTS)),
    )


def bookings_between(
    connection: Connection, start: datetime, end: datetime, except_for: UUID | None = None
) -> tuple[Booking, ...]:
    """Answer who is with whom within some hours of one day, in order of time.

    One visit can be left out; those that fell through are.
    """
    hours = {"midnight": _midnight(start.date()), "start": start, "end": end}
    rows = connection.execute(ask.BOOKINGS, hours | {"except_for": except_for})
    return tuple(
        Booking(row.client_id, _name(row), row.visitor, row.planned_start, row.planned_end)
        for row in rows
    )


def _midnight(day: date, days_later: int = 0) -> datetime:
    return datetime.combine(day + timedelta(days=days_later), time.min)


def visit_rows(rows: Result[*tuple[Any, ...]]) -> tuple[VisitRow, ...]:
    """Answer visits of a statement over `statements.VISIT_COLUMNS`."""
    return tuple([_visit_row(*row) for row in rows.all()])


_PLACES = {place.value: place for place in Place}
_KINDS = {kind.value: kind for kind in VisitKind}
_STATUSES = {status.value: status for status in VisitStatus}
_REASONS = {reason.value: reason for reason in NotHeldReason}


def _visit_row(  # noqa: PLR0913, PLR0917 - the columns of `statements.VISIT_COLUMNS`, in order
    visit_id: UUID,
    version: int,
    client_id: UUID,
    given: str,
    family: str,
    visitor: str,
    start: datetime,
    end: datetime,
    place: str,
    status: str,
    reason: str,
    kind: str,
    series_id: UUID | None,
    instead_of: str,
    visitor_id: UUID | None,
) -> VisitRow:
    return VisitRow(
        visit_id,
        version,
        client_id,
        full_name(given, family),
        visitor,
        start,
        end,
        _PLACES[place],
        _STATUSES[status],
        _REASONS.get(reason),
        _KINDS[kind],
        series_id,
        instead_of,
        visitor_id,
    )


def _name(row: Row[*tuple[Any, ...]]) -> str:
    return full_name(row.given_name, row.family_name)
