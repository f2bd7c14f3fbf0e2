"""What a series says of each of its visits, and a visit as it follows that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from app.visiting.rules import Place, VisitKind, VisitStatus
from app.visiting.series.rhythm import Rhythm
from app.visiting.series.rules import Frequency, Pause
from app.visiting.series.rules.plan import times_on
from db.visiting import Visit

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.visiting.series.rules import SeriesPlan
    from db.series import VisitSeries

_PLAIN = ("kind", "place", "place_note", "match_id")


class Standard(NamedTuple):
    """What holds for every visit of a series that nobody changed by hand."""

    rhythm: Rhythm
    start_minute: int
    minutes: int
    visitor: str
    visitor_id: UUID | None
    kind: str
    place: str
    place_note: str
    match_id: UUID | None

    def times(self, day: date) -> tuple[datetime, datetime]:
        """Answer when the visit of a day begins and ends."""
        return times_on(day, self.start_minute, self.minutes)


def standard_of(series: VisitSeries) -> Standard:
    """Answer what a series says of its visits."""
    return Standard(
        rhythm_of(series),
        series.start_minute,
        series.minutes,
        series.visitor,
        series.visitor_id,
        series.kind,
        series.place,
        series.place_note,
        series.match_id,
    )


def rhythm_of(series: VisitSeries) -> Rhythm:
    """Answer on which days a series wants visits."""
    frequency = Frequency(series.frequency)
    return Rhythm(frequency, series.starts_on, series.monthly_by, series.until)


def pause_of(series: VisitSeries) -> Pause | None:
    """Answer the pause of a series, which may be over."""
    return Pause(series.paused_from, series.paused_until) if series.paused_from else None


def write_plan(series: VisitSeries, plan: SeriesPlan, person_id: UUID, starts_on: date) -> None:
    """Write a checked plan into a series; its pause stays."""
    kind = VisitKind(plan.kind)
    series.person_id = person_id
    series.visitor, series.visitor_id = plan.visitor.strip(), plan.visitor_id
    series.match_id = plan.match_id
    series.kind, series.place = kind.value, kind.place.value
    series.place_note = plan.place_note.strip()
    series.frequency = plan.frequency
    series.monthly_by = plan.monthly_by if plan.frequency == Frequency.MONTHLY else ""
    series.starts_on, series.until = starts_on, plan.until
    series.start_minute, series.minutes = plan.start_minute, plan.minutes
    series.on_holidays = plan.on_holidays


def new_visit(series: VisitSeries, day: date) -> Visit:
    """Answer a planned visit of a series on one of its days, not yet added."""
    standard = standard_of(series)
    start, end = standard.times(day)
    return Visit(
        id=uuid4(),
        client_id=series.person_id,
        visitor=standard.visitor,
        visitor_id=standard.visitor_id,
        planned_start=start,
        planned_end=end,
        place=Place(standard.place).value,
        place_note=standard.place_note,
        status=VisitStatus.PLANNED.value,
        kind=standard.kind,
        match_id=standard.match_id,
        series_id=series.id,
        occurs_on=day,
        is_fixed=False,
        instead_of="",
        not_held_reason="",
        note="",
    )


def follow(visit: Visit, before: Standard, after: Standard, day: date) -> bool:
    """Let a visit follow its series to a day; what was changed by hand stays.

    Answers whether the visit is at another time or made by somebody else now.
    """
    was = (visit.planned_start, visit.planned_end, visit.visitor, visit.visitor_id)
    if visit.occurs_on is not None and was[:2] == before.times(visit.occurs_on):
        visit.planned_start, visit.planned_end = after.times(day)
    if not visit.instead_of and was[2:] == (before.visitor, before.visitor_id):
        visit.visitor, visit.visitor_id = after.visitor, after.visitor_id
    for name in _PLAIN:
        if getattr(visit, name) == getattr(before, name):
            setattr(visit, name, getattr(after, name))
    visit.occurs_on = day
    return was != (visit.planned_start, visit.planned_end, visit.visitor, visit.visitor_id)
