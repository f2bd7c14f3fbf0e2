"""What can be done in the calendar: a visit is moved to another time, day or visitor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from app.visiting.actions import VISIT_IS_GONE, change_planned_visit
from app.visiting.rules import Place, VisitPlan
from db.visiting import Visit

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from app.office import Act


@dataclass(frozen=True, slots=True)
class Slot:
    """Who visits, from when to when on one day; local wall-clock times."""

    start: datetime
    end: datetime
    visitor: str


@dataclass(frozen=True, slots=True)
class MovedVisit:
    """A visit that was moved: its version now, where it is and where it was."""

    id: UUID
    version: int
    now: Slot
    before: Slot


def move_visit(act: Act, visit_id: UUID, version: int, to: Slot) -> MovedVisit:
    """Move a planned visit to another time, day or visitor; everything else stays as planned.

    Raises `Refused` as planning does, so also where somebody would be booked twice, and
    `Conflict` when the visit changed meanwhile.
    """
    visit = act.session.get(Visit, visit_id)
    if visit is None:
        raise Refused(Problem(VISIT_IS_GONE))
    before = Slot(visit.planned_start, visit.planned_end, visit.visitor)
    plan = VisitPlan(
        client_id=visit.client_id,
        visitor=to.visitor,
        day=to.start.date(),
        start=to.start.time(),
        end=to.end.time(),
        place=Place(visit.place),
        place_note=visit.place_note,
    )
    saved = change_planned_visit(act, visit_id, version, plan)
    return MovedVisit(saved.id, saved.version, to, before)
