"""Halts at which people can be booked, and what is free there."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

from app.mobile_advice.booking.figures import figures_on
from app.mobile_advice.booking.queries.wishes import SlotWish, read_wish, words_of
from app.mobile_advice.booking.rules import (
    Held,
    Kind,
    Place,
    State,
    first_free_at,
    free_slots,
)
from app.mobile_advice.booking.statements import (
    COUNTED_AT,
    HALT,
    HALT_KEYS,
    HALTS_AMONG,
    HALTS_BETWEEN,
    HELD_AT,
    STOP_WORDS,
    STOPS_IN_AREA,
    TOUR_WORDS,
    HaltRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection, Row

    from app.mobile_advice.booking.statements import AnySelect

_FIRST, _AT_ONCE = 8, 24
"""Halts whose appointments are read together: at first, and when these leave too little free."""
_ROWS = 256
"""Keys that are fetched together."""
_NOTHING: frozenset[Any] = frozenset()
_OF_EACH = 3
"""Free times told of each halt while several stops are meant."""
_SLOTS = UUID("3b0c2f5e-52f3-5a53-9d35-7b64f7b6e0aa")


class FreeSlot(NamedTuple):
    """A time that can be booked."""

    halt: HaltRow
    start: int
    counter: int

    @property
    def id(self) -> UUID:
        """A key by which the time is known again."""
        return slot_key(self.place)

    @property
    def place(self) -> Place:
        """What a form keeps of it."""
        return Place(self.halt.id, self.start, self.counter)


class HaltCount(NamedTuple):
    """A halt, and how full it is."""

    halt: HaltRow
    booked: int
    queue: int
    """People without an appointment who wait."""
    free: int
    is_over: bool = False
    """Whether it ended earlier today."""

    @property
    def id(self) -> UUID:
        """The halt's id."""
        return self.halt.id


def slot_key(place: Place) -> UUID:
    """Answer a key of a time at a counter of a halt."""
    return uuid5(_SLOTS, f"{place.halt_id.hex} {place.start} {place.counter}")


def halt_row(connection: Connection, halt_id: UUID) -> HaltRow | None:
    """Answer one halt."""
    row = connection.execute(HALT, {"halt_id": halt_id}).first()
    return HaltRow(*row) if row is not None else None


def coming_halts(connection: Connection, now: datetime) -> tuple[HaltCount, ...]:
    """Answer the halts from today on, as far ahead as people book, and how full they are.

    `now` is the local time: what is over today is not free.
    """
    rows = _coming(connection, now.date())
    booked: defaultdict[UUID, int] = defaultdict(int)
    queue: defaultdict[UUID, int] = defaultdict(int)
    taken: defaultdict[UUID, int] = defaultdict(int)
    for halt_id, kind, state, count in connection.execute(
        COUNTED_AT, {"halts": [row.id for row in rows]}
    ):
        if kind == Kind.WALK_IN:
            queue[halt_id] += count if state == State.WAITING else 0
            continue
        booked[halt_id] += count if state in {State.BOOKED, State.WAITING, State.CALLED} else 0
        taken[halt_id] += count if state not in {State.MOVED, State.CANCELLED} else 0
    minute = now.hour * 60 + now.minute
    today = held_at(connection, (row.id for row in rows if row.day == now.date()))
    free = {
        row.id: len(free_slots(row.times, today.get(row.id, ()), after=minute))
        if row.day == now.date() and _can_be_booked(row)
        else _rest(row, taken[row.id])
        for row in rows
    }
    return tuple(
        HaltCount(
            row,
            booked[row.id],
            queue[row.id],
            free[row.id],
            is_over=row.day == now.date() and row.until_time <= minute,
        )
        for row in rows
    )


def find_slots(
    connection: Connection,
    typed: str,
    now: datetime,
    limit: int = 12,
    *,
    minutes: int = 0,
    near: UUID | None = None,
) -> tuple[FreeSlot, ...]:
    """Answer free times, the earliest first, at the stops and days that are typed.

    Words are beginnings of words of a stop or tour; numbers are a day ("24.11.") or an hour
    ("10", "10:20") from which on. With nothing typed, stops in the area `near` stand first.
    """
    wish = read_wish(typed)
    found: list[FreeSlot] = []
    seen = _Meant(connection, wish, now, near if not typed.strip() else None)
    most = 0 if seen.is_one_stop else _OF_EACH
    for slot in _free(connection, seen, now, wish.after, minutes, most):
        found.append(slot)
        if len(found) >= limit:
            break
    return tuple(found)


def held_at(connection: Connection, halts: Iterable[UUID]) -> dict[UUID, list[Held]]:
    """Answer the times that are taken at some halts."""
    found: defaultdict[UUID, list[Held]] = defaultdict(list)
    for halt_id, start, length, counter in connection.execute(HELD_AT, {"halts": list(halts)}):
        found[halt_id].append(Held(start, length, counter))
    return found


class _Meant:
    """The halts that can be meant by what is typed: their keys first, the rest in batches.

    An office has thousands of halts ahead, and a list shows a dozen times.
    """

    def __init__(
        self, connection: Connection, wish: SlotWish, now: datetime, near: UUID | None
    ) -> None:
        self._connection, self._wish, self._near = connection, wish, near
        today = now.date()
        last = today + timedelta(days=figures_on(today).look_ahead_days)
        self._days = frozenset(wish.on(today, last)) if wish.days else _NOTHING
        self._span = {
            "first": min(self._days, default=today),
            "last": max(self._days, default=last),
            "today": today,
            "minute": now.hour * 60 + now.minute,
        }
        self._stops = _matches(connection, STOP_WORDS, wish.words)
        self._tours = _matches(connection, TOUR_WORDS, wish.words)

    @property
    def is_one_stop(self) -> bool:
        """Whether only one stop can be meant: then all its times are told."""
        wanted, tours = frozenset(self._wish.words), self._called(self._tours)
        meant = (words for words in self._stops.values() if wanted <= words | tours)
        return bool(wanted) and len(list(islice(meant, 2))) == 1

    def batches(self) -> Iterator[list[HaltRow]]:
        """Answer halts that can be booked, some at a time."""
        if frozenset(self._wish.words) - self._called(self._stops) - self._called(self._tours):
            return
        found, many = self._keys(), _FIRST
        while keys := list(islice(found, many)):
            many = _AT_ONCE
            asked = self._connection.execute(HALTS_AMONG, {"halts": [UUID(key) for key in keys]})
            rows = {row.id.hex: row for row in map(HaltRow._make, asked)}
            yield [
                row
                for key in keys
                if (row := rows.get(key)) is not None
                and _can_be_booked(row)
                and (not self._days or row.day in self._days)
            ]

    def _keys(self) -> Iterator[str]:
        """Answer the keys of halts in the order of their days, no further than they are wanted."""
        if self._near is not None:
            nearby = set(self._connection.scalars(STOPS_IN_AREA, {"area_id": self._near}))
            keys = [(key, stop) for key, stop, _tour in self._asked()]
            return (key for key, _stop in sorted(keys, key=lambda one: one[1] not in nearby))
        wanted, stops, tours = frozenset(self._wish.words), self._stops, self._tours
        return (
            key
            for key, stop, tour in self._asked()
            if not wanted or wanted <= stops.get(stop, _NOTHING) | tours.get(tour, _NOTHING)
        )

    def _asked(self) -> Iterator[Row[str, str, str]]:
        return chain.from_iterable(
            self._connection.execute(HALT_KEYS, self._span).partitions(_ROWS)
        )

    @staticmethod
    def _called(words: Mapping[str, frozenset[str]]) -> frozenset[str]:
        return _NOTHING.union(*words.values())


def _coming(connection: Connection, today: date) -> list[HaltRow]:
    last = today + timedelta(days=figures_on(today).look_ahead_days)
    return [
        HaltRow(*row) for row in connection.execute(HALTS_BETWEEN, {"first": today, "last": last})
    ]


def _can_be_booked(row: HaltRow) -> bool:
    return not row.is_cancelled and not row.lacks_permit


def _free(
    connection: Connection,
    meant: _Meant,
    now: datetime,
    after: int,
    minutes: int,
    most: int,
) -> Iterator[FreeSlot]:
    minute = now.hour * 60 + now.minute
    for rows in meant.batches():
        held = held_at(connection, (row.id for row in rows))
        for row in rows:
            past = minute if row.day == now.date() else -1
            free = first_free_at(
                row.times, held.get(row.id, ()), minutes, after=max(past, after - 1)
            )
            for slot in free[: most or None]:
                yield FreeSlot(row, slot.start, slot.counter)


def _matches(
    connection: Connection, asked: AnySelect, words: Sequence[str]
) -> dict[str, frozenset[str]]:
    """Answer by the digits of a stop or tour which of the typed words it is called by."""
    if not words:
        return {}
    return {
        key: frozenset(
            word for word in words if any(known.startswith(word) for known in words_of(*names))
        )
        for key, *names in connection.execute(asked)
    }


def _rest(row: HaltRow, taken: int) -> int:
    if not _can_be_booked(row):
        return 0
    times = row.times
    there = sum(times.is_open(start, times.slot_minutes) for start in times.starts())
    return max(0, there * row.counters - taken)
