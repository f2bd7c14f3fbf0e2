"""What stands under each stop of a day pack: the place, appointments, what is due and offered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forms.dates import plain_day
from forms.flow import Piece, Row, bullets, gap, paragraph, row_height, table
from forms.lists.list_paper import printable
from forms.page import POINTS, WIDTH
from forms.tags import cells, columns, new_table
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from forms.tags import Path
    from forms.texts import Texts

WIDTH_OF_TEXT = WIDTH - 35.0
"""Millimetres between the margins."""
_LABELS = 40.0
_SIZE, _SMALL = 11.0, 9.0
_BETWEEN = 3.0
_WIDTHS = (17.0, 55.0, 60.0, 43.0)
"""Of the columns of appointments, in millimetres; together `WIDTH_OF_TEXT`."""


@dataclass(frozen=True, slots=True)
class PackAppointment:
    """Somebody who comes."""

    time: str
    """"10:20", or a number in the queue."""
    name: str
    phone: str = ""
    bring: str = ""
    spoken: tuple[str, ...] = ()
    """Names of languages."""
    interpreter: str = ""
    """Who interprets, or how far that is."""


@dataclass(frozen=True, slots=True)
class DueSoon:
    """Something that ends or is due soon for somebody near a stop."""

    day: date
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is due soon for people who live in the district of a stop."""

    lines: tuple[DueSoon, ...]
    until: date
    """The last day that is looked at."""
    more: int = 0
    """How many further ones are not listed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An institution of the district."""

    name: str
    place: str = ""
    hours: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PackStop:
    """A stop, or a visit at home on the way."""

    number: int
    name: str
    times: str
    """"09:30–11:30"."""
    is_home: bool = False
    address: str = ""
    is_protected: bool = False
    meeting_point: str = ""
    access: str = ""
    """"yes", "ramp", "no" or ""."""
    power: str = ""
    """"yes", "no" or ""."""
    toilet: str = ""
    permit: str = ""
    contact: str = ""
    bad_weather: str = ""
    note: str = ""
    appointments: tuple[PackAppointment, ...] = ()
    due: Surroundings | None = None
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class PackLanguage:
    """A language of those who come, and which papers there are in it."""

    name: str
    people: int
    letters: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


def stop_rows(stop: PackStop, language: str, words: Texts) -> Iterator[Row]:
    """Set a stop with everything that is known of it."""
    heading = printable(f"{stop.number} · {stop.times} · {name_of(stop, words)}")
    yield gap(5)
    yield from paragraph(heading, WIDTH_OF_TEXT, size=13, bold=True, keep=True, role="H2")
    yield gap(1, keeps_next=True)
    pairs = list(_facts(stop, words))
    if pairs:
        facts = list(table(pairs, WIDTH_OF_TEXT, label_width=_LABELS, size=_SIZE, space=0.8))
        # What a place is like is read at a glance, so it stays on one page.
        yield from (replace(row, keeps_next=True) for row in facts[:-1])
        yield facts[-1]
    if not stop.is_home:
        yield from _head(words.say("appointments"))
        if stop.appointments:
            yield from _appointments(stop.appointments, words)
        else:
            yield from paragraph(words.say("nobody"), WIDTH_OF_TEXT, size=_SIZE)
    if stop.due is not None:
        yield from _due(stop.due, language, words)
    if stop.offers:
        yield from _head(words.say("offers"))
        yield from bullets([_offer(one) for one in stop.offers], WIDTH_OF_TEXT, size=_SIZE)


def name_of(stop: PackStop, words: Texts) -> str:
    """Answer what a stop is called; a visit at home says that it is one."""
    return f"{words.say('home')}: {stop.name}" if stop.is_home else stop.name


def language_rows(found: Sequence[PackLanguage], words: Texts) -> Iterator[Row]:
    """Set which papers to take along in which languages."""
    yield gap(5)
    yield from paragraph(
        words.say("languages"), WIDTH_OF_TEXT, size=13, bold=True, keep=True, role="H2"
    )
    yield from paragraph(words.say("languages.hint"), WIDTH_OF_TEXT, size=_SIZE, keep=True)
    yield gap(1, keeps_next=True)
    pairs = [(printable(f"{one.name} ({one.people})"), _papers(one, words)) for one in found]
    yield from table(pairs, WIDTH_OF_TEXT, label_width=_LABELS, size=_SIZE, space=1.2)


def _papers(one: PackLanguage, words: Texts) -> str:
    parts = []
    if one.letters:
        parts.append(f"{words.say('letters')}: {', '.join(one.letters)}")
    if one.forms:
        parts.append(f"{words.say('forms')}: {', '.join(one.forms)}")
    return printable(". ".join(parts)) if parts else words.say("none")


def _facts(stop: PackStop, words: Texts) -> Iterator[tuple[str, str]]:
    address = words.say("ask") if stop.is_protected else stop.address
    shown = (
        ("address", address),
        ("meeting", stop.meeting_point),
        ("access", words.say("access", stop.access) if stop.access else ""),
        ("power", words.say("power", stop.power) if stop.power else ""),
        ("toilet", stop.toilet),
        ("permit", stop.permit),
        ("contact", stop.contact),
        ("weather", stop.bad_weather),
        ("note", stop.note),
    )
    for label, value in shown:
        if value.strip():
            yield words.say(f"label.{label}"), printable(value)


def _head(text: str) -> Iterator[Row]:
    yield gap(2, keeps_next=True)
    yield from paragraph(text, WIDTH_OF_TEXT, size=_SIZE, bold=True, keep=True)


def _due(found: Surroundings, language: str, words: Texts) -> Iterator[Row]:
    """Set what is due, under a sentence that says what is listed and up to when."""
    yield from _head(words.say("due"))
    hint = printable(words.say("due.hint", day=plain_day(found.until, language)))
    yield from paragraph(hint, WIDTH_OF_TEXT, size=_SIZE, keep=True)
    lines = [f"{plain_day(one.day, language)}: {one.name}, {one.what}" for one in found.lines]
    yield from bullets([printable(line) for line in lines], WIDTH_OF_TEXT, size=_SIZE)
    if found.more:
        more = printable(words.say("due.more", count=str(found.more)))
        yield from paragraph(more, WIDTH_OF_TEXT, size=_SIZE)


def _offer(one: Offer) -> str:
    return printable(" · ".join(filter(None, (one.name, one.place, one.hours, one.phone))))


def _appointments(found: Sequence[PackAppointment], words: Texts) -> Iterator[Row]:
    whole = new_table()
    heads = tuple(words.say(f"head.{name}") for name in ("time", "who", "bring", "language"))
    yield from _line(heads, columns(whole, len(heads)), _SMALL, head=True)
    for one in found:
        spoken = ", ".join(one.spoken)
        row = (
            one.time,
            # A number is dialled from one line.
            ", ".join(filter(None, (one.name, one.phone.replace(" ", "\u00a0")))),
            one.bring,
            "; ".join(filter(None, (spoken, one.interpreter))),
        )
        yield from _line(row, cells(whole, len(heads)), _SIZE)
        yield gap(1)


def _line(
    texts: Sequence[str], places: Sequence[Path], size: float, *, head: bool = False
) -> Iterator[Row]:
    """Set the cells of a row beside one another; all of it stays on one page."""
    broken = [
        break_lines(printable(text), (width - _BETWEEN) * POINTS, size)
        for text, width in zip(texts, _WIDTHS, strict=True)
    ]
    lefts = [sum(_WIDTHS[:at]) for at in range(len(_WIDTHS))]
    count = max(map(len, broken))
    for at in range(count):
        pieces = tuple(
            Piece(x, lines[at], size, place)
            for x, lines, place in zip(lefts, broken, places, strict=True)
            if at < len(lines)
        )
        yield Row(row_height(size), pieces, keeps_next=head or at < count - 1)
