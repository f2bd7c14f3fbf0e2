"""The week plan: who is visited when, for the whole office or for one visitor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.dates import clock_time, grouped, long_day, short_day, short_moment
from forms.texts import texts
from forms.visiting.grouped import Group, GroupedPaper, render_groups

if TYPE_CHECKING:
    from datetime import date, datetime

    from forms.texts import Texts

_OF_ALL = (25.0, 58.0, 52.0, 40.0)
_OF_ONE = (25.0, 50.0, 62.0, 38.0)
"""Widths of the columns in millimetres."""


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """One visit; address and phone are given only where the visitor needs them."""

    start: datetime
    """Local wall-clock time."""
    end: datetime
    name: str
    visitor: str
    place: str
    """"home", "out", "phone" or "institution"."""
    place_note: str = ""
    address: tuple[str, ...] = ()
    address_protected: bool = False
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day with its visits in order of time."""

    day: date
    holiday: str = ""
    visits: tuple[PlannedVisit, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """What the paper shows, as plain values."""

    language: str
    """"de", "da" or "en"."""
    office: str
    days: tuple[PlannedDay, ...]
    printed_at: datetime
    """Local wall-clock time."""
    who: str
    """Who prints."""
    visitor: str = ""
    """Whose plan it is; "" for everybody's."""


def render(facts: WeekPlan) -> bytes:
    """Answer the plan as a PDF; a character that no font has is printed as "\ufffd"."""
    words = texts("week_plan", facts.language)
    of_one = bool(facts.visitor)
    columns = ("time", "whom", "where", "phone") if of_one else ("time", "whom", "who", "where")
    return render_groups(
        GroupedPaper(
            language=facts.language,
            title=words.say("title"),
            author=facts.office,
            under=tuple(filter(None, (facts.visitor, *_under(facts, words)))),
            heads=tuple(words.say(f"head.{column}") for column in columns),
            widths=_OF_ONE if of_one else _OF_ALL,
            groups=tuple(_group(day, facts, words) for day in facts.days),
            care=words.say("care"),
            page=texts("list", facts.language).blocks["page"],
        )
    )


def _days(facts: WeekPlan) -> str:
    first, last = facts.days[0].day, facts.days[-1].day
    if first == last:
        return short_day(first, facts.language)
    return f"{short_day(first, facts.language)} – {short_day(last, facts.language)}"


def _under(facts: WeekPlan, words: Texts) -> tuple[str, ...]:
    """Answer the lines below the title: which days, how many visits, whose, of when."""
    count = sum(len(day.visits) for day in facts.days)
    visits = words.say("count", "one" if count == 1 else "", count=grouped(count, facts.language))
    day = short_moment(facts.printed_at, facts.language)
    made = texts("list", facts.language).say("made", day=day, name=facts.who)
    return f"{_days(facts)} · {visits}", facts.office, made


def _group(day: PlannedDay, facts: WeekPlan, words: Texts) -> Group:
    row = _row_of_one if facts.visitor else _row_of_all
    return Group(
        heading=long_day(day.day, facts.language),
        note=day.holiday,
        rows=tuple(row(visit, facts.language, words) for visit in day.visits),
        nothing=words.say("nothing"),
    )


def _row_of_all(visit: PlannedVisit, language: str, words: Texts) -> tuple[str, ...]:
    return (
        _times(visit, language),
        visit.name,
        visit.visitor,
        ", ".join(filter(None, (words.say("where", visit.place), visit.place_note))),
    )


def _row_of_one(visit: PlannedVisit, language: str, words: Texts) -> tuple[str, ...]:
    street, *town = visit.address or ("",)
    address = ", ".join(filter(None, (street, *(line.replace(" ", "\u00a0") for line in town))))
    if visit.address_protected:
        address = words.say("ask")
    if visit.place == "phone":
        address = words.say("where", "phone")
    where = ", ".join(filter(None, (visit.place_note, address)))
    return _times(visit, language), visit.name, where, visit.phone.replace(" ", "\u00a0")


def _times(visit: PlannedVisit, language: str) -> str:
    return f"{clock_time(visit.start, language)}–{clock_time(visit.end, language)}"
