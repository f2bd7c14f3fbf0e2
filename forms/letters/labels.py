"""A sheet of address labels, 3 across and 8 down, each 70 by 37 millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from forms.bidi import cleaned
from forms.page import POINTS
from forms.paper import Paper
from forms.printable import check_printable
from forms.tags import block
from forms.typeset import break_lines, in_one

ACROSS, DOWN = 3, 8
_WIDTH, _HEIGHT = 70.0, 37.125
_INSIDE = 6.0
"""Room to the edges of a label, in millimetres."""
_SIZES = (11.0, 10.0, 9.0, 8.0)
_STEP = 1.25
"""Line height in font sizes."""


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Addresses, each name and lines."""

    addresses: tuple[tuple[str, ...], ...]
    title: str
    language: str = "de"


def render_labels(sheet: LabelSheet) -> bytes:
    """Answer the sheets as PDF; every address fits its label, in smaller print if need be.

    Raises `Refused` when a character cannot be printed.
    """
    check_printable({"recipient": " ".join(line for each in sheet.addresses for line in each)})
    paper = Paper(title=cleaned(sheet.title), author="", language=sheet.language)
    for at, address in enumerate(sheet.addresses):
        place = at % (ACROSS * DOWN)
        if at and not place:
            paper.new_page()
        down, across = divmod(place, ACROSS)
        _draw(paper, address, across * _WIDTH + _INSIDE, down * _HEIGHT + _INSIDE)
    return paper.finished()


def _draw(paper: Paper, address: tuple[str, ...], x: float, y: float) -> None:
    width = (_WIDTH - 2 * _INSIDE) * POINTS
    for size in _SIZES:
        lines = [
            line
            for text in address
            if cleaned(text)
            for line in break_lines(cleaned(text), width, size)
        ]
        step = size * _STEP / POINTS
        if len(lines) * step <= _HEIGHT - 2 * _INSIDE:
            break
    most = int((_HEIGHT - 2 * _INSIDE) / step)
    inside = block("P")
    for at, line in enumerate(in_one(lines[:most])):
        paper.text(x, y + (at + 0.8) * step, line, size, inside=inside)
