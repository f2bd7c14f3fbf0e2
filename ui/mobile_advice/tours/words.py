"""What the screens of stops, tours and days say: places, hours, rhythms and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name
from app.mobile_advice.tours.rules import (
    ACCESS_LABELS,
    DUTY_LABELS,
    NTH_LABELS,
    WEEKDAYS,
    Rhythm,
    time_of,
)
from resources.text import _, language
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.mobile_advice.tours.rows import StopRow
    from app.mobile_advice.tours.rules import CrewMate, Hours, RhythmDetails


def options(labels: Mapping[str, str], *first: tuple[str, str]) -> list[tuple[str, str]]:
    """Answer codes with their words in the language of the window."""
    return [*first, *((str(code), _(words)) for code, words in labels.items())]


def minutes_words(first: int, last: int) -> str:
    """Answer a span of minutes of the day as people write it."""
    return f"{time_of(first):%H:%M}–{time_of(last):%H:%M}"


def hours_words(hours: Iterable[Hours]) -> str:
    """Answer the hours of a week, each weekday once."""
    by_day: dict[int, list[str]] = {}
    for one in hours:
        words = minutes_words(one.from_minute, one.until_minute)
        by_day.setdefault(one.weekday, []).append(words)
    return "\n".join(
        f"{_(WEEKDAYS[day - 1])} {', '.join(spans)}" for day, spans in sorted(by_day.items())
    )


def rhythm_words(one: RhythmDetails) -> str:
    """Answer in words on which days a rhythm has a tour."""
    if one.rhythm == Rhythm.DATES:
        shown = ", ".join(formats.show_date(day) for day in one.dates[:4])
        more = len(one.dates) - 4
        return f"{shown} +{more}" if more > 0 else shown
    weekday = _(WEEKDAYS[(one.weekday or 1) - 1])
    if one.rhythm == Rhythm.MONTHLY:
        return f"{weekday}, {_(NTH_LABELS[one.nth or 1])}"
    often = _("every week") if one.rhythm == Rhythm.WEEKLY else _("every second week")
    return f"{weekday}, {often}"


def span_words(one: RhythmDetails) -> str:
    """Answer from when to when a rhythm holds; "" for listed days."""
    if one.rhythm == Rhythm.DATES or one.starts_on is None:
        return ""
    first = formats.show_day(one.starts_on)
    if one.until is None:
        return _("from {day} on").format(day=first)
    return _("from {day} to {last}").format(day=first, last=formats.show_day(one.until))


def languages_words(tags: Iterable[str]) -> str:
    """Answer the names of languages."""
    return ", ".join(language_name(tag, language()) for tag in tags)


def mate_words(mate: CrewMate) -> str:
    """Answer who somebody on board is."""
    parts = [mate.name, _(DUTY_LABELS[mate.duty])]
    if mate.languages:
        parts.append(languages_words(mate.languages))
    if mate.start and mate.end:
        parts.append(f"{mate.start:%H:%M}–{mate.end:%H:%M}")
    return " · ".join(parts)


def access_words(code: str) -> str:
    """Answer how somebody in a wheelchair comes in; "" where nobody said."""
    return _(ACCESS_LABELS[code]) if code else ""


def permit_words(row: StopRow) -> str:
    """Answer until when a permit holds; "" where none is needed."""
    if not row.needs_permit:
        return ""
    if not row.permit_number or row.permit_until is None:
        return _("No permit")
    return _("until {day}").format(day=formats.show_day(row.permit_until))
