"""Setting the body of a letter: its pieces as rows, in a size, a spacing and a direction."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.letters.rules.body import Bullets, Facts, Heading, Paragraph, Span
from forms.bidi import cleaned, isolated, runs_right_to_left
from forms.flow import LINE_SPACING, Piece, Row, gap
from forms.hyphens import parts_of
from forms.letters.arranging import beside, held_row
from forms.page import POINTS
from forms.tags import fixed, item, new_list, new_table, row
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.letters.rules.body import Body, Text
    from app.letters.rules.body import Piece as Part
    from forms.tags import Path
    from forms.typeset import Line, Stretches

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ckb", "ur"})
"""Languages that are written from right to left, by their tags."""
_INDENT = 5.0
"""Of a list, in millimetres, for a size of 12 points."""
_LABELS = 0.32
"""Share of the width that the labels of facts take."""
_NO_BREAK = "\u00a0"
_DAY = re.compile(r"(?<![\d:.])(\d{1,2}\w?\.?) (?=[^\W\d_])")
_HOURS = re.compile(r"\d[:.]\d\d\D+\d[:.\d]+")
_HELD = 30
"""Up to so many characters hours, or a value in a text of the other direction, stay whole."""
_BETWEEN = 8.0
"""Millimetres between two columns."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a letter is set."""

    points: float
    leading: float = LINE_SPACING
    """Line height in font sizes."""
    heading: float = 0.0
    """So many points more for headings; the subject has twice as many."""
    parts_words: bool = False
    """Whether long words are parted: not where print is large or language simple."""

    @property
    def line(self) -> float:
        """Height of a line in millimetres."""
        return self.points * self.leading / POINTS


SIZES: Mapping[str, Size] = MappingProxyType(
    {
        "normal": Size(12, heading=1, parts_words=True),
        "large16": Size(16, heading=2),
        "large18": Size(18, heading=2),
        "simple": Size(14, leading=1.5, heading=2),
    }
)
"""Ordinary print, large print of 16 and 18 points, and the layout of simple language."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """How a body is set; what is set in the same one again is not set anew."""

    language: str
    size: Size
    width: float
    """In millimetres."""
    x: float = 0.0
    """Millimetres from the left edge of the body."""
    tag: str = ""
    """The language as a mark on each piece; "" where it is the document's."""

    @property
    def base(self) -> int:
        """Answer 1 for a language that runs to the left."""
        return int(self.language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT)

    def narrower(self, start: float) -> Setting:
        """Answer the same, beginning `start` millimetres further in."""
        x = self.x if self.base else self.x + start
        return replace(self, width=self.width - start, x=x)


@lru_cache(maxsize=128)
def setting_of(language: str, size: str, width: float, *, is_second: bool = False) -> Setting:
    """Answer how a letter is set in one of `SIZES`; the second language of two is marked."""
    return Setting(language, SIZES[size], width, tag=language if is_second else "")


def set_body(body: Body, setting: Setting) -> Iterator[tuple[Row, ...]]:
    """Answer the rows of each piece of a body."""
    for at, (part, after) in enumerate(zip_longest(body, body[1:])):
        yield _set(part, setting, f"body {at}", leads=isinstance(after, Bullets | Facts))


@lru_cache(maxsize=1024)
def _set(part: Part, setting: Setting, place: str, *, leads: bool = False) -> tuple[Row, ...]:
    """Set a piece at its place; a sentence stays with the list or the facts that it leads to."""
    if leads and isinstance(part, Paragraph):
        part = replace(part, stays=True)
    return tuple(_piece(part, setting, place))


@lru_cache(maxsize=256)
def set_subject(text: str, setting: Setting) -> tuple[Row, ...]:
    """Answer the rows of the subject, a heading of its own size."""
    size = setting.size.points + 2 * setting.size.heading
    inside = fixed("subject", "H1", setting.tag)
    return tuple(_lines(text, (), setting, size, inside, bold=True))


def set_note(text: str, setting: Setting) -> tuple[Row, ...]:
    """Answer the rows of a remark below the body."""
    return _set(Paragraph((Span(text),)), setting, "note")


@lru_cache(maxsize=128)
def two_columns(setting: Setting, language: str) -> tuple[Setting, Setting]:
    """Answer the settings of two columns in the width of one body."""
    width = (setting.width - _BETWEEN) / 2
    second = replace(setting, language=language, tag=language, width=width, x=width + _BETWEEN)
    return replace(setting, width=width), second


def _piece(part: Part, setting: Setting, place: str) -> Iterator[Row]:
    size = setting.size.points
    match part:
        case Paragraph(text, stays, room):
            rows = _text(text, setting, size, fixed(place, "P", setting.tag))
            yield from (_keeping(rows, room) if stays else rows)
        case Heading(text):
            larger = size + setting.size.heading
            inside = fixed(place, "H2", setting.tag)
            yield from _text(text, setting, larger, inside, bold=True)
        case Bullets(items):
            for each, pair in zip(items, _items(place, setting.tag, len(items)), strict=True):
                yield from _bullet(each, setting, pair)
        case Facts(rows):
            places = _facts(place, setting.tag, len(rows))
            for (label, value), pair in zip(rows, places, strict=True):
                yield from _fact(label, value, setting, pair)


@lru_cache(maxsize=256)
def _items(_place: str, language: str, count: int) -> tuple[tuple[Path, Path], ...]:
    """Answer the blocks of a list at its place."""
    whole = new_list()
    return tuple(item(whole, language=language) for _at in range(count))


@lru_cache(maxsize=256)
def _facts(_place: str, language: str, count: int) -> tuple[tuple[Path, Path], ...]:
    """Answer the blocks of a table at its place."""
    whole = new_table()
    return tuple(row(whole, language=language) for _at in range(count))


def _keeping(rows: Iterator[Row], room: float) -> Iterator[Row]:
    """Keep rows with what follows, with so much room (millimetres) below them."""
    yield from map(held_row, rows)
    if room:
        yield gap(room, keeps_next=True)


def _text(
    text: Text, setting: Setting, size: float, inside: Path, *, bold: bool = False
) -> Iterator[Row]:
    plain, strong = _flat(text)
    return _lines(plain, strong, setting, size, inside, bold=bold)


def _lines(
    text: str,
    strong: Stretches,
    setting: Setting,
    size: float,
    inside: Path,
    *,
    bold: bool = False,
) -> Iterator[Row]:
    """Set a text; a heading stays with what follows, and lines do not stand alone."""
    may_part = setting.size.parts_words and not bold
    lines = break_lines(
        text,
        setting.width * POINTS,
        size,
        bold=bold,
        strong=strong,
        base=setting.base,
        parts=parts_of(text, setting.language) if may_part else (),
    )
    last = len(lines) - 1
    for at, line in enumerate(lines):
        stays = bold or (at < last and at in {0, last - 1})
        yield _row(line, setting, size, inside, keeps_next=stays)


def _row(line: Line, setting: Setting, size: float, inside: Path, *, keeps_next: bool) -> Row:
    spare = setting.width - line.width(size) / POINTS if setting.base else 0.0
    height = size * setting.size.leading / POINTS
    return Row(height, (Piece(setting.x + spare, line, size, inside),), keeps_next)


def _bullet(text: Text, setting: Setting, places: tuple[Path, Path]) -> Iterator[Row]:
    size = setting.size.points
    indent = _INDENT * size / 12
    label = replace(setting, x=setting.x + setting.width - indent if setting.base else setting.x)
    dash = tuple(_lines("–", (), replace(label, width=indent), size, places[0]))
    yield from beside(dash, tuple(_text(text, setting.narrower(indent), size, places[1])))


def _fact(label: Text, value: Text, setting: Setting, places: tuple[Path, Path]) -> Iterator[Row]:
    size = setting.size.points
    start = setting.width * _LABELS
    head = replace(setting, width=start - 2)
    if setting.base:
        head = replace(head, x=setting.x + setting.width - start + 2)
    labels = tuple(_text(label, head, size, places[0]))
    values = tuple(_text(value, setting.narrower(start), size, places[1], bold=True))
    yield from _together(tuple(beside(labels, values)))


def _together(rows: Sequence[Row]) -> Iterator[Row]:
    """Keep the rows of one fact on one page; the next fact may stand on another."""
    for at, each in enumerate(rows):
        yield Row(each.height, each.pieces, keeps_next=at < len(rows) - 1)


def _flat(text: Text) -> tuple[str, Stretches]:
    """Answer a text with the stretches of it that are strong."""
    parts: list[str] = []
    strong: list[tuple[int, int]] = []
    at = 0
    for span in text:
        shown = span.text
        if span.strong:
            strong.append((at, at + len(shown)))
        parts.append(shown)
        at += len(shown)
    return "".join(parts), tuple(strong)


def fit_values(values: Mapping[str, str], language: str) -> dict[str, str]:
    """Answer values without controls of their own, isolated where directions would mix.

    Lines of a value stay apart: each is an item or paragraph of its own.
    """
    base = int(language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT)
    return {name: _fitted(value, base) for name, value in values.items()}


@lru_cache(maxsize=1024)
def _fitted(value: str, base: int) -> str:
    lines = (cleaned(line) for line in value.splitlines())
    return "\n".join(isolated(_held(line, base), base) for line in lines if line)


def _held(value: str, base: int) -> str:
    """Keep a day with its month on one line, as any small number with the word behind it.

    So are the hours from and until, and a short name or number where the text around it runs
    the other way.
    """
    is_other = base and not runs_right_to_left(value)
    is_short = len(value) <= _HELD and (is_other or _HOURS.search(value))
    return value.replace(" ", _NO_BREAK) if is_short else _DAY.sub(rf"\1{_NO_BREAK}", value)
