"""The text of a public timetable in one language: its sentences, its stops and their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton

from app.letters.rules.body import Facts, Heading, Paragraph, Span
from forms.bidi import cleaned
from forms.dates import clock_times, locale_of
from forms.letters.setting import fit_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.letters.rules.body import Piece
    from forms.mobile_advice.timetable_facts import PublicHalt, PublicStop, PublicTimetable


def public_day(day: date, language: str) -> str:
    """Answer a day with its weekday, without the year: "Di., 24.11."."""
    return format_skeleton("MEd", day, locale=locale_of(language))


def public_times(halt: PublicHalt, language: str) -> str:
    """Answer from when to when."""
    return clock_times(halt.start, halt.end, language)


def remark(halt: PublicHalt, words: dict[str, str], language: str) -> str:
    """Answer that it is cancelled, which day it stands for, or that it is not sure yet."""
    if halt.is_cancelled or halt.is_confirmed:
        return _said(halt, words, language)
    return " · ".join(filter(None, (_said(halt, words, language), words["unconfirmed"])))


def told_of(stop: PublicStop, words: dict[str, str], language: str) -> tuple[str, ...]:
    """Answer the lines about a stop: where it is and how one comes in; languages; bad weather."""
    spoken = stop.spoken(language)
    where = " · ".join((*stop.places, *((words[stop.access],) if stop.access else ())))
    more = []
    if spoken:
        more.append(words["languages"].format(languages=spoken))
    if stop.bad_weather:
        place = _held(stop.bad_weather, language)
        more.append(words["weather"].format(place=place))
    lines = (where, " ".join(more))
    return tuple(filter(None, map(cleaned, lines)))


def intro_of(facts: PublicTimetable, language: str) -> tuple[str, ...]:
    """Answer the sentences that stand above everything."""
    words = dict(facts.words[language])
    lines = [words["intro"]]
    if facts.phone:
        lines.append(words["phone"].format(phone=_held(facts.phone, language)))
    return tuple(lines)


def title_of(facts: PublicTimetable, language: str) -> str:
    """Answer the heading, with the name of the bus where it has one."""
    title = facts.words[language]["title"]
    return f"{title}: {_held(facts.name, language)}" if facts.name else title


def body_of(facts: PublicTimetable, language: str) -> Iterator[Piece]:
    """Answer the pieces of the paper in one language."""
    words = dict(facts.words[language])
    for line in intro_of(facts, language):
        yield Paragraph((Span(line),))
    for stop in facts.stops:
        yield Heading((Span(cleaned(stop.name)),))
        for line in told_of(stop, words, language):
            yield Paragraph((Span(line),), stays=True)
        yield Facts(
            tuple(((Span(times),), (Span(days),)) for times, days in _lines(stop, words, language))
        )
    if not facts.stops:
        yield Paragraph((Span(words["nothing"]),))


def _said(halt: PublicHalt, words: dict[str, str], language: str) -> str:
    """Answer that it is cancelled, or which day it stands for; "" for an ordinary day."""
    if halt.is_cancelled:
        return words["cancelled"]
    if halt.instead_of is not None:
        return words["moved"].format(day=public_day(halt.instead_of, language))
    return ""


def _lines(stop: PublicStop, words: dict[str, str], language: str) -> Iterator[tuple[str, str]]:
    """Answer each time with all its days; a day of which more is to be said has its own line.

    Days that are not confirmed stand together behind these words.
    """
    by_time: dict[tuple[str, bool], list[date]] = {}
    for halt in stop.halts:
        if not _said(halt, words, language):
            key = public_times(halt, language), halt.is_confirmed
            by_time.setdefault(key, []).append(halt.start.date())
    for (times, is_confirmed), days in by_time.items():
        listed = _days(days, language)
        yield times, listed if is_confirmed else f"{words['unconfirmed']}: {listed}"
    for halt in stop.halts:
        if _said(halt, words, language):
            day = public_day(halt.start.date(), language)
            yield public_times(halt, language), f"{day} – {remark(halt, words, language)}"


def _days(days: list[date], language: str) -> str:
    """Answer days with each weekday said once: "Di. 1.12., 8.12."."""
    by_weekday: dict[int, list[date]] = {}
    for day in days:
        by_weekday.setdefault(day.weekday(), []).append(day)
    locale = locale_of(language)
    return "; ".join(
        f"{format_date(some[0], 'EEE', locale=locale)} "
        + ", ".join(format_skeleton("Md", day, locale=locale) for day in some)
        for some in by_weekday.values()
    )


def _held(value: str, language: str) -> str:
    """Answer a value that keeps its own direction in a text of another one."""
    return fit_values({"value": cleaned(value)}, language)["value"]
