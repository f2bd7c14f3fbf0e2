"""Where visits of a series would book somebody twice, and the nearest time at which none does."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from app.visiting.series.rules.days import SeriesDays

_DAY = 24 * 60


class Busy(NamedTuple):
    """Somebody is visited by somebody from one local time to another."""

    start: datetime
    end: datetime
    client_id: UUID
    client_name: str
    """Empty where the client may not be known to the person who plans."""
    visitor: str
    visitor_id: UUID | None

    def has_visitor(self, other: Busy) -> bool:
        """Answer whether the same person visits: by the card, else by the name."""
        if self.visitor_id is not None and other.visitor_id is not None:
            return self.visitor_id == other.visitor_id
        return _plain(self.visitor) == _plain(other.visitor)

    def shares(self, other: Busy) -> bool:
        """Answer whether the same person is visited or visits."""
        return self.client_id == other.client_id or self.has_visitor(other)

    def overlaps(self, other: Busy) -> bool:
        """Answer whether the times overlap; one may begin when another ends."""
        return self.start < other.end and other.start < self.end


class Clash(NamedTuple):
    """A visit that is wanted, and another that is in its way."""

    wanted: Busy
    other: Busy


def clashes(wanted: Iterable[Busy], others: Iterable[Busy]) -> tuple[Clash, ...]:
    """Answer the clashes of wanted visits with others, the first of each, by day."""
    by_day = _by_day(others)
    found = []
    for one in wanted:
        for other in by_day.get(one.start.date(), ()):
            if one.overlaps(other) and one.shares(other):
                found.append(Clash(one, other))
                break
    return tuple(found)


def nearest_free(
    wanted: Sequence[Busy], others: Iterable[Busy], figures: SeriesDays
) -> timedelta | None:
    """Answer by how much all wanted visits can be moved within their days so that none clashes.

    The smallest shift that stays within the usual hours; None where there is none.
    """
    by_day = _by_day(others)
    relevant = {one: _near(one, by_day) for one in wanted}
    for minutes in _shifts(figures.step):
        shift = timedelta(minutes=minutes)
        if all(_fits(one, relevant[one], shift, figures) for one in wanted):
            return shift
    return None


def _near(one: Busy, by_day: Mapping[date, Sequence[Busy]]) -> tuple[Busy, ...]:
    return tuple(other for other in by_day.get(one.start.date(), ()) if one.shares(other))


def _fits(one: Busy, near: Sequence[Busy], shift: timedelta, figures: SeriesDays) -> bool:
    moved = one._replace(start=one.start + shift, end=one.end + shift)
    if moved.start.date() != one.start.date() or moved.end.date() != one.start.date():
        return False
    if moved.start.time() < figures.earliest or moved.end.time() > figures.latest:
        return False
    return not any(moved.overlaps(other) for other in near)


def _shifts(step: int) -> Iterable[int]:
    """Answer minutes from near to far; the later first."""
    for minutes in range(step, _DAY, step):
        yield minutes
        yield -minutes


def _by_day(busy: Iterable[Busy]) -> dict[date, list[Busy]]:
    found: dict[date, list[Busy]] = defaultdict(list)
    for one in busy:
        found[one.start.date()].append(one)
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
