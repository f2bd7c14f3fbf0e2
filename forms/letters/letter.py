"""One letter on its pages: the frame first, then the body as far as it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.flow import draw, gap, pages, paragraph
from forms.letterhead import (
    draw_address,
    draw_foot,
    draw_head,
    draw_information,
    draw_marks,
)
from forms.paper import Paper

if TYPE_CHECKING:
    from forms.flow import Row
    from forms.letterhead import Sender
    from forms.page import Layout

SUBJECT_SIZE = 13.0


@dataclass(frozen=True, slots=True)
class Letter:
    """What every letter has; its body is set already."""

    language: str
    sender: Sender
    recipient: tuple[str, ...]
    layout: Layout
    subject: str
    information: tuple[tuple[str, str], ...]
    body: tuple[Row, ...]
    page: str
    """Template of the page number with the fields {number} and {count}."""


def render_letter(letter: Letter) -> bytes:
    """Answer the letter as PDF; raises `Refused` when the address does not fit."""
    paper = Paper(
        title=letter.subject, author=cleaned(letter.sender.name), language=letter.language
    )
    _draw_frame(paper, letter)
    layout = letter.layout
    heading = paragraph(
        letter.subject, layout.text_width, size=SUBJECT_SIZE, bold=True, keep=True, role="H1"
    )
    shared = pages(
        (*heading, gap(6, keeps_next=True), *letter.body),
        layout.body_bottom - layout.body_top,
        layout.body_bottom - layout.following_top,
    )
    for number, rows in enumerate(shared, start=1):
        if number > 1:
            paper.new_page()
        shown = letter.page.format(number=number, count=len(shared)) if len(shared) > 1 else ""
        draw_foot(paper, letter.sender, shown)
        draw(paper, rows, layout.left, layout.body_top if number == 1 else layout.following_top)
    return paper.finished()


def _draw_frame(paper: Paper, letter: Letter) -> None:
    draw_head(paper, letter.sender)
    draw_address(paper, letter.sender, letter.recipient, letter.layout)
    draw_information(paper, letter.information, letter.layout)
    draw_marks(paper, letter.layout)
