"""Takes requests through the actions that people use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.intake import actions
from app.intake.rules import Decision, RequestDetails

if TYPE_CHECKING:
    from app.office import Office

ASKED = date(2026, 11, 2)
"""The day of every request that a test does not date otherwise."""


def request_details(person_id: UUID | None = None, **fields: Any) -> RequestDetails:  # noqa: ANN401 - any field
    """Answer a request to visit somebody who agreed, or what `fields` say otherwise."""
    known: dict[str, Any] = {
        "person_id": person_id,
        "requested_on": ASKED,
        "own_consent": True,
        "consent_on": ASKED,
    }
    return RequestDetails(**(known | fields))


def take_request(office: Office, person_id: UUID | None = None, **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Take a request and answer its id; it begins with version 1."""
    details = request_details(person_id, **fields)
    return office.act(actions.add_request, uuid4(), details).value


def decision(stage: str, **fields: Any) -> Decision:  # noqa: ANN401 - any field of the form
    """Answer a decision of 10 November 2026, or what `fields` say otherwise."""
    known: dict[str, Any] = {"stage": stage, "decided_on": date(2026, 11, 10)}
    return Decision(**(known | fields))


def put_on_waiting_list(office: Office, request_id: UUID, since: date) -> None:
    """Let somebody wait from a day on; the request has its first version."""
    waiting = decision("waiting", decided_on=since, waiting_reason="A visitor who speaks Turkish")
    office.act(actions.decide_request, request_id, 1, waiting)
