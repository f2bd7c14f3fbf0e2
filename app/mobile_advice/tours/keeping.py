"""A day of a tour as it stood before an act, so that the act can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from app.errors import N_, Conflict, Problem, Refused
from app.mobile_advice.tours.freeing import ask_again, drop_untouched
from app.mobile_advice.tours.queries import day_card
from app.mobile_advice.tours.queries.checking import talk_problems
from app.mobile_advice.tours.rules import DayState
from app.mobile_advice.tours.statements import STANDING
from app.office import CHANGED_MEANWHILE
from db.booking import Appointment
from db.tours import Crew, TourDay, TourHalt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from app.mobile_advice.tours.freeing import Freed
    from app.office import Act

DAY_IS_GONE = N_("This day of the tour no longer exists.")
IS_CLOSED = N_("This day was cancelled or held. Take that back first.")
Values = "Mapping[str, Any]"


@dataclass(frozen=True, slots=True)
class DayBefore:
    """What stood in a day, its stops and its crew; `version` is the one after the act."""

    day: Mapping[str, Any]
    halts: tuple[Mapping[str, Any], ...]
    crew: tuple[Mapping[str, Any], ...]
    booked: tuple[tuple[UUID, str], ...] = ()
    """Appointments that the act cancelled, and what they were before."""
    version: int = 0
    freed: tuple[Freed, ...] = ()
    """Requests for mediators that the act cancelled."""
    tasks: tuple[UUID, ...] = ()
    """What the act opened."""


@dataclass(frozen=True, slots=True)
class SavedDay:
    """Which day an act saved, and how the act is taken back."""

    id: UUID
    version: int
    before: DayBefore
    told: int = 0
    """People whose appointments were cancelled with it."""
    freed: int = 0
    """Requests for mediators that were cancelled with it."""


def opened_day(act: Act, day_id: UUID, version: int) -> TourDay:
    """Answer a day as the reader saw it; raises `Refused` or `Conflict`."""
    day = act.session.get(TourDay, day_id)
    if day is None:
        raise Refused(Problem(DAY_IS_GONE))
    if day.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return day


def still_open(row: TourDay) -> TourDay:
    """Answer a day that is neither cancelled nor held; raises `Refused` for others."""
    if row.state in {DayState.CANCELLED, DayState.HELD}:
        raise Refused(Problem(IS_CLOSED))
    return row


def halts_of_day(act: Act, day_id: UUID) -> Sequence[TourHalt]:
    """Answer the stops of a day in their order."""
    found = select(TourHalt).where(TourHalt.tour_day_id == day_id)
    return act.session.scalars(found.order_by(TourHalt.position)).all()


def crew_of_day(act: Act, day_id: UUID) -> Sequence[Crew]:
    """Answer the crew of a day."""
    found = select(Crew).where(Crew.tour_day_id == day_id)
    return act.session.scalars(found.order_by(Crew.position)).all()


def remember(act: Act, day: TourDay) -> DayBefore:
    """Answer how a day stands now."""
    return DayBefore(
        _values(day),
        tuple(map(_values, halts_of_day(act, day.id))),
        tuple(map(_values, crew_of_day(act, day.id))),
    )


def finish(act: Act, day: TourDay, before: DayBefore) -> SavedDay:
    """Count a change of a day, also where only its stops or crew changed, and say so."""
    flag_modified(day, "note")
    act.session.flush()
    act.touch("tours", day.id)
    if before.booked:
        act.touch("booking")
    known = replace(before, version=day.version)
    return SavedDay(day.id, day.version, known, len(before.booked), len(before.freed))


def restore_day(act: Act, before: DayBefore) -> SavedDay:
    """Put a day back as it stood before an act; raises `Conflict` when it changed meanwhile.

    Appointments that the act cancelled stand again, and its untouched tasks go. Raises `Refused`
    when a mediator of the crew was asked to a talk elsewhere meanwhile.
    """
    day = opened_day(act, before.day["id"], before.version)
    now = remember(act, day)
    _put(day, before.day)
    _put_rows(act, halts_of_day(act, day.id), before.halts, TourHalt)
    _put_rows(act, crew_of_day(act, day.id), before.crew, Crew)
    for appointment_id, state in before.booked:
        appointment = act.session.get(Appointment, appointment_id)
        if appointment is not None:
            appointment.state = state
    act.session.flush()
    _need_crew(act, day)
    ask_again(act, before.freed)
    drop_untouched(act, before.tasks)
    if before.booked:
        act.touch("booking")
    return finish(act, day, now)


def standing_at(
    act: Act, day_id: UUID, halts: Sequence[UUID] | None = None
) -> Sequence[Appointment]:
    """Answer the appointments that stand on a day, or at some of its stops."""
    of_day = select(TourHalt.id).where(TourHalt.tour_day_id == day_id)
    wanted = select(Appointment).where(Appointment.state.in_(STANDING))
    if halts is not None:
        wanted = wanted.where(Appointment.tour_halt_id.in_(halts))
    else:
        wanted = wanted.where(
            (Appointment.tour_day_id == day_id) | Appointment.tour_halt_id.in_(of_day)
        )
    return act.session.scalars(wanted.order_by(Appointment.starts_at)).all()


def _need_crew(act: Act, day: TourDay) -> None:
    connection = act.session.connection()
    card = day_card(connection, day.id)
    if card is None or day.state in {DayState.CANCELLED, DayState.HELD}:
        return
    if problems := tuple(talk_problems(connection, day.id, day.day, card.as_details())):
        raise Refused(*problems)


def _values(row: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a row of any of three tables
    return {
        column.key: getattr(row, column.key)
        for column in type(row).__table__.c
        if column.key != "version"
    }


def _put(row: Any, values: Mapping[str, Any]) -> None:  # noqa: ANN401 - as above
    for name, value in values.items():
        setattr(row, name, value)


def _put_rows(
    act: Act,
    rows: Sequence[Any],
    before: tuple[Mapping[str, Any], ...],
    table: type[TourHalt | Crew],
) -> None:
    kept = {values["id"]: values for values in before}
    for row in rows:
        if row.id in kept:
            _put(row, kept.pop(row.id))
        else:
            act.session.delete(row)
    for values in kept.values():
        act.session.add(table(**values))
