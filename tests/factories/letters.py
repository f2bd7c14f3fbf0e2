"""Makes what letters are about: the office card, people with addresses, visits, letters."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.letters.actions import write_appointment_letter
from db.admin import OfficeCard
from db.visiting import Visit
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Act, Office

TUESDAY = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001 - local wall-clock time
"""The afternoon after the day of all tests."""

LATER = datetime(2099, 11, 24, 14, 30)  # noqa: DTZ001 - local wall-clock time
"""A day that lies ahead whenever a test runs."""


def office_card(office: Office, **values: str) -> None:
    """Fill in the card of a German office, or of the one that `values` describe."""
    office.act(_add_card, values)


def person(office: Office, **fields: Any) -> UUID:  # noqa: ANN401 - any field of the form
    """Add Erna Krüger, who lives in Garath, or whom `fields` describe."""
    address = {
        "country": "DE",
        "street": "Ricarda-Huch-Straße",
        "house_number": "12",
        "postal_code": "40595",
        "city": "Düsseldorf",
    }
    return add_client(office, **(address | fields))


def visit(office: Office, client_id: UUID, start: datetime = TUESDAY, **values: Any) -> UUID:  # noqa: ANN401 - any
    """Plan a visit of one hour at home, or as `values` say."""
    return office.act(_add_visit, client_id, start, values).value


def letter(office: Office, visit_id: UUID, language: str = "de") -> UUID:
    """Write the appointment letter for a visit and answer its id."""
    return office.act(write_appointment_letter, visit_id, language, uuid4()).value.id


def _add_card(act: Act, values: dict[str, str]) -> None:
    card = {
        "name": "Landeshauptstadt Düsseldorf",
        "country": "DE",
        "sender": "Amt für Soziales · Besuchsdienst",
        "street": "Willi-Becker-Allee 7",
        "postal_code": "40227",
        "city": "Düsseldorf",
        "phone": "0211 899-8999",
        "email": "besuchsdienst@example.org",
        "contact_name": "Petra Schneider",
    }
    act.session.add(OfficeCard(created_at=act.now, **(card | values)))


def _add_visit(act: Act, client_id: UUID, start: datetime, values: dict[str, Any]) -> UUID:
    plan = {"visitor": "Karin Vogt", "place": "home", "planned_end": start + timedelta(hours=1)}
    visit = Visit(client_id=client_id, planned_start=start, **(plan | values))
    act.session.add(visit)
    act.session.flush()
    return visit.id
