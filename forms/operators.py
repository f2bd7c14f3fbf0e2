"""What is drawn on one page, written as PDF operators (ISO 32000-1, 8 and 9), in points."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forms.font_case import FontCase
    from forms.typeset import Run

Ink = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""


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

    def text(self, run: Run, x: float, y: float, size: float, ink: Ink) -> None:
        """Print a run of text that begins at a place."""
        fill = f"{_colour(ink)} rg"
        if fill != self._fill:
            self._fill = fill
            self._lines.append(fill)
        shown = self._plain(run, size) if run.is_plain else self._shaped(run, size)
        self._lines.append(f"BT {x:.2f} {y:.2f} Td {' '.join(shown)} ET")

    def line(self, start: tuple[float, float], end: tuple[float, float], pen: str) -> None:
        """Draw a line between two places with a pen."""
        self._take(pen)
        self._lines.append(f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S")

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

    def _plain(self, run: Run, size: float) -> Iterator[str]:
        for name, written in self._fonts.plain(run.font, run.text):
            yield from self._in_font(name, size)
            yield f"{written} Tj"

    def _shaped(self, run: Run, size: float) -> Iterator[str]:
        """Answer the operators for shaped glyphs, each shifted as its font wants."""
        rise = 0.0
        for glyph in run.glyphs:
            name, byte = self._fonts.shaped(run.font, glyph)
            yield from self._in_font(name, size)
            if glyph.dy != rise:
                rise = glyph.dy
                yield f"{rise * size / 1000:.3f} Ts"
            behind = glyph.width - glyph.advance + glyph.dx
            yield f"[{-glyph.dx:g}<{byte:02X}>{behind:g}] TJ"
        if rise:
            yield "0 Ts"

    def _in_font(self, name: str, size: float) -> Iterator[str]:
        font = f"/{name} {size:g} Tf"
        if font != self._font:
            self._font = font
            yield font


def pen(ink: Ink, width: float) -> str:
    """Answer a pen of a colour, `width` points wide."""
    return f"{_colour(ink)} RG {width:g} w"


@cache
def _colour(ink: Ink) -> str:
    return f"{ink[0]:.3g} {ink[1]:.3g} {ink[2]:.3g}"
