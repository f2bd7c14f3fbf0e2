"""Asking about tours: their stops in order, their rhythms, their usual crew."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from app.mobile_advice.tours import statements as ask
from app.mobile_advice.tours.queries.days import days_of_tour
from app.mobile_advice.tours.queries.stops import tour_choices
from app.mobile_advice.tours.rows import TourCard, TourRow, TourToEdit
from app.mobile_advice.tours.rules import (
    CrewMate,
    RhythmDetails,
    StopTime,
    TourDetails,
    time_of,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, Row


def list_tours(connection: Connection, today: date, typed: str = "") -> tuple[TourRow, ...]:
    """Answer tours by name; `typed` finds them by their name, vehicle or stops."""
    rhythms, stops = rhythms_of_tours(connection), _stops(connection)
    next_days = {row.tour_id: row.day for row in connection.execute(ask.NEXT_DAYS,
                                                                    {"first": today})}  # fmt: skip
    rows = (
        _row(row, rhythms.get(row.id, ()), stops.get(row.id, []), next_days.get(row.id))
        for row in connection.execute(ask.TOURS)
    )
    sought = typed.casefold().split()
    return tuple(row for row in rows if _has(row, sought))


def tour_card(connection: Connection, tour_id: UUID, today: date) -> TourCard | None:
    """Answer everything about one tour; None where it is gone."""
    row = next((row for row in list_tours(connection, today) if row.id == tour_id), None)
    if row is None:
        return None
    details = _details(connection, tour_id)
    return TourCard(row, details, days_of_tour(connection, tour_id, today))


def tour_to_edit(connection: Connection, tour_id: UUID | None, today: date) -> TourToEdit:
    """Answer what the form of a tour begins with; without a card it is gone, or new."""
    card = tour_card(connection, tour_id, today) if tour_id is not None else None
    return TourToEdit(card, tour_choices(connection))


def _details(connection: Connection, tour_id: UUID) -> TourDetails:
    """Answer a tour that is there as its form has it."""
    tour = next(row for row in connection.execute(ask.TOURS) if row.id == tour_id)
    stops = _stops(connection).get(tour_id, [])
    return TourDetails(
        tour.name,
        tour.vehicle_id,
        tuple(tour.languages.split()),
        tour.slot_minutes,
        tour.note,
        tuple(
            StopTime(row.stop_id, time_of(row.from_time), time_of(row.until_time)) for row in stops
        ),
        rhythms_of_tours(connection).get(tour_id, ()),
        usual_crew(connection, tour_id),
        tour.is_active,
    )


def usual_crew(connection: Connection, tour_id: UUID) -> tuple[CrewMate, ...]:
    """Answer who usually goes along, without those whom the reader may not know of."""
    return tuple(
        CrewMate(row.name, row.duty, row.person_id, tuple(row.languages.split()))
        for row in connection.execute(ask.USUAL_CREW, {"id": tour_id})
    )


def rhythms_of_tours(connection: Connection) -> dict[UUID, tuple[RhythmDetails, ...]]:
    """Answer the rhythms of every tour."""
    found: dict[UUID, list[RhythmDetails]] = defaultdict(list)
    for row in connection.execute(ask.RHYTHMS):
        found[row.tour_id].append(_rhythm(row))
    return {tour: tuple(rhythms) for tour, rhythms in found.items()}


def _rhythm(row: Row[*tuple[Any, ...]]) -> RhythmDetails:
    return RhythmDetails(
        row.rhythm,
        row.weekday,
        row.nth,
        row.starts_on,
        row.until,
        row.on_holidays,
        tuple(map(date.fromisoformat, row.dates.split())),
    )


def _stops(connection: Connection) -> dict[UUID, list[Row[*tuple[Any, ...]]]]:
    found: dict[UUID, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in connection.execute(ask.TOUR_STOPS):
        found[row.tour_id].append(row)
    return found


def _row(
    row: Row[*tuple[Any, ...]],
    rhythms: tuple[RhythmDetails, ...],
    stops: list[Row[*tuple[Any, ...]]],
    next_day: date | None,
) -> TourRow:
    return TourRow(
        row.id,
        row.version,
        row.name,
        row.vehicle or "",
        tuple(row.languages.split()),
        rhythms,
        tuple(stop.name for stop in stops),
        next_day,
        row.is_active,
    )


def _has(row: TourRow, sought: list[str]) -> bool:
    words = " ".join((row.name, row.vehicle, *row.stops)).casefold()
    return all(word in words for word in sought)
