"""What is drawn on one page, written as PDF operators (ISO 32000-1, 8 and 9), in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from forms.font_case import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forms.font_case import FontCase, Written
    from forms.typeset import Line, Run

Ink = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A run of a line, and how it is written when it is plain."""

    run: Run
    before: float
    """Where it begins in its line, at a font size of 1."""
    plain: tuple[Written, ...]
    """Empty when its glyphs are shaped."""


@lru_cache(maxsize=2048)
def _placed(line: Line) -> tuple[_Placed, ...]:
    runs = line.printed
    starts = accumulate((run.width for run in runs[:-1]), initial=0.0)
    return tuple(
        _Placed(run, start, written(run.font, run.text) if run.is_plain else ())
        for run, start in zip(runs, starts, strict=False)  # no run, but a start
    )


class Operators:
    """The content of one page; nothing is said twice that still holds."""

    def __init__(self, fonts: FontCase) -> None:
        """Begin with an empty page."""
        self._fonts = fonts
        self._lines: list[str] = []
        self._fill = self._stroke = ""
        self._font = ""

    def mark(self, operators: Iterable[str]) -> None:
        """Write the marks around what belongs together."""
        self._lines.extend(operators)

    def text(self, line: Line, x: float, y: float, size: float, ink: Ink) -> None:
        """Print a line of text that begins at a place."""
        fill = _fill(ink)
        if fill != self._fill:
            self._fill = fill
            self._lines.append(fill)
        for each in _placed(line):
            shown = self._plain(each.plain, size) if each.plain else self._shaped(each.run, size)
            self._lines.append(f"BT {x + each.before * size:.2f} {y:.2f} Td {shown} ET")

    def line(self, start: tuple[float, float], end: tuple[float, float], pen: str) -> None:
        """Draw a line between two places with a pen."""
        self._take(pen)
        self._lines.append(_stroke(start, end))

    def rectangle(self, x: float, y: float, width: float, height: float, pen: str) -> None:
        """Draw a rectangle from its lower left corner with a pen."""
        self._take(pen)
        self._lines.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def picture(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture of the page's resources from its lower left corner."""
        self._lines.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do Q")

    def content(self) -> bytes:
        """Answer what the page says."""
        return "\n".join(self._lines).encode("latin-1")

    def _take(self, pen: str) -> None:
        if pen != self._stroke:
            self._stroke = pen
            self._lines.append(pen)

    def _plain(self, pieces: tuple[Written, ...], size: float) -> str:
        shown = ""
        for piece in pieces:
            self._fonts.use(piece)
            font = _font(piece.name, size)
            if font != self._font:
                self._font = font
                shown = f"{shown}{font} "
            shown = f"{shown}{piece.shown} "
        return shown[:-1]

    def _shaped(self, run: Run, size: float) -> str:
        return " ".join(self._glyphs(run, size))

    def _glyphs(self, run: Run, size: float) -> Iterator[str]:
        """Answer the operators for shaped glyphs, each shifted as its font wants."""
        rise = 0.0
        for glyph in run.glyphs:
            name, byte = self._fonts.shaped(run.font, glyph)
            font = _font(name, size)
            if font != self._font:
                self._font = font
                yield font
            if glyph.dy != rise:
                rise = glyph.dy
                yield f"{rise * size / 1000:.3f} Ts"
            behind = glyph.width - glyph.advance + glyph.dx
            yield f"[{-glyph.dx:g}<{byte:02X}>{behind:g}] TJ"
        if rise:
            yield "0 Ts"


@lru_cache(maxsize=256)
def pen(ink: Ink, width: float) -> str:
    """Answer a pen of a colour, `width` points wide."""
    return f"{_colour(ink)} RG {width:g} w"


@lru_cache(maxsize=256)
def _stroke(start: tuple[float, float], end: tuple[float, float]) -> str:
    return f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S"


@lru_cache(maxsize=256)
def _font(name: str, size: float) -> str:
    return f"/{name} {size:g} Tf"


@cache
def _fill(ink: Ink) -> str:
    return f"{_colour(ink)} rg"


@cache
def _colour(ink: Ink) -> str:
    return f"{ink[0]:.3g} {ink[1]:.3g} {ink[2]:.3g}"
