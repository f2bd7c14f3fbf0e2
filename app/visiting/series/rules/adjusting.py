"""How the visits of a series follow it: which stay, which move to another day, which come or go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
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
) -> Adjusted:
    """Answer how visits follow from the days of one rhythm to those of another.

    `wanted` are those of the days `after` that are not paused or left out. No day has two visits
    and no wanted day has none. Visits that were held, cancelled or changed by hand stand for the
    day of the new rhythm that has the same place in it, so that it is not visited twice; those on
    days outside the rhythm, added by hand, stay.
    """
    places = {day: place for place, day in enumerate(before)}
    taken = {row.occurs_on for row in rows if row.occurs_on in set(after) and _stays(row, places)}
    moved = list(_exceptions(rows, places, after, taken))
    taken |= {slot.day for slot in moved}
    free = [row for row in rows if not _stays(row, places)]
    keep = {row.occurs_on: row for row in free if row.occurs_on in wanted}
    open_days = [day for day in sorted(wanted) if day not in taken and day not in keep]
    loose = [row for row in free if keep.get(row.occurs_on) is not row]
    pairs = list(zip(loose, open_days, strict=False))
    moved += [Slot(row.id, day) for row, day in pairs]
    return Adjusted(
        tuple(moved),
        tuple(open_days[len(pairs) :]),
        tuple(row.id for row in loose[len(pairs) :]),
    )


def _stays(row: Made, places: Collection[date]) -> bool:
    """Answer whether a visit is there for its own sake, whatever the rhythm says."""
    return not row.is_ahead or row.is_fixed or row.occurs_on not in places


def _exceptions(
    rows: Sequence[Made],
    places: dict[date, int],
    after: Sequence[date],
    taken: Collection[date],
) -> Iterable[Slot]:
    used = set(taken) | {row.occurs_on for row in rows}
    for row in rows:
        place = places.get(row.occurs_on)
        if place is None or place >= len(after) or not _stays(row, places):
            continue
        day = after[place]
        if row.occurs_on not in after and day not in used:
            used.add(day)
            yield Slot(row.id, day)
