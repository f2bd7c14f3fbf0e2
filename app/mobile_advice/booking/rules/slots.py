"""Slots of a halt: computed from its times, the length of an appointment and its counters.

Times are minutes after midnight of the local day. No slot is kept anywhere: what is free is what
nobody holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DAY = 24 * 60


class Slot(NamedTuple):
    """A time at a counter."""

    start: int
    counter: int
    """From 1."""


class Held(NamedTuple):
    """A time that somebody holds at a counter."""

    start: int
    minutes: int
    counter: int

    @property
    def end(self) -> int:
        """When the counter is free again."""
        return self.start + self.minutes

    def overlaps(self, start: int, minutes: int) -> bool:
        """Answer whether another time would be in its way; one may begin when another ends."""
        return start < self.end and self.start < start + minutes


@dataclass(frozen=True, slots=True)
class HaltTimes:
    """When a halt is, in what steps it is booked, and how many are advised at a time."""

    from_time: int
    until_time: int
    slot_minutes: int
    counters: int
    spans: tuple[tuple[int, int], ...] | None = None
    """From when until when the place itself is open on that day; None is at any time."""

    def starts(self) -> range:
        """Answer when appointments begin: each ends before the halt does."""
        step = max(1, self.slot_minutes)
        return range(self.from_time, self.until_time - step + 1, step)

    def slots(self) -> Iterator[Slot]:
        """Answer every slot, the earliest first."""
        return (
            Slot(start, counter)
            for start in self.starts()
            for counter in range(1, self.counters + 1)
        )

    def is_there(self, start: int, minutes: int) -> bool:
        """Answer whether a time lies within the halt and begins where one may begin."""
        return start in self.starts() and start + minutes <= self.until_time

    def is_open(self, start: int, minutes: int) -> bool:
        """Answer whether the place is open all the time."""
        return self.spans is None or any(
            first <= start and start + minutes <= last for first, last in self.spans
        )

    def holds(self, start: int, minutes: int) -> bool:
        """Answer whether somebody can be advised for a time: the halt and the place are there."""
        return self.is_there(start, minutes) and self.is_open(start, minutes)

    def longest_at(self, slot: Slot, held: Iterable[Held]) -> int:
        """Answer how long a slot can last until the next begins there, or the halt ends."""
        after = [
            one.start for one in held if one.counter == slot.counter and one.start > slot.start
        ]
        return min([self.until_time, *after]) - slot.start


def is_free(slot: Slot, minutes: int, held: Iterable[Held]) -> bool:
    """Answer whether nobody holds a counter for some minutes."""
    return not any(
        one.counter == slot.counter and one.overlaps(slot.start, minutes) for one in held
    )


def free_slots(
    halt: HaltTimes, held: Sequence[Held], minutes: int = 0, *, after: int = -1
) -> tuple[Slot, ...]:
    """Answer the slots that are free for some minutes (0: as long as one is), the earliest first.

    `after` leaves out what has begun by then, on the day itself.
    """
    wanted = minutes or halt.slot_minutes
    return tuple(
        slot
        for slot in halt.slots()
        if slot.start > after and halt.holds(slot.start, wanted) and is_free(slot, wanted, held)
    )


def first_free_at(
    halt: HaltTimes, held: Sequence[Held], minutes: int = 0, *, after: int = -1
) -> tuple[Slot, ...]:
    """Answer each time at which some counter is free, with the first counter that is."""
    found: dict[int, Slot] = {}
    for slot in free_slots(halt, held, minutes, after=after):
        found.setdefault(slot.start, slot)
    return tuple(found.values())


def nearest_free(
    halt: HaltTimes,
    held: Sequence[Held],
    wanted: Slot,
    minutes: int = 0,
    *,
    after: int = -1,
    but: Sequence[Held] = (),
) -> Slot | None:
    """Answer the free slot nearest to a wanted one: the same counter before others.

    `but` are times at which the person or mediator is elsewhere, at whichever counter.
    """
    length = minutes or halt.slot_minutes
    free = (
        slot
        for slot in free_slots(halt, held, length, after=after)
        if not any(one.overlaps(slot.start, length) for one in but)
    )
    return min(
        free,
        key=lambda slot: (
            abs(slot.start - wanted.start),
            slot.start < wanted.start,
            slot.counter != wanted.counter,
            slot.counter,
        ),
        default=None,
    )


def clock(minutes: int) -> str:
    """Answer minutes after midnight as a time, such as "09:40"."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
