"""Makes answers to questions of consent through the actions that people use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.consent import actions
from app.consent.rules import ConsentDetails

if TYPE_CHECKING:
    from app.office import Office


def consent_details(**fields: Any) -> ConsentDetails:  # noqa: ANN401 - any field of the form
    """Answer a consent to keeping data of 1 October 2026, or what `fields` say otherwise."""
    known: dict[str, Any] = {"said_on": date(2026, 10, 1)}
    return ConsentDetails(**(known | fields))


def passing_on(recipient: str = "Dr. Weber", **fields: Any) -> ConsentDetails:  # noqa: ANN401 - any field
    """Answer a consent to passing data on to somebody."""
    known: dict[str, Any] = {"purpose": "passing_on", "recipient": recipient, "scope": "Phone"}
    return consent_details(**(known | fields))


def record(office: Office, person_id: UUID, details: ConsentDetails) -> UUID:
    """Keep an answer and answer its id; it begins with version 1."""
    return office.act(actions.record_consent, uuid4(), person_id, details).value
