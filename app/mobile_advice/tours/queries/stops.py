"""Asking about stops, sites and vehicles."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.areas.queries import area_choices
from app.clients.queries import home_country
from app.mobile_advice.tours import statements as ask
from app.mobile_advice.tours.figures import tour_figures_on
from app.mobile_advice.tours.queries.days import days_of_stop
from app.mobile_advice.tours.rows import Choices, StopCard, StopRow, StopToEdit, VehicleRow
from app.mobile_advice.tours.rules import StopDetails, StopFacts, VehicleDetails, read_hours

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

_DETAILS = (
    "name", "kind", "country", "street", "house_number", "postal_code", "city", "meeting_point",
    "area_id", "institution_id", "latitude", "longitude", "access", "has_power", "toilet",
    "needs_permit", "permit_number", "permit_until", "contact_name", "contact_phone",
    "bad_weather", "counters", "note", "is_active",
)  # fmt: skip
_FACTS = ("id", "name", "needs_permit", "permit_number", "permit_until", "latitude", "longitude",
          "is_active")  # fmt: skip


def list_stops(connection: Connection, typed: str = "") -> tuple[StopRow, ...]:
    """Answer stops and sites by name; `typed` finds them by name, place or district."""
    tours = _tours_of_stops(connection)
    rows = (_row(row, tours.get(row.id, "")) for row in connection.execute(ask.STOPS))
    sought = typed.casefold().split()
    return tuple(row for row in rows if _has(row, sought))


def stop_card(connection: Connection, stop_id: UUID, today: date) -> StopCard | None:
    """Answer everything about one stop; None where it is gone."""
    row = connection.execute(ask.ONE_STOP, {"id": stop_id}).one_or_none()
    if row is None:
        return None
    tours = _tours_of_stops(connection)
    ahead = days_of_stop(connection, stop_id, today)
    return StopCard(_row(row, tours.get(row.id, "")), _details(row), row.institution or "", ahead)


def stop_to_edit(connection: Connection, stop_id: UUID | None, today: date) -> StopToEdit:
    """Answer what the form of a stop begins with; without a card it is gone, or new."""
    card = stop_card(connection, stop_id, today) if stop_id is not None else None
    kept = card.details.area_id if card is not None else None
    return StopToEdit(card, area_choices(connection, kept), home_country(connection))


def stop_facts(connection: Connection) -> dict[UUID, StopFacts]:
    """Answer of every stop what the checks of times and permits need."""
    return {
        row.id: StopFacts(
            **{name: getattr(row, name) for name in _FACTS}, opens=read_hours(row.opens)
        )
        for row in connection.execute(ask.STOPS)
    }


def list_vehicles(connection: Connection) -> tuple[VehicleRow, ...]:
    """Answer the vehicles by name."""
    return tuple(
        VehicleRow(
            row.id,
            row.version,
            VehicleDetails(row.name, row.plate, row.equipment, row.seats, row.note, row.is_active),
        )
        for row in connection.execute(ask.VEHICLES)
    )


def tour_choices(connection: Connection) -> Choices:
    """Answer what forms of tours and days offer."""
    return Choices(list_stops(connection), list_vehicles(connection))


def permits_running_out(connection: Connection, today: date) -> tuple[StopRow, ...]:
    """Answer the stops of tours whose permit ends soon, is over, or was never entered."""
    last = today + timedelta(days=tour_figures_on(today).permit_warning)
    tours = _tours_of_stops(connection)
    found = connection.execute(ask.PERMITS, {"last": last})
    return tuple(_row(row, tours.get(row.id, "")) for row in found)


def _tours_of_stops(connection: Connection) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for row in connection.execute(ask.TOURS_OF_STOPS):
        found[row.stop_id].append(row.name)
    return {stop: ", ".join(names) for stop, names in found.items()}


def _row(row: Row[*tuple[Any, ...]], tours: str) -> StopRow:
    return StopRow(
        row.id,
        row.version,
        row.name,
        row.kind,
        f"{row.street} {row.house_number}".strip() or row.meeting_point,
        f"{row.postal_code} {row.city}".strip(),
        row.area or "",
        row.access,
        row.needs_permit,
        row.permit_number,
        row.permit_until,
        row.is_active,
        tours,
        row.counters,
    )


def _details(row: Row[*tuple[Any, ...]]) -> StopDetails:
    known = {name: getattr(row, name) for name in _DETAILS}
    return StopDetails(**known, opens=read_hours(row.opens))


def _has(row: StopRow, sought: list[str]) -> bool:
    words = f"{row.name} {row.place} {row.town} {row.area} {row.tours}".casefold()
    return all(word in words for word in sought)
