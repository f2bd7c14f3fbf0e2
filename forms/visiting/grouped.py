"""A paper of groups: a heading and a table of a few columns, over as many pages as need be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.flow import Piece, Row, draw, gap, pages, paragraph, row_height
from forms.lists.list_paper import printable
from forms.page import HEIGHT, POINTS, WIDTH
from forms.paper import ACCENT, GREY, HAIRLINE, Paper
from forms.tags import ARTIFACT, cells, columns, new_table
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.tags import Path

_LEFT, _TOP, _FOOT = 20.0, 18.0, 20.0
WIDTH_OF_TEXT = WIDTH - _LEFT - 15
"""Width that the columns share, in millimetres."""
_TITLE_SIZE, _HEAD_SIZE, _TEXT_SIZE, _SMALL_SIZE, _FOOT_SIZE = 18.0, 12.5, 11.0, 9.0, 8.0
_BETWEEN = 3.0
"""White between two columns, in millimetres."""
_PAGE_NUMBER = 35.0
_UNDER = 1.6
"""White below a row, with a line in the middle of it, in millimetres."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with its rows; every cell is plain text."""

    heading: str
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    """Beside the heading's own words: a holiday, a phone number."""
    nothing: str = ""
    """What stands there while there are no rows."""


@dataclass(frozen=True, slots=True)
class GroupedPaper:
    """What the paper shows."""

    language: str
    title: str
    author: str
    under: tuple[str, ...]
    """Lines below the title."""
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    """Of the columns, in millimetres; together `WIDTH_OF_TEXT`."""
    groups: tuple[Group, ...]
    care: str
    """What stands below every page."""
    page: str
    """Words for the number of a page, with {number} and {count}."""


def render_groups(facts: GroupedPaper) -> bytes:
    """Answer the paper as a PDF; a character that no font has is printed as "\ufffd"."""
    paper = Paper(
        title=printable(facts.title), author=printable(facts.author), language=facts.language
    )
    ruled: set[int] = set()
    rows = tuple(_rows(facts, ruled))
    shared = pages(rows, *(2 * (HEIGHT - _TOP - _FOOT,)))
    for at, found in enumerate(shared):
        if at:
            paper.new_page()
        draw(paper, found, _LEFT, _TOP)
        _rule(paper, found, ruled)
        number = facts.page.replace("{number}", str(at + 1)).replace("{count}", str(len(shared)))
        _draw_foot(paper, facts.care, number)
    return paper.finished()


def _rows(facts: GroupedPaper, ruled: set[int]) -> Iterator[Row]:
    title = printable(facts.title)
    yield from paragraph(title, WIDTH_OF_TEXT, size=_TITLE_SIZE, bold=True, keep=True, role="H1")
    for line in facts.under:
        yield from paragraph(printable(line), WIDTH_OF_TEXT, size=_TEXT_SIZE, keep=True)
    for group in facts.groups:
        yield gap(5, keeps_next=False)
        words = " · ".join(filter(None, (printable(group.heading), printable(group.note))))
        yield from paragraph(words, WIDTH_OF_TEXT, size=_HEAD_SIZE, bold=True, keep=True, role="H2")
        yield gap(1, keeps_next=True)
        if group.rows:
            yield from _table(facts, group, ruled)
        else:
            yield from paragraph(printable(group.nothing), WIDTH_OF_TEXT, size=_TEXT_SIZE)


def _table(facts: GroupedPaper, group: Group, ruled: set[int]) -> Iterator[Row]:
    table, count = new_table(), len(facts.heads)
    yield from _line(facts.heads, facts.widths, columns(table, count), _SMALL_SIZE, head=True)
    for row in group.rows:
        lines = list(_line(row, facts.widths, cells(table, count), _TEXT_SIZE))
        yield from lines
        under = Row(_UNDER)
        ruled.add(id(under))
        yield under


def _line(
    texts: Sequence[str],
    widths: Sequence[float],
    places: Sequence[Path],
    size: float,
    *,
    head: bool = False,
) -> Iterator[Row]:
    """Set the cells of a row beside one another; all of it stays on one page."""
    broken = [
        break_lines(printable(text), (width - _BETWEEN) * POINTS, size)
        for text, width in zip(texts, widths, strict=True)
    ]
    lefts = [sum(widths[:at]) for at in range(len(widths))]
    count = max(map(len, broken))
    for at in range(count):
        pieces = tuple(
            Piece(x, lines[at], size, place)
            for x, lines, place in zip(lefts, broken, places, strict=True)
            if at < len(lines)
        )
        yield Row(row_height(size), pieces, keeps_next=head or at < count - 1)


def _rule(paper: Paper, rows: Sequence[Row], ruled: set[int]) -> None:
    """Draw a line below each row of a table."""
    top = _TOP
    for row in rows:
        if id(row) in ruled:
            y = top + row.height / 2
            paper.rule(_LEFT, y, _LEFT + WIDTH_OF_TEXT, y, ink=HAIRLINE, width=0.4)
        top += row.height


def _draw_foot(paper: Paper, care: str, number: str) -> None:
    baseline = HEIGHT - 10
    end = _LEFT + WIDTH_OF_TEXT
    paper.rule(_LEFT, baseline - 5, end, baseline - 5, ink=ACCENT, width=0.6)
    room = (WIDTH_OF_TEXT - _PAGE_NUMBER) * POINTS
    line = break_lines(care, room, _FOOT_SIZE, longest=200)[0]
    paper.text(_LEFT, baseline, line, _FOOT_SIZE, ink=GREY, inside=ARTIFACT)
    paper.text(end, baseline, number, _FOOT_SIZE, align="right", ink=GREY, inside=ARTIFACT)
