"""What somebody types to find a free time: words of a stop or tour, a day, an hour."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.clients.rules import fold

if TYPE_CHECKING:
    from datetime import date


class SlotWish(NamedTuple):
    """What somebody types to find a time."""

    words: tuple[str, ...]
    days: tuple[tuple[int, int], ...]
    """Day and month."""
    after: int
    """Minutes after midnight."""

    def on(self, first: date, last: date) -> list[date]:
        """Answer the days that are meant within a span of them."""
        span = (first + timedelta(days=at) for at in range((last - first).days + 1))
        return [day for day in span if (day.day, day.month) in self.days]


@lru_cache(maxsize=256)
def read_wish(typed: str) -> SlotWish:
    """Answer what is typed as words, days and an hour."""
    words: list[str] = []
    days: list[tuple[int, int]] = []
    after = 0
    for part in typed.split():
        if not part[:1].isdigit():
            words += fold(part).split()
            continue
        numbers = [
            int(number) for number in part.replace(":", ".").split(".") if number.isdecimal()
        ]
        if len(numbers) > 1 and ":" not in part:
            days.append((numbers[0], numbers[1]))
        elif numbers:
            after = min(numbers[0], 24) * 60 + (min(numbers[1], 59) if len(numbers) > 1 else 0)
    return SlotWish(tuple(words), tuple(days), after)


@lru_cache(maxsize=4096)
def words_of(*names: str) -> tuple[str, ...]:
    """Answer the folded words of some names."""
    return tuple(word for name in names for word in fold(name).split())
