"""All notes about a person on paper, newest first, each below its heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.dates import grouped, short_moment
from forms.flow import draw, gap, pages, paragraph
from forms.lists.list_paper import printable
from forms.page import HEIGHT, POINTS, WIDTH
from forms.paper import GREY, HAIRLINE, Paper
from forms.tags import ARTIFACT
from forms.texts import texts
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from forms.flow import Row

_LEFT, _TOP, _FOOT = 25.0, 20.0, 20.0
_WIDTH = WIDTH - _LEFT - 20
_TITLE_SIZE, _HEAD_SIZE, _TEXT_SIZE, _SMALL_SIZE = 18.0, 11.5, 11.0, 9.5
_FOOT_SIZE = 8.0
_PAGE_NUMBER = 35.0
"""Width of the page number in the foot, in millimetres."""


@dataclass(frozen=True, slots=True)
class PaperNote:
    """One note, as words of the paper's language."""

    when: datetime
    """Local wall-clock time."""
    contact: str
    """How the contact was: "Phone, reached, 15 minutes"; "" for a plain remark."""
    author: str
    text: str
    details: tuple[str, ...] = ()
    """Further lines, such as topics, follow-up and attachments."""


@dataclass(frozen=True, slots=True)
class JournalPaper:
    """What the paper shows, as plain values."""

    language: str
    """"de", "da" or "en"."""
    name: str
    """Whom the notes are about."""
    notes: tuple[PaperNote, ...]
    """Newest first."""
    when: datetime
    """Local wall-clock time of printing."""
    who: str
    """Who prints."""


def render(facts: JournalPaper) -> bytes:
    """Answer the journal as a PDF; a character that no font has is printed as "\ufffd"."""
    title = texts("journal", facts.language).say("title", name=printable(facts.name))
    paper = Paper(title=title, author=printable(facts.who), language=facts.language)
    shared = pages(tuple(_rows(facts, title)), *(2 * (HEIGHT - _TOP - _FOOT,)))
    for at, rows in enumerate(shared):
        if at:
            paper.new_page()
        draw(paper, rows, _LEFT, _TOP)
        _draw_foot(paper, facts, title, (at + 1, len(shared)))
    return paper.finished()


def _rows(facts: JournalPaper, title: str) -> Iterator[Row]:
    words = texts("journal", facts.language)
    made = words.say(
        "made", day=short_moment(facts.when, facts.language), name=printable(facts.who)
    )
    yield from paragraph(title, _WIDTH, size=_TITLE_SIZE, bold=True, keep=True, role="H1")
    yield from paragraph(f"{made} · {_count(facts)}", _WIDTH, size=_SMALL_SIZE)
    for note in facts.notes:
        yield from _note(note, facts.language)


def _note(note: PaperNote, language: str) -> Iterator[Row]:
    when = short_moment(note.when, language)
    head = " · ".join(filter(None, (when, printable(note.contact))))
    yield gap(6)
    yield from paragraph(head, _WIDTH, size=_HEAD_SIZE, bold=True, keep=True, role="H2")
    quiet = " · ".join(printable(part) for part in (note.author, *note.details))
    yield from paragraph(quiet, _WIDTH, size=_SMALL_SIZE, keep=True)
    yield gap(1, keeps_next=True)
    for line in note.text.split("\n"):
        shown = printable(line)
        yield from paragraph(shown, _WIDTH, size=_TEXT_SIZE) if shown else (gap(2),)


def _count(facts: JournalPaper) -> str:
    words, count = texts("journal", facts.language), len(facts.notes)
    if not count:
        return words.say("nothing")
    return words.say("count", "one" if count == 1 else "", count=grouped(count, facts.language))


def _draw_foot(paper: Paper, facts: JournalPaper, title: str, page: tuple[int, int]) -> None:
    words = texts("journal", facts.language)
    number, count = (grouped(part, facts.language) for part in page)
    top, end = HEIGHT - 16, _LEFT + _WIDTH
    paper.rule(_LEFT, top, end, top, ink=HAIRLINE, width=0.4)
    left = f"{title} · {words.say('care')}"
    width = (_WIDTH - _PAGE_NUMBER) * POINTS
    line = break_lines(left, width, _FOOT_SIZE, longest=200)[0]
    paper.text(_LEFT, top + 4.5, line, _FOOT_SIZE, ink=GREY, inside=ARTIFACT)
    shown = words.say("page", number=number, count=count)
    paper.text(end, top + 4.5, shown, _FOOT_SIZE, align="right", ink=GREY, inside=ARTIFACT)
