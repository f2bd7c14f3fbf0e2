"""How the visits of a series follow it: which stay, which move to another day, which come or go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID


class Made(NamedTuple):
    """A visit of a series that stands already."""

    id: UUID
    occurs_on: date
    """Its day in the rhythm, wherever it was moved to."""
    is_ahead: bool
    """Whether it is planned and its time has not come."""
    is_fixed: bool
    """Whether it was changed by hand."""


class Slot(NamedTuple):
    """A visit that moves to another day of the rhythm."""

    id: UUID
    day: date


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What becomes of the visits of a series."""

    moved: tuple[Slot, ...]
    made: tuple[date, ...]
    dropped: tuple[UUID, ...]


def adjust(
    rows: Sequence[Made],
    before: Sequence[date],
    after: Sequence[date],
    wanted: Collection[date],
    *,
    keeps_step: bool,
) -> Adjusted:
    """Answer how visits follow from the days of one rhythm to those of another.

    `wanted` are those of the days `after` that are not paused or left out; `keeps_step` says that
    both rhythms are as frequent, so that the third visit of one is the third of the other. No day
    has two visits and no wanted day has none. What was held, cancelled or changed by hand stands
    for its day of the new rhythm; what stands on other days, added by hand, stays.
    """
    places = {day: place for place, day in enumerate(before)}
    steps = places if keeps_step else {}
    staying = [row for row in rows if _stays(row, places)]
    moved = list(_in_step(staying, steps, after, {row.occurs_on for row in rows}))
    taken = {row.occurs_on for row in staying} | {slot.day for slot in moved}
    free = [row for row in rows if not _stays(row, places)]
    loose = [row for row in free if row.occurs_on not in wanted]
    taken |= {row.occurs_on for row in free if row.occurs_on in wanted}
    open_days = [day for day in sorted(wanted) if day not in taken]
    same = list(_in_step(loose, steps, after, set(after) - set(open_days)))
    done, days = {slot.id for slot in same}, {slot.day for slot in same}
    return Adjusted(
        (*moved, *same),
        tuple(day for day in open_days if day not in days),
        tuple(row.id for row in loose if row.id not in done),
    )


def _stays(row: Made, places: Collection[date]) -> bool:
    """Answer whether a visit is there for its own sake, whatever the rhythm says."""
    return not row.is_ahead or row.is_fixed or row.occurs_on not in places


def _in_step(
    rows: Sequence[Made],
    steps: Mapping[date, int],
    after: Sequence[date],
    closed: Collection[date],
) -> Iterator[Slot]:
    """Move visits off days that the new rhythm has not, to the day of the same place in it."""
    days, used = set(after), set(closed)
    for row in rows:
        step = steps.get(row.occurs_on)
        if step is None or step >= len(after) or row.occurs_on in days:
            continue
        day = after[step]
        if day not in used:
            used.add(day)
            yield Slot(row.id, day)
