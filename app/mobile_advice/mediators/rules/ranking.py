"""Which of one's own mediators suits a talk best: language first, then dialect, wish and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.clients.rules.speaking import LanguageLevel
from app.mobile_advice.mediators.rules.lead import is_same_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from app.mobile_advice.mediators.rules.request import Engaged, RequestDetails

_LEVELS = (
    LanguageLevel.NATIVE,
    LanguageLevel.FLUENT,
    LanguageLevel.GOOD,
    LanguageLevel.UNKNOWN,
    LanguageLevel.SOME,
)
"""The best first; what nobody asked is better than a little."""


class Mediator(NamedTuple):
    """One of the office's own mediators on the day of a talk."""

    id: UUID
    name: str
    phone: str
    gender: str
    levels: Mapping[str, str]
    """Level by tag of each language that the mediator speaks."""
    words: frozenset[str]
    """Folded words of community and description, in which dialects are named."""
    stretches: tuple[Engaged, ...] | None
    """When the mediator has time on that weekday; None where nobody said."""
    engaged: tuple[Engaged, ...]
    is_away: bool


class Suggestion(NamedTuple):
    """A mediator for a talk, with what speaks for and against."""

    mediator: Mediator
    level: LanguageLevel
    speaks_dialect: bool | None
    """None where none is asked for."""
    meets_wish: bool | None
    has_time: bool | None
    """None where nobody said when the mediator has time."""
    is_engaged: bool

    @property
    def is_possible(self) -> bool:
        """Whether the mediator is there and not engaged."""
        return not self.is_engaged and not self.mediator.is_away


def suggest(
    details: RequestDetails, mediators: Iterable[Mediator], dialect_words: frozenset[str]
) -> tuple[Suggestion, ...]:
    """Answer who speaks the language, those who can come first and the best of them first."""
    found = [
        _look(details, one, level, dialect_words)
        for one in mediators
        if (level := _level_of(one, details.language)) is not None
    ]
    return tuple(sorted(found, key=_order))


def _level_of(mediator: Mediator, language: str) -> LanguageLevel | None:
    exact = mediator.levels.get(language)
    if exact is not None:
        return LanguageLevel(exact)
    alike = [
        LanguageLevel(level)
        for tag, level in mediator.levels.items()
        if is_same_language(tag, language)
    ]
    return min(alike, key=_LEVELS.index, default=None)


def _look(
    details: RequestDetails, one: Mediator, level: LanguageLevel, dialect: frozenset[str]
) -> Suggestion:
    start, end = details.from_time, details.until_time
    is_timed = start is not None and end is not None
    has_time = None
    if is_timed and one.stretches is not None:
        has_time = any(s.start <= (start or 0) and (end or 0) <= s.end for s in one.stretches)
    return Suggestion(
        one,
        level,
        bool(dialect & one.words) if dialect else None,
        one.gender == details.gender_wish if details.gender_wish else None,
        has_time,
        is_timed and any(e.overlaps(start or 0, end or 0) for e in one.engaged),
    )


def _order(one: Suggestion) -> tuple[bool, int, bool, bool, bool, str]:
    return (
        not one.is_possible,
        _LEVELS.index(one.level),
        one.speaks_dialect is False,
        one.meets_wish is False,
        one.has_time is False,
        one.mediator.name,
    )
