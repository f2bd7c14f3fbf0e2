"""When somebody is free on a day, and when a visit may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.visiting.day_plans.office.day import Shift

if TYPE_CHECKING:
    from collections.abc import Iterable


def free_shifts(times: Iterable[Shift], busy: Iterable[Shift]) -> tuple[Shift, ...]:
    """Answer times less what is taken already, in order; neighbours are put together."""
    free: list[Shift] = []
    for first, last in sorted(times):
        if free and first <= free[-1].last:
            free[-1] = Shift(free[-1].first, max(free[-1].last, last))
        else:
            free.append(Shift(first, last))
    for taken in sorted(busy):
        free = [part for shift in free for part in _without(shift, taken)]
    return tuple(free)


def _without(shift: Shift, taken: Shift) -> tuple[Shift, ...]:
    if taken.last <= shift.first or shift.last <= taken.first:
        return (shift,)
    parts = (Shift(shift.first, taken.first), Shift(taken.last, shift.last))
    return tuple(part for part in parts if part.first < part.last)


def window(begins: int, minutes: int, wished: Iterable[Shift]) -> tuple[int, int]:
    """Answer between when a visit may begin: within the wished time that suits it best.

    A visit whose length fits into no wished time stays where it is.
    """
    fitting = [shift for shift in wished if shift.last - shift.first >= minutes]
    if not fitting:
        return begins, begins
    first, last = min(fitting, key=lambda shift: (_away(begins, shift, minutes), shift))
    return first, last - minutes


def _away(begins: int, shift: Shift, minutes: int) -> int:
    return max(shift.first - begins, begins + minutes - shift.last, 0)
