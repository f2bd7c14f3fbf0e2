"""A letterhead sheet that text flows down, page after page, with boxes and lines to sign on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.flow import draw, gap, pages, paragraph
from forms.letterhead import draw_foot, draw_head
from forms.page import WIDTH
from forms.paper import GREY, Paper
from forms.tags import block
from forms.typeset import in_one, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.flow import Row
    from forms.letterhead import Sender

LEFT, RIGHT = 25.0, WIDTH - 20
TEXT_WIDTH = RIGHT - LEFT
_FIRST, _FOLLOWING, _BOTTOM = 42.0, 25.0, 268.0
"""Upper edges of the text on the first page and the others, and its lower edge."""
_TICK, _SIGN = 9.0, 21.0
"""Heights of a line with a box, and of lines to sign on."""


class Sheet:
    """Everything is put below what stands already; what does not fit goes to a new page."""

    def __init__(self, title: str, sender: Sender, language: str, page: str) -> None:
        """Begin with the letterhead; `page` is the template of the later pages' {number}."""
        self._paper = Paper(title=title, author=cleaned(sender.name), language=language)
        self._sender, self._page = sender, page
        draw_head(self._paper, sender)
        draw_foot(self._paper, sender)
        self._y = _FIRST
        self.rows(paragraph(title, TEXT_WIDTH, size=18, bold=True, keep=True, role="H1"))
        self.rows((gap(2),))

    def keep_together(self, height: float) -> None:
        """Go to a new page unless so many millimetres are left on this one."""
        if self._y + height > _BOTTOM:
            self._new_page()

    def heading(self, text: str) -> None:
        """Put a heading; it never stands alone at the end of a page."""
        self.keep_together(22)
        self.rows((gap(3, keeps_next=True),))
        self.rows(paragraph(text, TEXT_WIDTH, size=13, bold=True, keep=True, role="H2"))
        self.rows((gap(1.5),))

    def text(self, text: str, *, space: float = 2.5, size: float = 12) -> None:
        """Put a paragraph, with `space` (millimetres) below it."""
        for line in filter(None, map(str.strip, text.splitlines())):
            self.rows((*paragraph(line, TEXT_WIDTH, size=size), gap(space)))

    def labelled(self, label: str, text: str) -> None:
        """Put a text of any length below its label; without a text neither."""
        if not cleaned(text):
            return
        self.rows((*paragraph(label, TEXT_WIDTH, size=12, keep=True), gap(0.5, keeps_next=True)))
        for line in text.splitlines():
            self.rows(paragraph(line, TEXT_WIDTH, size=12, bold=True) if cleaned(line) else ())
        self.rows((gap(2.5),))

    def rows(self, rows: Sequence[Row]) -> None:
        """Put rows, over as many pages as they need."""
        self.keep_together(min(12.0, sum(row.height for row in rows)))
        shared = pages(rows, _BOTTOM - self._y, _BOTTOM - _FOLLOWING)
        for number, part in enumerate(shared):
            if number:
                self._new_page()
            self._y = draw(self._paper, part, LEFT, self._y)

    def ticks(self, *texts: str) -> None:
        """Put boxes to tick side by side, each with its words."""
        self.keep_together(_TICK)
        baseline, inside = self._y + 5.5, block("P")
        for number, text in enumerate(in_one(one_line(text) for text in texts)):
            x = LEFT + 2 + number * TEXT_WIDTH / len(texts)
            self._paper.frame(x, baseline - 3.8, 4.5, 4.5, ink=GREY)
            self._paper.text(x + 8, baseline, text, 12, inside=inside)
        self._y += _TICK

    def signature(self, *texts: str) -> None:
        """Put lines to write on side by side, with what belongs on each below it."""
        self.keep_together(_SIGN)
        line, inside = self._y + 14, block("P")
        width = TEXT_WIDTH / len(texts)
        for number, text in enumerate(in_one(one_line(text) for text in texts)):
            x = LEFT + number * width
            self._paper.rule(x, line, x + width - 6, line, ink=GREY)
            self._paper.text(x, line + 4.5, text, 9.5, ink=GREY, inside=inside)
        self._y += _SIGN

    def finished(self) -> bytes:
        """Finish the document and answer it as PDF."""
        return self._paper.finished()

    def _new_page(self) -> None:
        self._paper.new_page()
        number = str(self._paper.page_count)
        draw_foot(self._paper, self._sender, self._page.format(number=number))
        self._y = _FOLLOWING
