"""The frame of a letter: letterhead, return line, recipient, information block, marks, foot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from forms.bidi import cleaned, isolated
from forms.logo import size_of
from forms.page import POINTS, WIDTH
from forms.paper import ACCENT, BLACK, GREY, HAIRLINE
from forms.printable import ADDRESS_TOO_LONG, ANNOTATIONS_TOO_LONG
from forms.tags import ARTIFACT, fixed
from forms.typeset import break_lines, in_one, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.logo import Logo
    from forms.page import Box, Layout
    from forms.paper import Paper
    from forms.typeset import Line

RECIPIENT_SIZES = (11.0, 10.5, 10.0)
"""Font sizes of the recipient in points, the first that fits; never below 10."""
_SMALL = 8.0
_INFO = 9.5
_ANNOTATION_STEP = 3.4
_TIGHTEST = 6.0
"""The return line may shrink to this size, in points."""


@dataclass(frozen=True, slots=True)
class Sender:
    """The office as its letterhead shows it; plain text, "" for what is not known."""

    name: str
    department: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""

    @property
    def place(self) -> str:
        """Postal code and city."""
        return cleaned(f"{self.postal_code} {self.city}")


def recipient_lines(
    address: Sequence[str], box: Box, longest: int
) -> tuple[float, tuple[Line, ...]]:
    """Fit an address into the window: answer the font size and the lines.

    Raises `Refused` with field "recipient" when it cannot be done in `longest` lines.
    """
    shown = [cleaned(line) for line in address if cleaned(line)]
    lines: tuple[Line, ...] = ()
    for size in RECIPIENT_SIZES:
        lines = tuple(
            line for text in shown for line in break_lines(text, box.width * POINTS, size)
        )
        if len(lines) <= min(longest, max(len(shown), 1)):
            return size, lines
    if len(lines) <= longest:
        return RECIPIENT_SIZES[-1], lines
    values = {"count": len(lines), "longest": longest}
    raise Refused(Problem(ADDRESS_TOO_LONG, "recipient", values))


_HEAD_ENDS = 33.5
"""Where the rule below a letterhead stands, in millimetres, when nothing presses."""
_LOGO_TOP, _LOGO_WIDTH = 11.0, 62.0
_ABOVE_RULE, _BESIDE_LOGO, _EDGE = 2.5, 6.0, 5.0
"""Millimetres between a logo and the rule, the name, and the edge of the paper."""
_BELOW_HEAD = 6.0
"""So far above the address field a letterhead ends at the latest."""


def draw_head(paper: Paper, sender: Sender, room: float = 45.0, logo: Logo | None = None) -> None:
    """Print the office's name, department, logo and a rule at the top of the first page.

    `room` is the height of the letterhead in millimetres; the whole moves up into a low one.
    The logo stands at the right margin, clear of the window of the envelope.
    """
    up = max(_HEAD_ENDS - (room - _BELOW_HEAD), 0.0)
    name, department = _head_lines(sender, (WIDTH - 45 - _draw_logo(paper, logo, up)) * POINTS)
    paper.text(25, 22 - up, name, 15, ink=ACCENT, inside=fixed("name"))
    if sender.department:
        paper.text(25, 28.5 - up, department, 10, ink=GREY, inside=fixed("department"))
    paper.rule(25, _HEAD_ENDS - up, WIDTH - 20, _HEAD_ENDS - up, width=1, ink=ACCENT)


@lru_cache(maxsize=64)
def _head_lines(sender: Sender, width: float) -> tuple[Line, Line]:
    """Answer the first line of the office's name, and of its department."""
    name = break_lines(cleaned(sender.name), width, 15, bold=True)[0]
    return name, break_lines(cleaned(sender.department), width, 10)[0]


def _draw_logo(paper: Paper, logo: Logo | None, up: float) -> float:
    """Print the logo above the rule; answer the width that it takes from the name."""
    if logo is None:
        return 0.0
    top, end = max(_LOGO_TOP - up, _EDGE), _HEAD_ENDS - up - _ABOVE_RULE
    width, height = size_of(logo, _LOGO_WIDTH, end - top)
    paper.picture(logo, WIDTH - 20 - width, end - height, width, height)
    return width + _BESIDE_LOGO


def draw_address(
    paper: Paper,
    sender: Sender,
    address: Sequence[str],
    layout: Layout,
    annotations: Sequence[str] = (),
) -> None:
    """Print the return line, the annotations and the recipient into the window.

    Annotations say how a letter is carried or opened, such as "Einschreiben". They stand
    between return line and recipient, the last one next to the recipient.
    """
    _draw_return_line(paper, sender, layout.return_line)
    _draw_annotations(paper, annotations, layout)
    box = layout.recipient
    size, lines = recipient_lines(address, box, layout.longest_address)
    step = box.height / layout.longest_address
    inside = fixed("recipient")
    for at, line in enumerate(in_one(lines)):
        paper.text(box.x, box.y + (at + 0.78) * step, line, size, inside=inside)


def _draw_annotations(paper: Paper, annotations: Sequence[str], layout: Layout) -> None:
    shown = [cleaned(line) for line in annotations if cleaned(line)]
    box, room = layout.recipient, layout.annotations
    if not shown:
        return
    lines = [line for text in shown for line in break_lines(text, box.width * POINTS, _SMALL)]
    if len(lines) > room:
        values = {"count": len(lines), "longest": room}
        raise Refused(Problem(ANNOTATIONS_TOO_LONG, "annotations", values))
    inside = fixed("annotations")
    for at, line in enumerate(in_one(lines)):
        baseline = box.y - (len(lines) - at - 0.6) * _ANNOTATION_STEP
        paper.text(box.x, baseline, line, _SMALL, inside=inside)


def _draw_return_line(paper: Paper, sender: Sender, box: Box) -> None:
    line, size = _return_line(sender, box)
    paper.text(box.x, box.bottom - 1.4, line, size, ink=GREY, inside=fixed("return line"))
    paper.rule(box.x, box.bottom - 0.2, box.x + box.width, box.bottom - 0.2, width=0.4)


@lru_cache(maxsize=64)
def _return_line(sender: Sender, box: Box) -> tuple[Line, float]:
    """Answer the return line and its size in points."""
    parts = [cleaned(sender.name), cleaned(sender.street), sender.place]
    line = one_line(" · ".join(part for part in parts if part))
    size = _SMALL
    while line.width(size) > box.width * POINTS and size > _TIGHTEST:
        size -= 0.5
    if line.width(size) > box.width * POINTS:
        line = break_lines(line.text, box.width * POINTS, size)[0]
    return line, size


def draw_information(paper: Paper, rows: Sequence[tuple[str, str]], layout: Layout) -> None:
    """Print labels and values into the information block; empty values are left out."""
    box = layout.information
    top = box.y
    for at, (label, value) in enumerate(rows):
        if not cleaned(value):
            continue
        inside = fixed(f"information {at}")
        shown, *lines = _labelled(label, value, box.width)
        paper.text(box.x, top + 3, shown, _SMALL, ink=GREY, inside=inside)
        for line in lines:
            paper.text(box.x, top + 7.2, line, _INFO, ink=BLACK, inside=inside)
            top += 4.4
        top += 5.2


@lru_cache(maxsize=256)
def _labelled(label: str, value: str, width: float) -> tuple[Line, ...]:
    """Answer a label and at most two lines of its value in a width in millimetres."""
    values = break_lines(isolated(cleaned(value)), width * POINTS, _INFO)[:2]
    return in_one((one_line(label), *values))


def draw_marks(paper: Paper, layout: Layout) -> None:
    """Print fold and hole marks at the left edge; 3 to 8 mm long, outside the text."""
    for fold in layout.fold_marks:
        if fold != layout.hole_mark:
            paper.rule(5, fold, 10, fold, width=0.4)
    paper.rule(5, layout.hole_mark, 13, layout.hole_mark, width=0.4)


def unbroken(phone: str) -> str:
    """Answer a phone number that is never parted at the end of a line."""
    return cleaned(phone).replace(" ", "\u00a0")


def draw_foot(paper: Paper, sender: Sender, page: str = "") -> None:
    """Print the office's address, and the page number where there is one, below the text.

    Readers skip it: the letterhead and the return line say the same once.
    """
    paper.rule(25, 276, WIDTH - 20, 276, ink=HAIRLINE, width=0.4)
    for at, line in enumerate(_foot_lines(sender, 140 if page else 165)):
        paper.text(25, 280.5 + at * 3.8, line, _SMALL, ink=GREY, inside=ARTIFACT)
    if page:
        paper.text(WIDTH - 20, 280.5, page, _SMALL, align="right", ink=GREY, inside=ARTIFACT)


@lru_cache(maxsize=64)
def _foot_lines(sender: Sender, width: float) -> tuple[Line, ...]:
    """Answer at most two lines about the office in a width in millimetres."""
    parts = [sender.name, sender.street, sender.place, unbroken(sender.phone), sender.email]
    shown = " · ".join(cleaned(part) for part in parts if cleaned(part))
    return break_lines(shown, width * POINTS, _SMALL, longest=120)[:2]
