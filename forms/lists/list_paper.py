"""A list on paper: title and date once, the heads of its columns on every page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.dates import grouped, short_day, short_moment
from forms.flow import gap, paragraph
from forms.fonts import missing
from forms.lists.list_pages import ListPages, PlainList
from forms.lists.list_rows import SIZE
from forms.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.flow import Row

_TITLE_SIZE = 17.0
_SELECTION_SIZE = 11.0
_PHONE = re.compile(r"\+?[\d ]{3,20}")
"""A number that is never parted at the end of a line."""
_AMOUNT = re.compile(r"[-\N{MINUS SIGN}]?\d{1,3}(?:[.,\u00a0\u202f]?\d{3})*[.,]\d{2}")
"""Money: its cents stand below one another. A phone number has no such end."""
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"

PaperCell = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class ListPaper:
    """What the paper shows, as plain values."""

    language: str
    """"de", "da" or "en"."""
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[PaperCell, ...], ...]
    when: datetime
    """Local wall-clock time."""
    who: str
    selection: str = ""
    """What the list was narrowed down to, as a sentence."""


def render(facts: ListPaper) -> bytes:
    """Answer the list as a PDF; a character that no font has is printed as "\ufffd"."""
    content = PlainList(
        title=printable(facts.title),
        author=printable(facts.who),
        language=facts.language,
        columns=tuple(map(printable, facts.columns)),
        rows=tuple(tuple(_words(cell, facts.language) for cell in row) for row in facts.rows),
        right=frozenset(
            at for at in range(len(facts.columns)) if _are_numbers(row[at] for row in facts.rows)
        ),
    )
    return ListPages(content, partial(_heading, facts)).drawn(partial(_foot, facts))


def printable(text: str) -> str:
    """Answer a text on one line, what no font can print replaced by a sign for it."""
    shown = cleaned(text)
    for mark in missing(shown):
        shown = shown.replace(mark, _UNKNOWN)
    return shown


def _words(cell: PaperCell, language: str) -> str:
    if isinstance(cell, datetime):
        return short_moment(cell, language)
    if isinstance(cell, date):
        return short_day(cell, language)
    if cell is None:
        return ""
    text = printable(str(cell))
    return text.replace(" ", "\u00a0") if _PHONE.fullmatch(text) else text


def _are_numbers(cells: Iterable[PaperCell]) -> bool:
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(
        isinstance(cell, int) or (isinstance(cell, str) and _AMOUNT.fullmatch(cell) is not None)
        for cell in known
    )


def _heading(facts: ListPaper, width: float) -> tuple[Row, ...]:
    """Set what stands above the list into a width in millimetres."""
    words = texts("list", facts.language)
    day = short_moment(facts.when, facts.language)
    made = words.say("made", day=day, name=printable(facts.who))
    chosen = printable(facts.selection)
    under = f"{made} · {_count(facts)}"
    return (
        *paragraph(printable(facts.title), width, size=_TITLE_SIZE, bold=True, role="H1"),
        *(paragraph(chosen, width, size=_SELECTION_SIZE) if chosen else ()),
        *paragraph(under, width, size=SIZE),
        gap(4),
    )


def _count(facts: ListPaper) -> str:
    words, count = texts("list", facts.language), len(facts.rows)
    if not count:
        return words.say("nothing")
    shown = grouped(count, facts.language)
    return words.say("count", "one" if count == 1 else "", count=shown)


def _foot(facts: ListPaper, number: int, count: int) -> tuple[str, str]:
    words = texts("list", facts.language)
    shown = {"number": grouped(number, facts.language), "count": grouped(count, facts.language)}
    return f"{printable(facts.title)} · {words.say('care')}", words.say("page", **shown)
