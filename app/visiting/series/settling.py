"""Ends of every act on a series: its visits follow, clashes are refused, the way back is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from app.clients.rules import full_name
from app.visiting.series.checking import refuse_clashes
from app.visiting.series.ledger import Ledger, SeriesUndo
from app.visiting.series.making import InLine, bring_in_line, first_open_day, visits_from
from app.visiting.series.resting import RestCheck, rests_of, within_pauses
from app.visiting.series.standard import standard_of
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.office import Act
    from app.visiting.series.resting import Rest
    from db.series import VisitSeries
    from db.visiting import Visit


@dataclass(frozen=True, slots=True)
class SavedSeries:
    """Which series an act saved, and how the act is taken back."""

    id: UUID
    version: int
    undo: SeriesUndo
    kept: int = 0
    """Visits ahead that keep a time that was changed by hand."""


class Days(TypedDict, total=False):
    """The days of a series that an act writes; what is not named stays."""

    paused_from: date | None
    paused_until: date | None
    until: date | None


def settle(act: Act, series: VisitSeries, days: Days) -> SavedSeries:
    """Write days of a series, and let its visits ahead follow."""
    return settle_all(act, series, [(series, days)])


def settle_all(
    act: Act,
    series: VisitSeries,
    written: Iterable[tuple[VisitSeries, Days]],
    check: RestCheck | None = None,
) -> SavedSeries:
    """Write days of a series and of those that belong to it, and let their visits follow."""
    ledger = Ledger(act)
    person = act.session.get_one(Person, series.person_id)
    rests = rests_of(act, person, series)
    lines = [_settle_one(act, ledger, one, days, rests) for one, days in written]
    return finish(act, ledger, series, person, together(lines), check)


def _settle_one(
    act: Act, ledger: Ledger, series: VisitSeries, days: Days, rests: Iterable[Rest]
) -> InLine:
    ledger.keep(series)
    before, first = standard_of(series), first_open_day(act, series)
    for name, value in days.items():
        setattr(series, name, value)
    rows = visits_from(act, series.id, first)
    left_out = _left_out(rows, rests, before.rhythm.until)
    return bring_in_line(act, ledger, series, before, rows, (first, first), left_out)


def _left_out(
    rows: Iterable[Visit], rests: Iterable[Rest], until: date | None
) -> Callable[[date], bool]:
    """Answer a function that says on which days a series has no visit because of a pause.

    What stands stays, and what lies behind the last day so far was never left out.
    """
    standing, is_pause = {row.occurs_on for row in rows}, within_pauses(rests)
    last = until or date.max
    return lambda day: day <= last and day not in standing and is_pause(day)


def together(lines: Sequence[InLine]) -> InLine:
    """Answer what became of the visits of several series."""
    return InLine(
        tuple(visit for line in lines for visit in line.changed),
        frozenset[UUID]().union(*(line.gone for line in lines)),
        sum(line.kept for line in lines),
    )


def finish(
    act: Act,
    ledger: Ledger,
    series: VisitSeries,
    person: Person,
    line: InLine | None,
    check: RestCheck | None = None,
) -> SavedSeries:
    """Refuse what falls into days of rest or would book somebody twice; answer the way back."""
    if line is not None:
        changed = [*line.changed]
        but = line.gone | {visit.id for visit in changed}
        with act.session.no_autoflush:
            (check or RestCheck()).refuse(changed)
            refuse_clashes(act, changed, but, name_of(person))
    undo = ledger.close()
    act.touch("visiting", series.id)
    return SavedSeries(series.id, series.version, undo, line.kept if line else 0)


def name_of(person: Person) -> str:
    """Answer the name of a person as it is spoken."""
    return full_name(person.given_name, person.family_name)
