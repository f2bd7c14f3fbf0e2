"""Ends of every act on a series: its visits follow, clashes are refused, the way back is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clients.rules import full_name
from app.visiting.series.checking import refuse_clashes
from app.visiting.series.ledger import Ledger, SeriesUndo
from app.visiting.series.making import bring_in_line, first_open_day, visits_from
from app.visiting.series.resting import refuse_rests
from app.visiting.series.standard import standard_of
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.office import Act
    from app.visiting.series.making import InLine
    from app.visiting.series.resting import Rest
    from db.series import VisitSeries


@dataclass(frozen=True, slots=True)
class SavedSeries:
    """Which series an act saved, and how the act is taken back."""

    id: UUID
    version: int
    undo: SeriesUndo
    kept: int = 0
    """Visits ahead that keep a time that was changed by hand."""


def settle(act: Act, series: VisitSeries, **values: date | None) -> SavedSeries:
    """Write days of a series, and let its visits ahead follow."""
    ledger = Ledger(act)
    ledger.keep(series)
    person = act.session.get_one(Person, series.person_id)
    before, first = standard_of(series), first_open_day(act, series)
    for name, value in values.items():
        setattr(series, name, value)
    rows = visits_from(act, series.id, first)
    line = bring_in_line(act, ledger, series, before, rows, (first, first))
    return finish(act, ledger, series, person, line)


def finish(
    act: Act,
    ledger: Ledger,
    series: VisitSeries,
    person: Person,
    line: InLine | None,
    rests: Sequence[Rest] = (),
    *,
    others_come: bool = False,
) -> SavedSeries:
    """Refuse what falls into days of rest or would book somebody twice; answer the way back."""
    if line is not None:
        changed = [*line.changed]
        but = line.gone | {visit.id for visit in changed}
        with act.session.no_autoflush:
            refuse_rests(changed, rests, "starts_on", others_come=others_come)
            refuse_clashes(act, changed, but, name_of(person))
    undo = ledger.close()
    act.touch("visiting", series.id)
    return SavedSeries(series.id, series.version, undo, line.kept if line else 0)


def name_of(person: Person) -> str:
    """Answer the name of a person as it is spoken."""
    return full_name(person.given_name, person.family_name)
