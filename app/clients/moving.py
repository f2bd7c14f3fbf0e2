"""What else happens when somebody moves or the status changes: the address, planned visits."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import select

from app.clients.card_writing import ADDRESS_PARTS
from app.clients.rules import Address, AddressLabel, why_no_visit
from app.clients.rules.details import MOVE_NEEDS_ADDRESS
from app.errors import Problem, Refused
from db.people import PersonAddress
from db.visiting import Visit

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.rules import ClientDetails
    from app.office import Act
    from db.people import Person

_PLANNED, _CANCELLED = "planned", "cancelled"


def former_address(person: Person, details: ClientDetails) -> PersonAddress | None:
    """Answer the address before a move as a former one, valid until the day before the move.

    Raises `Refused` when a day is given but the address is the same as before.
    """
    if details.moved_on is None:
        return None
    before = Address(**{part: getattr(person, part) for part in ADDRESS_PARTS})
    if before == details.address:
        raise Refused(Problem(MOVE_NEEDS_ADDRESS, "moved_on"))
    if not (before.street or before.city):
        return None
    return PersonAddress(
        id=uuid4(),
        person_id=person.id,
        label=AddressLabel.FORMER.value,
        valid_until=details.moved_on - timedelta(days=1),
        **{part: getattr(before, part) for part in ADDRESS_PARTS},
    )


def cancel_ruled_out_visits(act: Act, person_id: UUID, details: ClientDetails) -> int:
    """Cancel the planned visits from today on that the status rules out, if the form says so.

    Answers how many.
    """
    if not details.cancels_visits:
        return 0
    ahead = select(Visit).where(
        Visit.client_id == person_id,
        Visit.status == _PLANNED,
        Visit.planned_start >= datetime.combine(act.local_now.date(), time.min),
    )
    count = 0
    for visit in act.session.scalars(ahead):
        if why_no_visit(details.standing, visit.planned_start.date(), "") is not None:
            visit.status = _CANCELLED
            act.touch("visiting", visit.id)
            count += 1
    return count
