"""Makes plans and planned visits through the actions that people use."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from app.visiting.actions import plan_visit
from app.visiting.rules import Place, VisitPlan

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

MONDAY = date(2026, 11, 23)
"""The day of all tests: see `tests.conftest.NOW`."""


def at(text: str) -> datetime:
    """Answer a naive local time, such as `at("2026-11-23 14:30")`."""
    return datetime.fromisoformat(text)


def planned(
    client_id: UUID | None,
    day: date | None = MONDAY,
    start: time | None = time(14, 0),
    end: time | None = time(15, 0),
    *,
    visitor: str = "Karin Vogt",
    place: Place = Place.HOME,
    place_note: str = "",
) -> VisitPlan:
    """Answer a plan that is right unless the test says otherwise."""
    return VisitPlan(client_id, visitor, day, start, end, place, place_note)


def visit_planned(
    office: Office,
    client_id: UUID,
    day: date = MONDAY,
    start: time = time(14, 0),
    *,
    minutes: int = 60,
    visitor: str = "Karin Vogt",
) -> UUID:
    """Plan a visit and answer its id; it begins with version 1."""
    end = (datetime.combine(day, start) + timedelta(minutes=minutes)).time()
    plan = planned(client_id, day, start, end, visitor=visitor)
    return office.act(plan_visit, uuid4(), plan).value
