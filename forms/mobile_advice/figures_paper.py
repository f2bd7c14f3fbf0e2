"""A paper of figures: tables with numbers on the right, and what is to be known of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.flow import Piece, Row, bullets, draw, gap, pages, paragraph, row_height
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
_TITLE_SIZE, _HEAD_SIZE, _TEXT_SIZE, _SMALL_SIZE, _FOOT_SIZE = 18.0, 12.5, 10.5, 9.0, 8.0
_BETWEEN = 3.0
"""White between two columns, in millimetres."""
_PAGE_NUMBER = 35.0
_UNDER = 1.6
_NOTHING = "–"
"""Stands in a cell without words: each cell of a tagged table says something."""
_BAR = 1.4
"""Thickness of a bar, in millimetres."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line; every cell is plain text."""

    cells: tuple[str, ...]
    share: float = 0.0
    """Of the largest figure, from 0 to 1: drawn as a bar below the line."""
    is_strong: bool = False
    """Whether it is the line of totals."""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A heading with its table."""

    heading: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    """Of the columns, in millimetres; together at most `WIDTH_OF_TEXT`."""
    rows: tuple[FigureRow, ...]
    texts: frozenset[int] = frozenset({0})
    """Columns of words; all others have numbers, on the right."""
    note: str = ""
    """Below the table, or alone where there are no rows."""


@dataclass(frozen=True, slots=True)
class FiguresPaper:
    """What the paper shows."""

    language: str
    """"de", "da" or "en"."""
    title: str
    author: str
    under: tuple[str, ...]
    """Lines below the title."""
    tables: tuple[FigureTable, ...]
    notes_heading: str
    notes: tuple[str, ...]
    """How the figures came about, and what is withheld of them."""
    care: str
    """What stands below every page."""
    page: str
    """Words for the number of a page, with {number} and {count}."""


def render(facts: FiguresPaper) -> bytes:
    """Answer the paper as a PDF; a character that no font has is printed as "\ufffd"."""
    paper = Paper(
        title=printable(facts.title), author=printable(facts.author), language=facts.language
    )
    ruled: dict[int, float] = {}
    shared = pages(tuple(_rows(facts, ruled)), *(2 * (HEIGHT - _TOP - _FOOT,)))
    for at, found in enumerate(shared):
        if at:
            paper.new_page()
        draw(paper, found, _LEFT, _TOP)
        _rule(paper, found, ruled)
        number = facts.page.replace("{number}", str(at + 1)).replace("{count}", str(len(shared)))
        _draw_foot(paper, facts.care, number)
    return paper.finished()


def _rows(facts: FiguresPaper, ruled: dict[int, float]) -> Iterator[Row]:
    title = printable(facts.title)
    yield from paragraph(title, WIDTH_OF_TEXT, size=_TITLE_SIZE, bold=True, keep=True, role="H1")
    for line in facts.under:
        yield from paragraph(printable(line), WIDTH_OF_TEXT, size=_TEXT_SIZE, keep=True)
    for table in facts.tables:
        yield from _heading(table.heading)
        yield from _table(table, ruled)
        if table.note:
            yield from paragraph(printable(table.note), WIDTH_OF_TEXT, size=_SMALL_SIZE)
    if facts.notes:
        yield from _heading(facts.notes_heading)
        yield from bullets(list(map(printable, facts.notes)), WIDTH_OF_TEXT, size=_TEXT_SIZE)


def _heading(words: str) -> Iterator[Row]:
    yield gap(5)
    yield from paragraph(
        printable(words), WIDTH_OF_TEXT, size=_HEAD_SIZE, bold=True, keep=True, role="H2"
    )
    yield gap(1, keeps_next=True)


def _table(facts: FigureTable, ruled: dict[int, float]) -> Iterator[Row]:
    if not facts.rows:
        return
    table, count = new_table(), len(facts.heads)
    head = FigureRow(facts.heads)
    yield from _line(facts, head, columns(table, count), _SMALL_SIZE, is_head=True)
    yield gap(1, keeps_next=True)
    for row in facts.rows:
        yield from _line(facts, row, cells(table, count), _TEXT_SIZE)
        under = Row(_UNDER)
        ruled[id(under)] = row.share
        yield under


def _line(
    facts: FigureTable,
    row: FigureRow,
    places: Sequence[Path],
    size: float,
    *,
    is_head: bool = False,
) -> Iterator[Row]:
    """Set the cells of a row beside one another; all of it stays on one page."""
    broken = [
        break_lines(
            printable(text) or _NOTHING, (width - _BETWEEN) * POINTS, size, bold=row.is_strong
        )
        for text, width in zip(row.cells, facts.widths, strict=True)
    ]
    lefts = [sum(facts.widths[:at]) for at in range(len(facts.widths))]
    count = max(map(len, broken))
    for at in range(count):
        pieces = []
        for column, lines in enumerate(broken):
            if at < len(lines):
                x = lefts[column]
                if column not in facts.texts:
                    room = facts.widths[column] - _BETWEEN
                    x += room - lines[at].width(size) / POINTS
                pieces.append(Piece(x, lines[at], size, places[column]))
        yield Row(row_height(size), tuple(pieces), keeps_next=is_head or at < count - 1)


def _rule(paper: Paper, rows: Sequence[Row], ruled: dict[int, float]) -> None:
    """Draw a line below each row of a table, and its bar upon it."""
    top = _TOP
    for row in rows:
        if id(row) in ruled:
            y = top + row.height / 2
            end = _LEFT + WIDTH_OF_TEXT
            paper.rule(_LEFT, y, end, y, ink=HAIRLINE, width=0.4)
            if share := ruled[id(row)]:
                to = _LEFT + WIDTH_OF_TEXT * min(1.0, share)
                paper.rule(_LEFT, y, to, y, ink=ACCENT, width=_BAR * POINTS / 2)
        top += row.height


def _draw_foot(paper: Paper, care: str, number: str) -> None:
    baseline = HEIGHT - 10
    end = _LEFT + WIDTH_OF_TEXT
    paper.rule(_LEFT, baseline - 5, end, baseline - 5, ink=ACCENT, width=0.6)
    room = (WIDTH_OF_TEXT - _PAGE_NUMBER) * POINTS
    line = break_lines(printable(care), room, _FOOT_SIZE, longest=200)[0]
    paper.text(_LEFT, baseline, line, _FOOT_SIZE, ink=GREY, inside=ARTIFACT)
    paper.text(end, baseline, number, _FOOT_SIZE, align="right", ink=GREY, inside=ARTIFACT)
