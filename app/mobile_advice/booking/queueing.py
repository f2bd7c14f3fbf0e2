"""What can be done in the queue of a halt: take a number, call the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from app.errors import Problem, Refused
from app.mobile_advice.booking.actions import Before, flush, known_appointment, step
from app.mobile_advice.booking.checking import HALT_IS_GONE, moment_of, who_is
from app.mobile_advice.booking.rules import (
    Booking,
    Kind,
    Source,
    State,
    Waiting,
    check_words,
    next_to_call,
)
from app.mobile_advice.booking.rules.booking import HALT_IS_CANCELLED, NO_COUNTER
from app.mobile_advice.booking.rules.queue import NOBODY_WAITS, ONLY_TODAY
from app.mobile_advice.booking.statements import HALT, HaltRow
from db.access import is_known_to_me
from db.booking import Appointment
from db.tours import TourHalt

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act


def take_number(act: Act, appointment_id: UUID, halt_id: UUID, who: Booking) -> int:
    """Let somebody queue at a halt of today, nameless if they like; answer the number.

    The same id again answers the number that is there.
    """
    known = act.session.get(Appointment, appointment_id)
    if known is not None:
        return known.queue_number or 0
    if problems := check_words(_as_walk_in(who)):
        raise Refused(*problems)
    halt = _halt(act, halt_id)
    if halt.day != act.local_now.date():
        raise Refused(Problem(ONLY_TODAY))
    if who.person_id is not None:
        who_is(act, who.person_id, "", None, appointment_id)
    last = select(func.max(Appointment.queue_number)).where(Appointment.tour_halt_id == halt_id)
    number = (act.session.scalar(last) or 0) + 1
    act.session.add(_walk_in(act, appointment_id, halt, who, number))
    flush(act)
    act.touch("booking", appointment_id)
    return number


def call_next(act: Act, halt_id: UUID, counter: int) -> tuple[Before, ...]:
    """Call who is next to a counter; who was there until now was advised.

    Answers what they were before, whoever was called first. Raises `Refused` when nobody waits.
    """
    halt = _halt(act, halt_id)
    _need_counter(halt, counter)
    queue = [
        Waiting(*row)
        for row in act.session.execute(
            select(Appointment.id, Appointment.starts_at, Appointment.queue_number).where(
                Appointment.tour_halt_id == halt_id,
                Appointment.state == State.WAITING.value,
                or_(Appointment.counter == counter, Appointment.kind == Kind.WALK_IN.value),
                or_(
                    Appointment.person_id.is_(None),
                    is_known_to_me(Appointment.__table__.c.person_id),
                ),
            )
        )
    ]
    following = next_to_call(queue, moment_of(act).minute)
    if following is None:
        raise Refused(Problem(NOBODY_WAITS))
    return call_to(act, following.id, counter)


def call_to(
    act: Act, appointment_id: UUID, counter: int, version: int | None = None
) -> tuple[Before, ...]:
    """Call one person to a counter; who was there until now was advised.

    Who has an appointment is called to the counter of the appointment, whatever `counter` is.
    """
    row = known_appointment(act, appointment_id, version)
    counter = row.counter or counter
    if row.tour_halt_id is not None:
        _need_counter(_halt(act, row.tour_halt_id), counter)
    asked = select(Appointment).where(
        Appointment.tour_halt_id == row.tour_halt_id,
        Appointment.counter == counter,
        Appointment.state == State.CALLED.value,
        Appointment.id != row.id,
    )
    changed = [(there, step(act, there, State.DONE)) for there in act.session.scalars(asked).all()]
    flush(act)
    changed.insert(0, (row, step(act, row, State.CALLED, counter)))
    flush(act)
    return tuple(Before(one.id, one.version, before) for one, before in changed)


def _halt(act: Act, halt_id: UUID) -> HaltRow:
    # Numbers are given one after the other.
    act.session.get(TourHalt, halt_id, with_for_update=True)
    found = act.session.execute(HALT, {"halt_id": halt_id}).first()
    if found is None:
        raise Refused(Problem(HALT_IS_GONE))
    halt = HaltRow(*found)
    if halt.is_cancelled:
        raise Refused(Problem(HALT_IS_CANCELLED))
    return halt


def _need_counter(halt: HaltRow, counter: int) -> None:
    if not 1 <= counter <= halt.counters:
        raise Refused(Problem(NO_COUNTER, "", {"wanted": counter}))


def _as_walk_in(who: Booking) -> Booking:
    return replace(who, kind=Kind.WALK_IN, place=None)


def _walk_in(
    act: Act, appointment_id: UUID, halt: HaltRow, who: Booking, number: int
) -> Appointment:
    return Appointment(
        id=appointment_id,
        tour_halt_id=halt.id,
        tour_day_id=halt.tour_day_id,
        day=halt.day,
        starts_at=None,
        minutes=halt.slot_minutes,
        counter=0,
        queue_number=number,
        person_id=who.person_id,
        name="" if who.person_id else who.name.strip(),
        phone=who.phone.strip(),
        kind=Kind.WALK_IN.value,
        state=State.WAITING.value,
        source=Source(who.source).value,
        language=who.language,
        topic=who.topic,
        note=who.note.strip(),
        booked_by=act.who,
        booked_at=act.now,
    )
