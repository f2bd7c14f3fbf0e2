"""A4 and the letter layouts, measured in millimetres from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 210.0
HEIGHT = 297.0
POINTS = 72 / 25.4
"""Points in one millimetre."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page: left, top, width, height, in millimetres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge, in millimetres from the top of the page."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a letter keeps its parts, so that window envelope and punch fit."""

    return_line: Box
    """The sender in one small line above the recipient."""
    recipient: Box
    """All of it shows in the window."""
    longest_address: int
    """How many lines the recipient may have."""
    information: Box
    """Date, contact and phone, right of the address."""
    body_top: float
    """Upper edge of the subject line."""
    fold_marks: tuple[float, ...]
    hole_mark: float
    annotations: int = 3
    """Lines that fit between the return line and the recipient (DIN 5008: at most three)."""
    head_room: float = 45.0
    """Height of the letterhead: where the address field begins."""
    left: float = 25.0
    right: float = 20.0
    following_top: float = 27.0
    """Upper edge of the text on following pages."""
    body_bottom: float = 267.0
    """Lower edge of the text; below it stand the page number and the office."""

    @property
    def text_width(self) -> float:
        """Width of the body text."""
        return WIDTH - self.left - self.right


DIN_5008_B = Layout(
    return_line=Box(25, 45, 80, 5),
    recipient=Box(25, 62.7, 80, 27.3),
    longest_address=6,
    information=Box(125, 50, 75, 40),
    body_top=98.5,
    fold_marks=(105.0, 210.0),
    hole_mark=148.5,
)
"""DIN 5008:2020 form B: address field x 20, y 45, 85 x 45 mm, its text 5 mm further in.

Return line 5 mm and annotation zone together 17.7 mm, then six lines of recipient, 27.3 mm.
"""

DANISH = Layout(
    return_line=Box(20, 45, 85, 3.6),
    recipient=Box(20, 50.6, 85, 27.3),
    longest_address=6,
    information=Box(125, 50, 75, 40),
    body_top=98.5,
    fold_marks=(148.5,),
    hole_mark=148.5,
    annotations=0,
)
"""Two-window C5 and C4 envelopes: the recipient between 45 and 78 mm, the return line above it.

A C5 envelope takes A4 folded once. A DIN form B recipient (62.7 to 90 mm) would slip out of
this window.
"""

DIN_5008_A = Layout(
    return_line=Box(25, 27, 80, 5),
    recipient=Box(25, 44.7, 80, 27.3),
    longest_address=6,
    information=Box(125, 32, 75, 40),
    body_top=80.5,
    fold_marks=(87.0, 192.0),
    hole_mark=148.5,
    head_room=27.0,
)
"""DIN 5008:2020 form A: as form B, 18 mm higher, so that the letterhead has 27 mm."""

LAYOUTS = {"DE": DIN_5008_B, "DK": DANISH}
"""The layout of each country that an office can be in."""

PRESETS = {"din_a": DIN_5008_A, "din_b": DIN_5008_B, "dk": DANISH}
"""Every layout by the name that a letter asks for it with."""
