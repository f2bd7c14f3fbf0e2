"""What is read before somebody is booked: the halt, who holds its times, where the person is."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import and_, literal, select

from app.clients.rules import PersonStatus, Standing, full_name, why_no_visit
from app.consent.actions import known_person
from app.errors import N_, Problem, Refused
from app.mobile_advice.booking.queries.halts import find_slots
from app.mobile_advice.booking.rules import (
    NEXT_FREE,
    OF_THE_DAY,
    Elsewhere,
    HaltFacts,
    Held,
    Moment,
    Place,
    Who,
    check_home_time,
    check_place,
    clock,
)
from app.mobile_advice.booking.statements import CANCELLED, HALT, IS_HELD, HaltRow
from db.access import cards_of
from db.base import Key
from db.booking import Appointment
from db.tours import Stop, TourDay, TourHalt
from db.visiting import Visit

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement

    from app.mobile_advice.booking.queries.halts import FreeSlot
    from app.office import Act

HALT_IS_GONE = N_("This stop is no longer on the tour. Please choose another time.")
HAS_DIED = N_("{name} has died. No appointment can be booked.")
TOUR_IS_GONE = N_("This tour is no longer in the office. Please choose another one.")
_C = Appointment.__table__.c
_BUSY_VISITS = ("planned", "held")


def moment_of(act: Act) -> Moment:
    """Answer the local day and minute of an act."""
    now = act.local_now
    return Moment(now.date(), now.hour * 60 + now.minute)


def need_place(act: Act, place: Place, minutes: int, who: Who, but: UUID) -> HaltRow:
    """Answer the halt of a slot that can be had. Raises `Refused` beside the field otherwise.

    The halt is locked: whoever books there in the same second comes after. `but` is the
    appointment itself, which is in nobody's way.
    """
    act.session.get(TourHalt, place.halt_id, with_for_update=True)
    found = act.session.execute(HALT, {"halt_id": place.halt_id}).first()
    if found is None:
        raise Refused(Problem(HALT_IS_GONE, "place"))
    halt = HaltRow(*found)
    facts = HaltFacts(
        halt.day,
        halt.times,
        halt.stop,
        is_cancelled=halt.is_cancelled,
        lacks_permit=halt.lacks_permit,
        held=_held(act, Appointment.tour_halt_id == halt.id, but),
    )
    if problems := check_place(place, minutes, facts, who, moment_of(act)):
        raise Refused(*(_with_next(act, halt, minutes, who, problem) for problem in problems))
    return halt


def _with_next(act: Act, halt: HaltRow, minutes: int, who: Who, problem: Problem) -> Problem:
    """Say the next free time at the same stop, or anywhere, where the day leaves none."""
    if problem.message not in OF_THE_DAY:
        return problem
    ask = partial(find_slots, act.session.connection(), now=act.local_now, minutes=minutes)
    slots = (slot for typed in (halt.stop, "") for slot in ask(typed))
    slot = next((one for one in slots if _can_come(act, one, minutes, who)), None)
    if slot is None:
        return problem
    values = {"day": slot.halt.day, "time": clock(slot.start), "stop": slot.halt.stop}
    return Problem(NEXT_FREE, problem.field, {"what": problem, **values})


def _can_come(act: Act, slot: FreeSlot, minutes: int, who: Who) -> bool:
    """Answer whether the person is nowhere else at a time."""
    if who.person_id is None:
        return True
    day, length = slot.halt.day, minutes or slot.halt.slot_minutes
    busy = (*_appointments(act, who.person_id, day, None), *_visits(act, who.person_id, day))
    return not any(one.held.overlaps(slot.start, length) for one in busy)


def need_home_time(
    act: Act, tour_day_id: UUID, start: int, minutes: int, who: Who, but: UUID
) -> TourDay:
    """Answer the day of a tour on whose way a home can be visited at a time."""
    day = act.session.get(TourDay, tour_day_id, with_for_update=True)
    if day is None:
        raise Refused(Problem(TOUR_IS_GONE, "tour_day_id"))
    homes = and_(Appointment.tour_day_id == day.id, Appointment.tour_halt_id.is_(None))
    problems = check_home_time(
        start,
        minutes,
        day.day,
        _held(act, homes, but),
        who,
        moment_of(act),
        is_cancelled=day.state == CANCELLED,
    )
    if problems:
        raise Refused(*problems)
    return day


def day_of(act: Act, place: Place | None, tour_day_id: UUID | None) -> date | None:
    """Answer the day of a halt or of a tour; None when it is gone."""
    if place is not None:
        tour_day_id = act.session.scalar(
            select(TourHalt.tour_day_id).where(TourHalt.id == place.halt_id)
        )
    return act.session.scalar(select(TourDay.day).where(TourDay.id == tour_day_id))


def who_is(
    act: Act,
    person_id: UUID | None,
    name: str,
    day: date | None,
    but: UUID,
    *,
    at_home: bool = False,
) -> Who:
    """Answer who is booked and where else the person is on a day.

    All cards of one human being count. Raises `Refused` for somebody who may not be known, has
    died, or at home is not there: pauses visits or moved away.
    """
    if person_id is None:
        return Who(name.strip())
    person = known_person(act, person_id, "person_id")
    called = full_name(person.given_name, person.family_name)
    if day is None:
        return Who(called)
    standing = Standing(PersonStatus(person.status), person.status_from, person.status_until)
    _need_there(standing, day, called, at_home=at_home)
    elsewhere = (*_appointments(act, person_id, day, but), *_visits(act, person_id, day))
    return Who(called, elsewhere, person_id)


def _need_there(standing: Standing, day: date, name: str, *, at_home: bool) -> None:
    if standing.on(day) is PersonStatus.DECEASED:
        raise Refused(Problem(HAS_DIED, "person_id", {"name": name}))
    problem = why_no_visit(standing, day, name) if at_home else None
    if problem is not None:
        # Whoever pauses visits, or moved away, may still come to a stop.
        raise Refused(Problem(problem.message, "person_id", problem.values))


def _appointments(act: Act, person_id: UUID, day: date, but: UUID | None) -> list[Elsewhere]:
    asked = (
        select(_C.starts_at, _C.minutes, _C.counter, Stop.name)
        .outerjoin(TourHalt, TourHalt.id == Appointment.tour_halt_id)
        .outerjoin(Stop, Stop.id == TourHalt.stop_id)
        .where(
            Appointment.person_id.in_(cards_of(literal(person_id, Key()))),
            Appointment.day == day,
            IS_HELD,
        )
    )
    if but is not None:
        asked = asked.where(Appointment.id != but)
    return [
        Elsewhere(Held(start, length, counter), f"{clock(start)} {stop or ''}".strip())
        for start, length, counter, stop in act.session.execute(asked)
    ]


def _visits(act: Act, person_id: UUID, day: date) -> list[Elsewhere]:
    """Answer the visits of the visiting service: nobody is at home and at the bus."""
    first = datetime.combine(day, time())
    asked = select(Visit.planned_start, Visit.planned_end, Visit.visitor).where(
        Visit.client_id.in_(cards_of(literal(person_id, Key()))),
        Visit.planned_start >= first,
        Visit.planned_start < first + timedelta(days=1),
        Visit.status.in_(_BUSY_VISITS),
    )
    return [
        Elsewhere(
            Held(start.hour * 60 + start.minute, int((end - start).total_seconds()) // 60, 0),
            f"{start:%H:%M} {visitor}",
        )
        for start, end, visitor in act.session.execute(asked)
    ]


def _held(act: Act, where: ColumnElement[bool], but: UUID) -> tuple[Held, ...]:
    """Answer who holds which times, those of people who may not be known, too."""
    asked = select(_C.starts_at, _C.minutes, _C.counter).where(
        where, IS_HELD, Appointment.id != but
    )
    return tuple(Held(*row) for row in act.session.execute(asked))
