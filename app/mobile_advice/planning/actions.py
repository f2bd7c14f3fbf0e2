"""What can be done with a better order: take it over as a whole, and take that back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.errors import N_, Conflict, Problem, Refused
from app.mobile_advice.planning.rules import CallKind
from app.mobile_advice.tours.day_actions import change_day, restore_day
from app.mobile_advice.tours.keeping import standing_at
from app.mobile_advice.tours.queries import ORIGIN, day_card
from app.mobile_advice.tours.rules import minute_of, time_of
from app.office import CHANGED_MEANWHILE
from app.tasks.actions import open_task
from app.tasks.rules import TaskValues
from app.text_rules import NAME_LENGTH
from app.visiting.day_plans.office.walking import clock
from db.access import is_known_to_me
from db.booking import Appointment
from db.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from app.mobile_advice.planning.order import Comparison
    from app.mobile_advice.tours.day_actions import DayBefore
    from app.mobile_advice.tours.rows import HaltRow
    from app.mobile_advice.tours.rules import HaltDetails
    from app.office import Act

LEFT_OUT = N_("Not every stop has a place in this order, so it cannot be taken over.")
_PERSON = Appointment.__table__.c.person_id
STAYS = N_("Somebody has an appointment at {stop}, so it stays at its time.")


@dataclass(frozen=True, slots=True)
class Told:
    """What the task says that comes of moved appointments, in the language of the window."""

    title: str
    line: str
    """With {name}, {phone}, {before} and {after}."""


@dataclass(frozen=True, slots=True)
class TakenOrder:
    """How an order is taken back."""

    before: DayBefore
    starts: tuple[tuple[UUID, int | None], ...] = ()
    """Appointments that moved along, and when they began before."""
    task_id: UUID | None = None
    """Tells who is to be told."""


def take_tour_order(act: Act, found: Comparison, told: Told) -> TakenOrder:
    """Write an order into the day as a whole; appointments move along with their stops.

    The day is to be confirmed anew, and a task says who is to be told. Raises `Refused` for what
    breaks a rule of the day, `Conflict` when the day or an appointment changed meanwhile.
    """
    if found.left:
        raise Refused(Problem(LEFT_OUT))
    day = found.day
    card = day_card(act.session.connection(), day.day_id)
    begins = {
        day.calls[one.call].id: one.begins
        for one in found.order
        if day.calls[one.call].kind is CallKind.HALT
    }
    if card is None or {one.id for one in card.halts if not one.is_cancelled} != begins.keys():
        raise Conflict(Problem(CHANGED_MEANWHILE))
    halts = _ordered(card.as_details().halts, begins)
    details = replace(card.as_details(), halts=halts)
    saved = change_day(act, day.day_id, day.version, details)
    moved = tuple(_move_along(act, found, card.halts, begins))
    task_id = _tell(act, found, moved, told) if moved else None
    if moved:
        act.touch("booking")
    return TakenOrder(saved.before, tuple((one.id, was) for one, was in moved), task_id)


def take_tour_order_back(act: Act, taken: TakenOrder) -> UUID:
    """Put a day and its appointments back where they were; answer the day."""
    saved = restore_day(act, taken.before)
    rows = {
        row.id: row
        for row in act.session.scalars(
            select(Appointment).where(Appointment.id.in_([one for one, _was in taken.starts]))
        )
    }
    _write(act, [(rows[one], was) for one, was in taken.starts if one in rows])
    task = act.session.get(Task, taken.task_id) if taken.task_id is not None else None
    if task is not None and task.version == 1:
        act.session.delete(task)
        act.touch("tasks", task.id)
    if taken.starts:
        act.touch("booking")
    return saved.id


def _ordered(halts: Sequence[HaltDetails], begins: Mapping[UUID, int]) -> tuple[HaltDetails, ...]:
    """Answer the stops at their new times in their new order; those that are off come last."""
    off = [one for one in halts if one.is_cancelled]
    moved = [
        _moved(one, begins[one.id]) for one in halts if one.id is not None and one.id in begins
    ]
    return (*(one for _at, one in sorted(moved, key=_at)), *off)


def _moved(halt: HaltDetails, begins: int) -> tuple[int, HaltDetails]:
    lasts = minute_of(halt.end) - minute_of(halt.start) if halt.start and halt.end else 0
    return begins, replace(halt, start=time_of(begins), end=time_of(begins + lasts))


def _at(pair: tuple[int, HaltDetails]) -> int:
    return pair[0]


def _move_along(
    act: Act, found: Comparison, halts: Iterable[HaltRow], begins: Mapping[UUID, int]
) -> Iterator[tuple[Appointment, int | None]]:
    """Move the appointments of what moved; answer each with when it began before."""
    known = {one.id: one.version for one in found.day.booked}
    later = {one.id: begins[one.id] - one.from_minute for one in halts if one.id in begins}
    moves: list[tuple[Appointment, int | None]] = []
    for halt in halts:
        if not later.get(halt.id):
            continue
        for row in standing_at(act, found.day.day_id, [halt.id]):
            if row.id not in known:
                raise Refused(Problem(STAYS, values={"stop": halt.stop}))
            _still(row, known[row.id])
            if row.starts_at is not None:
                moves.append((row, row.starts_at + later[halt.id]))
    for one in found.moved():
        call = found.day.calls[one.call]
        if call.kind is CallKind.HOME:
            moves.append((_still(_visit(act, call.id), call.version), one.begins))
    was = [(row, row.starts_at) for row, _start in moves]
    _write(act, moves)
    yield from was


def _visit(act: Act, appointment_id: UUID) -> Appointment:
    wanted = select(Appointment).where(
        Appointment.id == appointment_id,
        or_(_PERSON.is_(None), is_known_to_me(_PERSON)),
    )
    row = act.session.scalar(wanted)
    if row is None:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return row


def _still(row: Appointment, version: int) -> Appointment:
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return row


def _write(act: Act, moves: Sequence[tuple[Appointment, int | None]]) -> None:
    """Write when appointments begin; first out of the way, as two may change places."""
    for number, (row, _start) in enumerate(moves):
        row.starts_at = -1 - number
    act.session.flush()
    for row, start in moves:
        row.starts_at = start
        act.touch("booking", row.id)
    act.session.flush()


def _tell(
    act: Act, found: Comparison, moved: Sequence[tuple[Appointment, int | None]], told: Told
) -> UUID:
    """Note in one task who is to be told of which new time."""
    names = {one.id: (one.name, one.phone) for one in found.day.booked}
    names |= {call.id: (call.name, "") for call in found.day.calls}
    lines = [
        told.line.format(
            name=names[row.id][0],
            phone=names[row.id][1],
            before=clock(was or 0),
            after=clock(row.starts_at or 0),
        )
        for row, was in moved
    ]
    values = TaskValues(
        told.title[:NAME_LENGTH], act.who, note="\n".join(lines), due_on=act.local_now.date()
    )
    return open_task(act, values, ORIGIN, found.day.day_id)
