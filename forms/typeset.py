"""Setting text: each line cut into runs of one font and direction, measured and broken."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from forms.bidi import END_ISOLATE, ISOLATE, in_sight_order, levels
from forms.fonts import family, has, widths
from forms.shaping import Glyph, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlab.pdfbase.ttfonts import TTFont

    from forms.fonts import Family

LONGEST_LINE = 80
"""Characters in a line of running text, at most (domain: legibility for older readers)."""

Stretches: TypeAlias = tuple[tuple[int, int], ...]
"""Places in a text from which and up to which something holds."""

_PLAIN = re.compile(
    r"[ -~\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f]*"
)
"""Left-to-right characters that need no shaping: one glyph each, one after the other."""

Places: TypeAlias = tuple[int, ...]

_HYPHEN = "\u00ad"
"""Printed where a word is parted; readers of the file know that it was not typed."""
_UNTYPED = str.maketrans("", "", f"{ISOLATE}{END_ISOLATE}")

_BREAK = re.compile(r"(?<=[ ])|(?<=[^ \d]{2}[-–/])(?=\w)")
"""Where a line may end: behind a space, or behind a hyphen that more than one letter stands
before, as there is in "Besuchs-Dienst" but not in "E-Mail"."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one font and one direction."""

    font: TTFont
    text: str
    right_to_left: bool

    @property
    def is_plain(self) -> bool:
        """Whether reportlab can print the characters as they are."""
        return not self.right_to_left and _is_plain(self.text)

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The shaped glyphs, from left to right."""
        return shape(self.font, self.text, right_to_left=self.right_to_left)

    @property
    def width(self) -> float:
        """Width at a font size of 1."""
        if self.is_plain:
            return sum(map(widths(self.font).__getitem__, self.text)) / 1000
        return sum(glyph.advance for glyph in self.glyphs) / 1000


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of text, its runs in the order of sight; each is only like itself."""

    runs: tuple[Run, ...]
    typed: str = ""
    """The same in the order of reading, as it was typed."""
    goes_on: bool = False
    """Whether another word follows on the next line: then this one ends with a space."""

    @property
    def is_turned(self) -> bool:
        """Whether sight and reading have different orders: some of it runs to the left."""
        return _is_turned(self)

    @property
    def printed(self) -> tuple[Run, ...]:
        """The runs with the space at the end that keeps words apart when they are read aloud."""
        if not (self.goes_on and self.runs):
            return self.runs
        last = self.runs[-1]
        if last.is_plain:
            return (*self.runs[:-1], Run(last.font, f"{last.text} ", right_to_left=False))
        return (*self.runs, Run(family()[0], " ", right_to_left=False))

    @property
    def text(self) -> str:
        """What is printed, run by run from the left."""
        return "".join(run.text for run in self.runs)

    def width(self, size: float) -> float:
        """Answer the width in points at a font size in points."""
        return size * sum(run.width for run in self.runs)


@lru_cache(maxsize=2048)
def _is_turned(line: Line) -> bool:
    return any(run.right_to_left for run in line.runs)


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def one_line(text: str, *, bold: bool = False) -> Line:
    """Set a text as one line, however long it gets."""
    return _Paragraph(text, bold=bold).line(0, len(text))


@lru_cache(maxsize=1024)
def break_lines(
    text: str,
    width: float,
    size: float,
    *,
    bold: bool = False,
    longest: int = LONGEST_LINE,
    strong: Stretches = (),
    base: int = 0,
    parts: Places = (),
) -> tuple[Line, ...]:
    """Break a text into lines of at most `width` points and `longest` characters.

    `strong` are the stretches that are set bold in a text that is not; `base` is 1 for a
    paragraph in a language that is written from right to left. At each of `parts` a word may
    be parted with a hyphen.
    """
    whole = _Paragraph(text, bold=bold, longest=longest, strong=strong, base=base, parts=parts)
    return tuple(whole.line(start, end) for start, end in whole.spans(width / size))


def in_one(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Answer separate lines that are read as one, each but the last with a space behind it."""
    *before, last = lines
    return (*map(_going_on, before), last)


@lru_cache(maxsize=1024)
def _going_on(line: Line) -> Line:
    return replace(line, goes_on=True)


class _Paragraph:
    """A text whose directions are known, so that any part of it can be set as a line."""

    def __init__(
        self,
        text: str,
        *,
        bold: bool,
        longest: int = LONGEST_LINE,
        strong: Stretches = (),
        base: int = 0,
        parts: Places = (),
    ) -> None:
        self._text = text
        self._longest_line = longest
        self._strong = strong
        self._fonts = family(bold=bold)
        self._is_simple = base == 0 and _is_simple(text, self._fonts[0])
        """Left to right in one script: every character is a glyph of its own."""
        self._levels = () if self._is_simple else levels(text, base)
        self._ends = self._measured() if self._is_simple else ()
        self._parts = frozenset(parts if self._is_simple else ())

    def line(self, start: int, end: int) -> Line:
        """Set a part as a line, without the spaces at its end."""
        whole = self._text[start:end]
        shown = whole.rstrip(" ")
        if self._is_simple:
            runs = tuple(self._simple_runs(start, start + len(shown)))
            if end in self._parts:
                runs = (*runs, replace(runs[-1], text=_HYPHEN))
            return Line(runs, shown, goes_on=shown != whole)
        places = self._levels[start : start + len(shown)]
        typed = shown.translate(_UNTYPED)
        if self._strong:
            weights = [self._is_strong(at) for at in range(start, start + len(shown))]
            runs = tuple(_weighted_runs(shown, places, weights))
        else:
            runs = tuple(_runs(shown, places, self._fonts))
        return Line(runs, typed, goes_on=shown != whole)

    def _simple_runs(self, start: int, end: int) -> Iterator[Run]:
        for is_strong, ats in self._weights(start, end):
            font = family(bold=True)[0] if is_strong else self._fonts[0]
            yield Run(font, self._text[ats[0] : ats[1]], right_to_left=False)

    def _weights(self, start: int, end: int) -> Iterator[tuple[bool, tuple[int, int]]]:
        """Answer the stretches of one weight between two places."""
        edges = {edge for stretch in self._strong for edge in stretch if start < edge < end}
        places = sorted({start, end} | edges)
        for one, other in pairwise(places):
            yield self._is_strong(one), (one, other)

    def _measured(self) -> tuple[float, ...]:
        """Answer how wide the text is up to each place, in thousandths of the font size."""
        plain, strong = widths(self._fonts[0]), widths(family(bold=True)[0])
        if not self._strong:
            return (0, *accumulate(map(plain.__getitem__, self._text)))
        each = (
            (strong if self._is_strong(at) else plain)[mark] for at, mark in enumerate(self._text)
        )
        return (0, *accumulate(each))

    def _is_strong(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._strong)

    def spans(self, width: float) -> Iterator[tuple[int, int]]:
        """Answer where lines begin and end; `width` is for a font size of 1."""
        start = end = 0
        for stop in self._breaks():
            if end > start and not self._fits(start, stop, width):
                yield start, end
                start = end
            while not self._fits(start, stop, width):
                end = self._longest(start, stop, width)
                yield start, end
                start = end
            end = stop
        yield start, end

    def _breaks(self) -> Iterator[int]:
        """Answer where a line may end: behind a space, and behind a hyphen in a word."""
        found = {found.start() for found in _BREAK.finditer(self._text)}
        yield from sorted(found | self._parts) if self._parts else sorted(found)
        yield len(self._text)

    def _fits(self, start: int, end: int, width: float) -> bool:
        count = len(self._text[start:end].rstrip(" "))
        if count > self._longest_line:
            return False
        if self._is_simple:
            hyphen = widths(self._fonts[0])[_HYPHEN] if end in self._parts else 0
            return (self._ends[start + count] - self._ends[start] + hyphen) / 1000 <= width
        return self.line(start, end).width(1) <= width

    def _longest(self, start: int, end: int, width: float) -> int:
        """Answer where to cut what is wider than a line: behind at least one character."""
        low, high = start + 1, min(end, start + self._longest_line)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(start, middle, width) else (low, middle - 1)
        return low


def _is_simple(text: str, font: TTFont) -> bool:
    """Answer whether a text needs no shaping, and one font in either weight."""
    return _is_plain(text) and widths(font).keys() >= set(text)


def _runs(text: str, places: tuple[int, ...], fonts: Family) -> Iterator[Run]:
    """Answer the runs of a line from left to right."""
    for start, end in in_sight_order(places):
        turned = places[start] % 2 == 1
        pieces = list(_one_font_each(text[start:end], fonts, right_to_left=turned))
        yield from reversed(pieces) if turned else pieces


def _weighted_runs(text: str, places: tuple[int, ...], weights: Sequence[bool]) -> Iterator[Run]:
    """Answer the runs of a line in which some words are bold, from left to right."""
    for start, end in in_sight_order(places):
        turned = places[start] % 2 == 1
        pieces: list[Run] = []
        for is_strong, ats in groupby(range(start, end), key=weights.__getitem__):
            part = "".join(text[at] for at in ats)
            pieces += _one_font_each(part, family(bold=is_strong), right_to_left=turned)
        yield from reversed(pieces) if turned else pieces


def _one_font_each(text: str, fonts: Family, *, right_to_left: bool) -> Iterator[Run]:
    shown = [mark for mark in text if mark not in {ISOLATE, END_ISOLATE}]
    chosen: list[tuple[TTFont, str]] = []
    for mark in shown:
        before = chosen[-1][0] if chosen and right_to_left else fonts[0]
        chosen.append((_font_for(mark, fonts, before), mark))
    for font, marks in groupby(chosen, key=itemgetter(0)):
        yield Run(font, "".join(mark for _font, mark in marks), right_to_left)


def _font_for(mark: str, fonts: Family, before: TTFont) -> TTFont:
    """Answer the font of a character; spaces and marks stay in the font of their word."""
    candidates = (before, *fonts)
    return next((font for font in candidates if has(font, mark)), before)
