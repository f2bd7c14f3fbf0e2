"""What can be done with one day of a tour: change, confirm, move, close, and take back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import or_, select

from app.drafts.actions import discard_draft
from app.errors import N_, Problem, Refused
from app.mobile_advice.tours.keeping import (
    DayBefore,
    SavedDay,
    crew_of_day,
    finish,
    halts_of_day,
    opened_day,
    remember,
    restore_day,
    standing_at,
    still_open,
)
from app.mobile_advice.tours.making import make_day
from app.mobile_advice.tours.other_day import is_taken, need_possible
from app.mobile_advice.tours.queries import day_card
from app.mobile_advice.tours.queries.checking import check_changed_day, holiday_problem
from app.mobile_advice.tours.rules import (
    DayState,
    HaltState,
    check_day,
    minute_of,
)
from db.access import is_known_to_me
from db.tours import Crew, Stop, Tour, TourHalt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.mobile_advice.tours.rules import CrewMate, DayDetails, HaltDetails
    from app.office import Act

__all__ = ["DayBefore", "SavedDay", "restore_day"]

DAY_FORM = "mobile_day"
"""Draft name of the form that changes a day; its subject is the day."""
TOUR_IS_GONE = N_("This tour no longer exists.")
IS_OVER = N_("This day is over. Please choose today or a later day.")
NO_DAY = N_("Please enter a day, for example 24.11.2026.")
TAKEN = N_("The tour goes on this day already.")
HAS_BOOKED = N_(
    "At {stop} {count} people have an appointment. Cancel this stop instead, so that they are told."
)
NOT_YET = N_("This day is still ahead.")


def add_tour_day(act: Act, tour_id: UUID, day: date | None) -> SavedDay:
    """Let a tour go on a day outside its rhythm, with its usual stops and crew.

    Raises `Refused` for a day that is over, taken, a holiday, or on which its vehicle, its crew
    or its stops cannot, with the next day on which they can.
    """
    tour = act.session.get(Tour, tour_id)
    if tour is None:
        raise Refused(Problem(TOUR_IS_GONE))
    wanted = _open_day(act, tour_id, day)
    row = make_day(act, tour, wanted)
    need_possible(act, row, wanted)
    return finish(act, row, remember(act, row))


def remove_added_day(act: Act, day_id: UUID, version: int) -> None:
    """Take back that a day was added."""
    row = opened_day(act, day_id, version)
    for part in (*halts_of_day(act, row.id), *crew_of_day(act, row.id)):
        act.session.delete(part)
    act.session.flush()
    act.session.delete(row)
    act.touch("tours", day_id)


def change_day(act: Act, day_id: UUID, version: int, details: DayDetails) -> SavedDay:
    """Change stops, times, order, crew or vehicle of one day; it is to be confirmed anew.

    Raises `Refused` for what breaks a rule, with what is possible instead, and for stops with
    appointments that would be taken off; `Conflict` when the day changed meanwhile.
    """
    row = still_open(opened_day(act, day_id, version))
    _refuse(*check_day(details))
    _refuse(*check_changed_day(act.session.connection(), day_id, row.day, details))
    _refuse(*_taken_off(act, day_id, details))
    before = remember(act, row)
    row.vehicle_id, row.note = details.vehicle_id, details.note.strip()
    row.state, row.is_fixed = DayState.PLANNED.value, True
    row.confirmed_by, row.confirmed_on = "", None
    _write_halts(act, day_id, details.halts)
    _write_crew(act, day_id, details.crew)
    discard_draft(act, DAY_FORM, str(day_id))
    return finish(act, row, before)


def confirm_day(act: Act, day_id: UUID, version: int) -> SavedDay:
    """Say that a day goes as it stands; raises `Refused` while something stands against it."""
    row = still_open(opened_day(act, day_id, version))
    card = day_card(act.session.connection(), day_id)
    _refuse(*(card.problems if card is not None else ()))
    before = remember(act, row)
    row.state = DayState.CONFIRMED.value
    row.confirmed_by, row.confirmed_on = act.who, act.local_now.date()
    return finish(act, row, before)


def move_day(act: Act, day_id: UUID, version: int, day: date | None) -> SavedDay:
    """Let a tour go on another day instead, which is to be confirmed anew.

    Raises `Refused` for a day that is over, taken, a holiday, or on which its crew or its stops
    cannot, and where people have appointments on the old day.
    """
    row = still_open(opened_day(act, day_id, version))
    wanted = _open_day(act, row.tour_id, day)
    need_possible(act, row, wanted)
    _refuse(*_with_booked(act, day_id))
    before = remember(act, row)
    row.day, row.is_fixed = wanted, True
    row.state, row.confirmed_by, row.confirmed_on = DayState.PLANNED.value, "", None
    return finish(act, row, before)


def close_day(act: Act, day_id: UUID, version: int, kilometres: int | None) -> SavedDay:
    """Say that a day was held, and how far the vehicle drove (tenths of a kilometre)."""
    row = still_open(opened_day(act, day_id, version))
    if row.day > act.local_now.date():
        raise Refused(Problem(NOT_YET))
    before = remember(act, row)
    row.state, row.kilometres, row.is_fixed = DayState.HELD.value, kilometres, True
    return finish(act, row, before)


def _open_day(act: Act, tour_id: UUID, day: date | None) -> date:
    if day is None:
        raise Refused(Problem(NO_DAY, "day"))
    if day < act.local_now.date():
        raise Refused(Problem(IS_OVER, "day"))
    if problem := holiday_problem(act.session.connection(), day):
        raise Refused(problem)
    if is_taken(act, tour_id, day):
        raise Refused(Problem(TAKEN, "day"))
    return day


def _taken_off(act: Act, day_id: UUID, details: DayDetails) -> list[Problem]:
    """Answer what is wrong with taking stops off a day, or cancelling them without telling."""
    staying = {one.id for one in details.halts if not one.is_cancelled}
    gone = [
        one
        for one in halts_of_day(act, day_id)
        if one.id not in staying and one.state != HaltState.CANCELLED
    ]
    return [problem for one in gone for problem in _booked_at(act, day_id, one, details)]


def _booked_at(act: Act, day_id: UUID, halt: TourHalt, details: DayDetails) -> tuple[Problem, ...]:
    count = len(standing_at(act, day_id, [halt.id]))
    if not count:
        return ()
    at = next((at for at, one in enumerate(details.halts) if one.id == halt.id), None)
    field = "halts" if at is None else f"halts.{at}.is_cancelled"
    return (Problem(HAS_BOOKED, field, {"stop": _name_of(act, halt), "count": count}),)


def _with_booked(act: Act, day_id: UUID) -> list[Problem]:
    """Answer where people have appointments, who would stand there in vain."""
    found = [
        (halt, count)
        for halt in halts_of_day(act, day_id)
        if (count := len(standing_at(act, day_id, [halt.id])))
    ]
    return [
        Problem(HAS_BOOKED, "day", {"stop": _name_of(act, halt), "count": count})
        for halt, count in found[:1]
    ]


def _name_of(act: Act, halt: TourHalt) -> str:
    return act.session.get_one(Stop, halt.stop_id).name


def _write_halts(act: Act, day_id: UUID, halts: Sequence[HaltDetails]) -> None:
    """Write stops in their order; those that stay keep their key, to which bookings point."""
    known = {row.id: row for row in halts_of_day(act, day_id)}
    for at, one in enumerate(halts):
        row = known.pop(one.id, None) if one.id is not None else None
        if row is None:
            row = TourHalt(id=uuid4(), tour_day_id=day_id)
            act.session.add(row)
        if one.stop_id is not None:
            row.stop_id = one.stop_id
        row.position, row.counters = at, one.counters or 1
        row.from_time = minute_of(one.start) if one.start else 0
        row.until_time = minute_of(one.end) if one.end else 0
        is_off = one.is_cancelled
        row.state = (HaltState.CANCELLED if is_off else HaltState.PLANNED).value
        row.reason = one.reason.strip() if is_off else ""
    for row in known.values():
        act.session.delete(row)


def _write_crew(act: Act, day_id: UUID, crew: Sequence[CrewMate]) -> None:
    # Whom the reader may not know of stays on board.
    seen = or_(Crew.person_id.is_(None), is_known_to_me(Crew.__table__.c.person_id))
    for old in act.session.scalars(select(Crew).where(Crew.tour_day_id == day_id, seen)).all():
        act.session.delete(old)
    act.session.flush()
    for at, mate in enumerate(crew):
        act.session.add(
            Crew(
                id=uuid4(),
                tour_day_id=day_id,
                position=at,
                person_id=mate.person_id,
                name=" ".join(mate.name.split()),
                duty=mate.duty,
                languages=" ".join(mate.languages),
                from_time=minute_of(mate.start) if mate.start else None,
                until_time=minute_of(mate.end) if mate.end else None,
            )
        )


def _refuse(*problems: Problem) -> None:
    if problems:
        raise Refused(*problems)
