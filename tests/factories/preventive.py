"""People who are due for preventive visits, for tests: a Danish office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.preventive.actions import record_answer
from app.preventive.offers import Occasion
from app.preventive.queries import DueRow, cohort
from app.preventive.rules import Answer, OfferState, Period, SpanDetails
from app.preventive.settling import save_risk
from db.admin import OfficeCard
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Act, Office

TODAY = date(2026, 11, 23)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def danish(office: Office) -> None:
    """Let an office stand in Denmark."""
    office.act(_open)


def _open(act: Act) -> None:
    act.session.add(
        OfficeCard(
            name="Besøgstjenesten",
            country="DK",
            sender="Center for Voksne",
            street="Eksempelvej 1",
            postal_code="2750",
            city="Ballerup",
            phone="17 00 01 00",
            contact_name="Anna Beispiel",
            created_at=act.now,
        )
    )
    act.touch("admin")


def born(office: Office, birth: str, **fields: Any) -> UUID:  # noqa: ANN401 - any field of the form
    """Add somebody in Ballerup who was born on a day; answer the person."""
    known = {
        "given_name": "Inge", "family_name": "Holm", "birth": birth, "country": "DK",
        "street": "Hovedgaden", "house_number": "4", "postal_code": "2750", "city": "Ballerup",
    }  # fmt: skip
    return add_client(office, **(known | fields))


def risk(office: Office, person_id: UUID, code: str, since: date) -> None:
    """Say that somebody is at risk."""
    office.act(save_risk, uuid4(), 0, person_id, SpanDetails(code, since))


def answered(
    office: Office,
    person_id: UUID,
    period_from: date,
    state: OfferState,
    **fields: Any,  # noqa: ANN401 - any field of the answer
) -> UUID:
    """Record an answer about the yearly visit of a year; answer the key of the offer."""
    first_day = date(period_from.year, 1, 1)
    known = Occasion(person_id, "dk_82", first_day, period_from)
    answer = Answer(state, **({"on": TODAY} | fields))
    return office.act(record_answer, known, answer).value


def due(
    office: Office,
    period: Period = YEAR,
    today: date = TODAY,
    **narrow: Any,  # noqa: ANN401 - any way to narrow down
) -> tuple[DueRow, ...]:
    """Answer who is due."""
    return office.ask(cohort, period, today, **narrow)


def due_codes(office: Office, period: Period = YEAR) -> list[str]:
    """Answer by which rules somebody is due."""
    return [row.rule_code for row in due(office, period)]
