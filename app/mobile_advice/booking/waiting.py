"""What can be done about the waiting list of a stop: come onto it, leave it, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import literal, or_, select

from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.mobile_advice.booking.checking import who_is
from app.mobile_advice.booking.rules import WaitDetails, WaitingState, check_wait
from app.office import CHANGED_MEANWHILE
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.booking import StopWaiting
from db.tours import Stop

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act

WAITING_FORM = "stop_waiting"
"""The form of the waiting list in drafts; the subject is the stop, "" where none is chosen."""

STOP_IS_GONE = N_("This stop is no longer in the office.")
WAITS_ALREADY = N_("This person waits at this stop already, since {day:%d.%m.%Y}.")
ENTRY_IS_GONE = N_("This entry of the waiting list is no longer in the office.")


def wait_at_stop(act: Act, waiting_id: UUID, details: WaitDetails) -> UUID:
    """Put somebody on the waiting list of a stop, under an id made before; answer the id."""
    if act.session.get(StopWaiting, waiting_id) is not None:
        return waiting_id
    if problems := check_wait(details):
        raise Refused(*problems)
    if act.session.get(Stop, details.stop_id) is None:
        raise Refused(Problem(STOP_IS_GONE, "stop_id"))
    if details.person_id is not None:
        # Nobody waits who has died; which day it will be, nobody knows yet.
        who_is(act, details.person_id, "", act.local_now.date(), waiting_id)
        _need_first(act, details)
    act.session.add(
        StopWaiting(
            id=waiting_id,
            stop_id=details.stop_id,
            person_id=details.person_id,
            name="" if details.person_id else details.name.strip(),
            phone=details.phone.strip(),
            since=act.local_now.date(),
            wish=details.wish.strip(),
            state=WaitingState.WAITING.value,
        )
    )
    for subject in {"", str(details.stop_id)}:
        discard_draft(act, WAITING_FORM, subject)
    act.touch("booking", waiting_id)
    return waiting_id


def leave_waiting(act: Act, waiting_id: UUID, version: int) -> UUID:
    """Take somebody off a waiting list who does not wait any more; answer the id."""
    return _turn(act, waiting_id, version, WaitingState.GONE)


def wait_again(act: Act, waiting_id: UUID) -> UUID:
    """Let somebody wait again who was taken off by mistake, at the same place in the list."""
    return _turn(act, waiting_id, None, WaitingState.WAITING)


def _turn(act: Act, waiting_id: UUID, version: int | None, to: WaitingState) -> UUID:
    known = select(StopWaiting).where(
        StopWaiting.id == waiting_id,
        or_(StopWaiting.person_id.is_(None), is_known_to_me(StopWaiting.__table__.c.person_id)),
    )
    row = act.session.scalar(known)
    if row is None or row.state == WaitingState.BOOKED:
        raise Refused(Problem(ENTRY_IS_GONE))
    if version is not None and row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    row.state = to.value
    act.touch("booking", waiting_id)
    return waiting_id


def _need_first(act: Act, details: WaitDetails) -> None:
    same = select(StopWaiting.since).where(
        StopWaiting.stop_id == details.stop_id,
        StopWaiting.state == WaitingState.WAITING.value,
        StopWaiting.person_id.in_(cards_of(literal(details.person_id, Key()))),
    )
    since = act.session.scalar(same)
    if since is not None:
        raise Refused(Problem(WAITS_ALREADY, "person_id", {"day": since}))
