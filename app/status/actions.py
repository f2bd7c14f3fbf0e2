"""What can be done with a card whose status matters to other services: save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import literal, select

from app.clients.actions import save_client
from app.clients.rules import PersonStatus
from app.matches.ending import end_matches_of_deceased
from app.mobile_advice.booking.rules import State
from app.mobile_advice.tours.freeing import release
from db.access import cards_of
from db.base import Key
from db.booking import Appointment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.clients.rules import ClientDetails
    from app.office import Act


def save_card(act: Act, client_id: UUID, version: int, details: ClientDetails) -> UUID:
    """Change a card as `save_client` does, and let other services follow the status.

    Mediators who were asked for appointments that it cancels are freed, and tasks say who is to
    be told. Matches of somebody who died end.
    """
    interpreted = _interpreted(act, client_id)
    save_client(act, client_id, version, details)
    act.session.flush()
    release(act, [one for one in interpreted if one.state == State.CANCELLED])
    if details.standing.status is PersonStatus.DECEASED:
        end_matches_of_deceased(act, client_id, details.standing.since)
    return client_id


def _interpreted(act: Act, client_id: UUID) -> Sequence[Appointment]:
    """Answer the appointments ahead for which a mediator was asked, on whichever card."""
    ahead = select(Appointment).where(
        Appointment.person_id.in_(cards_of(literal(client_id, Key()))),
        Appointment.interpreter_request_id.is_not(None),
        Appointment.state == State.BOOKED.value,
        Appointment.day >= act.local_now.date(),
    )
    return act.session.scalars(ahead).all()
