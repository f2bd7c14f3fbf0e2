"""The phone list: every visitor with the people whom they visit, and the numbers of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.dates import grouped, short_moment
from forms.texts import texts
from forms.visiting.grouped import Group, GroupedPaper, render_groups

if TYPE_CHECKING:
    from datetime import datetime

    from forms.texts import Texts

_WIDTHS = (85.0, 90.0)
"""Widths of the columns in millimetres."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody with the numbers under which they are reached."""

    name: str
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitorPhones:
    """A visitor, and whom they visit."""

    visitor: Reached
    people: tuple[Reached, ...]


@dataclass(frozen=True, slots=True)
class PhoneList:
    """What the paper shows, as plain values."""

    language: str
    """"de", "da" or "en"."""
    office: Reached
    visitors: tuple[VisitorPhones, ...]
    printed_at: datetime
    """Local wall-clock time."""
    who: str
    """Who prints."""


def render(facts: PhoneList) -> bytes:
    """Answer the list as a PDF; a character that no font has is printed as "\ufffd"."""
    words = texts("phone_list", facts.language)
    return render_groups(
        GroupedPaper(
            language=facts.language,
            title=words.say("title"),
            author=facts.office.name,
            under=tuple(filter(None, (_office(facts), _made(facts, words)))),
            heads=(words.say("head.person"), words.say("head.phone")),
            widths=_WIDTHS,
            groups=tuple(_group(each, words) for each in facts.visitors),
            care=words.say("care"),
            page=texts("list", facts.language).blocks["page"],
        )
    )


def _office(facts: PhoneList) -> str:
    return " · ".join(filter(None, (facts.office.name, _numbers(facts.office))))


def _made(facts: PhoneList, words: Texts) -> str:
    count = len(facts.visitors)
    visitors = words.say("count", "one" if count == 1 else "", count=grouped(count, facts.language))
    day = short_moment(facts.printed_at, facts.language)
    made = texts("list", facts.language).say("made", day=day, name=facts.who)
    return f"{visitors} · {made}"


def _group(each: VisitorPhones, words: Texts) -> Group:
    return Group(
        heading=each.visitor.name,
        note=_numbers(each.visitor),
        rows=tuple((person.name, _numbers(person)) for person in each.people),
        nothing=words.say("nobody"),
    )


def _numbers(reached: Reached) -> str:
    """Answer numbers that are never parted at the end of a line."""
    return ", ".join(phone.replace(" ", "\u00a0") for phone in reached.phones)
