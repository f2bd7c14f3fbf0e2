"""Makes clients to visit, and visits, through the actions that people use."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.visiting.actions import plan_visit
from app.visiting.rules import Place, VisitPlan
from db.clients import Client

if TYPE_CHECKING:
    from app.office import Act, Office

MONDAY = date(2026, 11, 23)
"""The day of all tests: see `tests.conftest.NOW`."""


def at(text: str) -> datetime:
    """Answer a naive local time, such as `at("2026-11-23 14:30")`."""
    return datetime.fromisoformat(text)


def client_to_visit(office: Office, given: str = "Erna", family: str = "Krüger") -> UUID:
    """Add a client of whom nothing but the name and a phone number is known."""
    return office.act(_add_client, given, family).value


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


def _add_client(act: Act, given: str, family: str) -> UUID:
    client = Client(
        given_name=given,
        family_name=family,
        country="DE",
        phone="0211 8991234",
        sort_key_de=family.casefold(),
        sort_key_da=family.casefold(),
    )
    act.session.add(client)
    act.session.flush()
    return client.id
