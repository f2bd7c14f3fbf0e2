"""What else happens when somebody moves or the status changes: the address, what is planned."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import literal, select

from app.clients.card_writing import ADDRESS_PARTS
from app.clients.rules import Address, AddressLabel, Planned, is_ruled_out
from app.clients.rules.details import MOVE_NEEDS_ADDRESS
from app.errors import Problem, Refused
from db.access import cards_of
from db.base import Key
from db.booking import Appointment, StopWaiting
from db.intake import Intake
from db.people import PersonAddress
from db.visiting import Visit

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Select

    from app.clients.rules import ClientDetails, Standing
    from app.office import Act
    from db.people import Person

_PLANNED, _CANCELLED = "planned", "cancelled"
_BOOKED, _AT_HOME, _WAITS, _GONE = "booked", "home_visit", "waiting", "gone"
"""See `app.mobile_advice.booking.rules`, which stand on this part."""
_UNDECIDED, _FELL_AWAY = ("open", "waiting"), "withdrawn"
"""See `app.intake.rules`, whose reasons of this end are called like the status."""


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


def cancel_ruled_out(act: Act, person_id: UUID, details: ClientDetails) -> int:
    """Cancel what is planned from today on and the status rules out, if the form says so.

    On all cards of the human being. Answers how much it was.
    """
    if not details.cancels_visits:
        return 0
    cards = cards_of(literal(person_id, Key()))
    count = _cancel_visits(act, cards, details.standing)
    count += _cancel_appointments(act, cards, details.standing)
    count += _leave_waiting_lists(act, cards, details.standing)
    return count + _end_requests(act, cards, details.standing)


def _cancel_visits(act: Act, cards: Select[UUID], standing: Standing) -> int:
    ahead = select(Visit).where(
        Visit.client_id.in_(cards),
        Visit.status == _PLANNED,
        Visit.planned_start >= datetime.combine(act.local_now.date(), time.min),
    )
    found = [
        visit
        for visit in act.session.scalars(ahead)
        if is_ruled_out(standing, Planned.VISIT, visit.planned_start.date())
    ]
    for visit in found:
        visit.status = _CANCELLED
        act.touch("visiting", visit.id)
    return len(found)


def _cancel_appointments(act: Act, cards: Select[UUID], standing: Standing) -> int:
    ahead = select(Appointment).where(
        Appointment.person_id.in_(cards),
        Appointment.state == _BOOKED,
        Appointment.day >= act.local_now.date(),
    )
    found = [
        row
        for row in act.session.scalars(ahead)
        if is_ruled_out(standing, Planned.HOME if row.kind == _AT_HOME else Planned.STOP, row.day)
    ]
    for row in found:
        row.state = _CANCELLED
        act.touch("booking", row.id)
    return len(found)


def _leave_waiting_lists(act: Act, cards: Select[UUID], standing: Standing) -> int:
    if not is_ruled_out(standing, Planned.WAITING, act.local_now.date()):
        return 0
    waits = select(StopWaiting).where(StopWaiting.person_id.in_(cards), StopWaiting.state == _WAITS)
    rows = act.session.scalars(waits).all()
    for row in rows:
        row.state = _GONE
        act.touch("booking", row.id)
    return len(rows)


def _end_requests(act: Act, cards: Select[UUID], standing: Standing) -> int:
    """Let requests fall away, which are kept and counted with the reason."""
    today = act.local_now.date()
    if not is_ruled_out(standing, Planned.REQUEST, today):
        return 0
    asked = select(Intake).where(Intake.person_id.in_(cards), Intake.stage.in_(_UNDECIDED))
    rows = act.session.scalars(asked).all()
    for row in rows:
        row.stage, row.reason = _FELL_AWAY, standing.status.value
        row.decided_on, row.decided_by = today, act.who
        act.touch("intake", row.id)
    return len(rows)
