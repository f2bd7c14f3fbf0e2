"""Brings the visits of a series in line with it: moves, makes and drops what is planned ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from app.visiting.holidays import holidays_between
from app.visiting.rules import VisitStatus
from app.visiting.series.figures import figures_on
from app.visiting.series.rhythm import Wanted
from app.visiting.series.rules import Frequency, Made, adjust
from app.visiting.series.standard import follow, new_visit, pause_of, rhythm_of, standard_of
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Column

    from app.office import Act
    from app.visiting.series.ledger import Ledger
    from app.visiting.series.standard import Standard
    from db.series import VisitSeries


@dataclass(frozen=True, slots=True)
class InLine:
    """What became of the visits of a series."""

    changed: tuple[Visit, ...]
    """Those that are made, or at another time or by somebody else than before."""
    gone: frozenset[UUID]
    """Those that are not planned any more."""
    kept: int
    """Those ahead whose time stays as it was changed by hand."""


def visits_from(act: Act, series_id: UUID, day: date, *, also_moved: bool = True) -> list[Visit]:
    """Answer the visits of a series from a day of its rhythm on; also earlier ones moved ahead."""
    ahead = and_(Visit.status == VisitStatus.PLANNED.value, Visit.planned_start > act.local_now)
    scope = or_(Visit.occurs_on >= day, ahead) if also_moved else Visit.occurs_on >= day
    found = select(Visit).where(Visit.series_id == series_id, scope).order_by(Visit.occurs_on)
    return list(act.session.scalars(found))


def first_open_day(act: Act, series: VisitSeries) -> date:
    """Answer the first day on which a visit of a series can still be made: today, or tomorrow."""
    today = act.local_now.date()
    start, _end = standard_of(series).times(today)
    return today if start > act.local_now else today + timedelta(days=1)


def horizon(act: Act) -> date:
    """Answer the last day up to which visits are made."""
    today = act.local_now.date()
    return today + timedelta(days=figures_on(today).horizon)


def wanted_of(act: Act, series: VisitSeries, first: date, last: date) -> Wanted:
    """Answer on which days a series wants visits within a span."""
    found = holidays_between(act.session.connection(), first, last + timedelta(days=1))
    holidays = frozenset(holiday.day for holiday in found)
    rhythm, pause = rhythm_of(series), pause_of(series)
    return Wanted(rhythm, pause, series.on_holidays, holidays.__contains__)


def bring_in_line(
    act: Act,
    ledger: Ledger,
    series: VisitSeries,
    before: Standard,
    rows: Sequence[Visit],
    first: tuple[date, date],
    left_out: Callable[[date], bool] | None = None,
) -> InLine:
    """Let visits follow a series that was written anew; `first` is its first day before and after.

    `left_out` says on which days of the rhythm there is no visit, beside its own pause.

    What was held, cancelled or changed by hand keeps its time. What an extended pause or an
    earlier end covers is dropped where it came with the rhythm, and cancelled where somebody
    planned it by hand.
    """
    ledger.keep(*rows)
    last = horizon(act)
    wanted = wanted_of(act, series, first[1], last)
    ahead = {row.id for row in rows if _is_ahead(act, row)}
    made = [Made(row.id, _day(row), row.id in ahead, row.is_fixed) for row in rows]
    after = rhythm_of(series).days(first[1], last)
    days_wanted = wanted.days(first[1], last)
    if left_out is not None:
        days_wanted = tuple(day for day in days_wanted if not left_out(day))
    adjusted = adjust(
        made,
        before.rhythm.days(first[0], last),
        after,
        frozenset(days_wanted),
        keeps_step=before.rhythm.frequency == series.frequency,
    )
    days = {row.id: _day(row) for row in rows} | dict(adjusted.moved)
    dropped = set(adjusted.dropped)
    staying = [row for row in rows if row.id not in dropped]
    changed = _follow_all(staying, series, before, days, ahead)
    gone = _drop(act, ledger, [row for row in rows if row.id in dropped])
    gone |= _cancel_outside(series, [row for row in rows if row.id in ahead - dropped])
    series.made_until = last
    added = [new_visit(series, day) for day in adjusted.made]
    for visit in added:
        ledger.add(visit)
    standing = tuple(row for row in changed if row.id not in gone)
    kept = sum(1 for row in rows if row.id in ahead - gone and row.is_fixed)
    return InLine((*standing, *added), frozenset(gone), kept)


def make_further(act: Act, ledger: Ledger, series: VisitSeries) -> int:
    """Make the visits of a series that the horizon has come to reach; answer how many."""
    last, done = horizon(act), series.made_until
    first = max(done + timedelta(days=1), first_open_day(act, series))
    if last <= done or first > last or series.frequency == Frequency.AGREED:
        return 0
    there = {row.occurs_on for row in visits_from(act, series.id, first, also_moved=False)}
    days = wanted_of(act, series, first, last).days(first, last)
    ledger.keep(series)
    series.made_until = last
    new = [new_visit(series, day) for day in days if day not in there]
    for visit in new:
        ledger.add(visit)
    return len(new)


def _follow_all(
    rows: Sequence[Visit],
    series: VisitSeries,
    before: Standard,
    days: Mapping[UUID, date],
    ahead: set[UUID],
) -> list[Visit]:
    """Let visits follow their series; answer those that are at another time or made by another."""
    after, changed = standard_of(series), []
    for row in rows:
        row.series_id = series.id
        if row.id not in ahead:
            row.occurs_on = days[row.id]
        elif follow(row, before, after, days[row.id]):
            changed.append(row)
    return changed


def _drop(act: Act, ledger: Ledger, rows: Sequence[Visit]) -> set[UUID]:
    """Delete visits; one to which a letter or a record points is cancelled instead."""
    referred = _referred(act, [row.id for row in rows])
    for row in rows:
        if row.id in referred:
            row.status = VisitStatus.CANCELLED.value
        else:
            ledger.drop(row)
    return {row.id for row in rows}


def _cancel_outside(series: VisitSeries, rows: Iterable[Visit]) -> set[UUID]:
    """Cancel what was planned by hand for days on which the series rests or is over."""
    pause, until, found = pause_of(series), series.until, set()
    for row in rows:
        day = row.planned_start.date()
        if (pause is not None and pause.covers(day)) or (until is not None and day > until):
            row.status = VisitStatus.CANCELLED.value
            found.add(row.id)
    return found


@cache
def _referring() -> tuple[Column[UUID], ...]:
    """Answer the columns that point at visits: of letters, records, expenses."""
    from db.tables import metadata  # noqa: PLC0415 - questions do without all tables

    key = Visit.__table__.c.id
    return tuple(
        column
        for table in metadata.sorted_tables
        for column in table.c
        if any(pointing.column is key for pointing in column.foreign_keys)
    )


def _referred(act: Act, ids: Sequence[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    if ids:
        for column in _referring():
            found |= set(act.session.scalars(select(column).where(column.in_(ids))))
    return found


def _is_ahead(act: Act, row: Visit) -> bool:
    return row.status == VisitStatus.PLANNED.value and row.planned_start > act.local_now


def _day(row: Visit) -> date:
    return row.occurs_on or row.planned_start.date()
