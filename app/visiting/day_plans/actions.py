"""What can be done with a day plan: take it over, and take that back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.clients.rules import full_name
from app.errors import Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.visiting.actions import NOT_PLANNED, VISIT_IS_GONE
from app.visiting.placing import refuse_rest, take_visitor
from app.visiting.queries import bookings_between
from app.visiting.rules import Booking, VisitStatus, check_bookings
from db.access import is_known_to_me
from db.people import Person
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from app.office import Act


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """A visit, the version that was planned with, and who shall make it when."""

    visit_id: UUID
    version: int
    visitor: str
    start: datetime
    end: datetime
    is_fixed: bool | None = None
    """What an undo puts back; None lets the move decide."""
    instead_of: str = ""
    """What an undo puts back."""


def take_day_plan(act: Act, moves: Sequence[PlannedMove]) -> tuple[PlannedMove, ...]:
    """Write times and visitors of a plan into its visits, all or none; answer the way back.

    Raises `Refused` when somebody would be booked twice or may not visit, and `Conflict` when
    a visit changed since it was planned with.
    """
    rows = [(_opened(act, move), move) for move in moves]
    before = [
        PlannedMove(
            row.id, 0, row.visitor, row.planned_start, row.planned_end,
            bool(row.is_fixed), row.instead_of,
        )
        for row, _move in rows
    ]  # fmt: skip
    for row, move in rows:
        _write(act, row, move)
        act.touch("visiting", row.id)
    # Two visits may change places: they are looked at together, when all of them stand.
    act.session.flush()
    for row, _move in rows:
        _refuse_clash(act, row)
    return tuple(
        replace(old, version=row.version) for (row, _move), old in zip(rows, before, strict=True)
    )


def take_day_plan_back(act: Act, moves: Sequence[PlannedMove]) -> tuple[PlannedMove, ...]:
    """Put the visits of a plan back where they were; answer the way forth again."""
    return take_day_plan(act, moves)


def _write(act: Act, row: Visit, move: PlannedMove) -> None:
    is_moved = (row.planned_start, row.planned_end) != (move.start, move.end)
    row.planned_start, row.planned_end = move.start, move.end
    if move.is_fixed is not None:
        row.is_fixed, row.instead_of = move.is_fixed, move.instead_of
    elif row.series_id is not None:
        # What was moved by hand stays where it is when its series changes.
        row.is_fixed = bool(row.is_fixed) or is_moved
        if row.visitor != move.visitor:
            own = row.instead_of or row.visitor
            row.instead_of = "" if own == move.visitor else own
    take_visitor(act, row, move.visitor)
    refuse_rest(act, row)


def _opened(act: Act, move: PlannedMove) -> Visit:
    known = select(Visit).where(Visit.id == move.visit_id, is_known_to_me(Visit.client_id))
    visit = act.session.scalar(known)
    if visit is None:
        raise Refused(Problem(VISIT_IS_GONE))
    if visit.version != move.version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if visit.status != VisitStatus.PLANNED.value:
        raise Refused(Problem(NOT_PLANNED))
    return visit


def _refuse_clash(act: Act, visit: Visit) -> None:
    person = act.session.get_one(Person, visit.client_id)
    name = full_name(person.given_name, person.family_name)
    start, end = visit.planned_start, visit.planned_end
    wanted = Booking(visit.client_id, name, visit.visitor, start, end)
    others = bookings_between(act.session.connection(), start, end, except_for=visit.id)
    if problems := check_bookings(wanted, others):
        raise Refused(*problems)
