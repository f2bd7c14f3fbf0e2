"""Forgets the names and numbers of people without a card once they are kept long enough."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, literal, or_, select

from app.mobile_advice.booking.figures import figures_on
from app.mobile_advice.booking.rules import WaitingState
from db.advice import Callback
from db.booking import Appointment, StopWaiting

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Select

    from app.office import Act

_CLOSED_CALLS = ("done", "given_up")
"""See `app.mobile_advice.advice.rules.CallbackState`, which stands on this part."""


def are_names_due(connection: Connection, today: date) -> bool:
    """Answer whether names and numbers are kept longer than they may be."""
    before = _forgotten_before(today)
    asked = (_is_old(before), _is_gone(before), _is_called(before))
    known = select(literal(1)).where(or_(*(one.exists() for one in asked)))
    return connection.scalar(known) is not None


def forget_names(act: Act) -> int:
    """Forget names and numbers of people without a card whose appointments and calls are over.

    What stays can be counted and leads to nobody (data minimisation); answers how many.
    """
    before = _forgotten_before(act.local_now.date())
    rows = act.session.scalars(_is_old(before)).all()
    gone = act.session.scalars(_is_gone(before)).all()
    calls = act.session.scalars(_is_called(before)).all()
    for row in rows:
        row.name = row.phone = row.note = row.bring = ""
        act.touch("booking", row.id)
    for waiting in gone:
        waiting.name = waiting.phone = waiting.wish = ""
        act.touch("booking", waiting.id)
    for call in calls:
        call.caller = call.phone = call.wish = call.note = ""
        act.touch("advice", call.id)
    return len(rows) + len(gone) + len(calls)


def _forgotten_before(today: date) -> date:
    return today - timedelta(days=figures_on(today).forget_names_days)


def _is_old(before: date) -> Select[Appointment]:
    return select(Appointment).where(
        Appointment.person_id.is_(None),
        Appointment.day < before,
        or_(Appointment.name != "", Appointment.phone != "", Appointment.note != ""),
    )


def _is_gone(before: date) -> Select[StopWaiting]:
    return select(StopWaiting).where(
        StopWaiting.person_id.is_(None),
        StopWaiting.state != WaitingState.WAITING.value,
        StopWaiting.since < before,
        or_(StopWaiting.name != "", StopWaiting.phone != "", StopWaiting.wish != ""),
    )


def _is_called(before: date) -> Select[Callback]:
    return select(Callback).where(
        Callback.person_id.is_(None),
        Callback.state.in_(_CLOSED_CALLS),
        func.coalesce(Callback.tried_at, Callback.taken_at)
        < datetime.combine(before, time.min, tzinfo=UTC),
        or_(Callback.caller != "", Callback.phone != "", Callback.wish != "", Callback.note != ""),
    )
