"""The papers of a conference of agencies: extracts, minutes, case sheets, what is held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.dates import grouped, short_moment
from forms.flow import bullets, draw, gap, pages, paragraph, table
from forms.page import POINTS, WIDTH
from forms.paper import GREY, HAIRLINE, Paper
from forms.privacy.answer_paper import printable
from forms.tags import ARTIFACT
from forms.texts import texts
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from forms.flow import Row

WORDS = "psp_paper"
"""The texts that these papers share."""
_LEFT, _RIGHT = 25.0, WIDTH - 20
_WIDTH = _RIGHT - _LEFT
_TOP, _END = 22.0, 272.0
_LABELS = 52.0
"""Width of the labels, in millimetres."""
_SIZE = 11.0
_SMALL = 8.0


@dataclass(frozen=True, slots=True)
class PspEntry:
    """Facts with their labels, and points below them."""

    facts: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PspSection:
    """One heading, such as a case, with its entries; `lines` are sentences below the heading."""

    title: str
    lines: tuple[str, ...] = ()
    entries: tuple[PspEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PspPaper:
    """What a paper says, as plain values in its language."""

    kind: str
    """"agenda", "extract", "minutes", "sheet" or "held"."""
    language: str
    office: str
    group: str
    about: str
    """The meeting or case below the title."""
    recipient: str
    purpose: str
    """The law by which it is not for the investigation of crimes."""
    when: datetime
    """Local wall-clock time."""
    who: str
    sections: tuple[PspSection, ...]


def render(facts: PspPaper) -> bytes:
    """Answer the paper as a PDF; a character that no font has is printed as "\ufffd"."""
    words = texts(WORDS, facts.language)
    title = words.say("title", facts.kind)
    paper = Paper(title=title, author=printable(facts.office), language=facts.language)
    shared = pages(tuple(_body(facts)), _END - _TOP, _END - _TOP)
    for number, rows in enumerate(shared, start=1):
        if number > 1:
            paper.new_page()
        draw(paper, rows, _LEFT, _TOP)
        _draw_foot(paper, facts, number, len(shared))
    return paper.finished()


def _body(facts: PspPaper) -> Iterator[Row]:
    words = texts(WORDS, facts.language)
    title = words.say("title", facts.kind)
    yield from paragraph(title, _WIDTH, size=20, bold=True, keep=True, role="H1")
    yield from paragraph(printable(facts.group), _WIDTH, size=14, keep=True)
    if facts.about:
        yield from paragraph(printable(facts.about), _WIDTH, size=12, keep=True)
    made = words.say(
        "made",
        office=printable(facts.office),
        day=short_moment(facts.when, facts.language),
        visitor=printable(facts.who),
    )
    yield from paragraph(made, _WIDTH, size=9)
    yield gap(4)
    intro = words.say("intro", facts.kind, recipient=printable(facts.recipient))
    yield from paragraph(intro, _WIDTH)
    yield gap(2)
    yield from paragraph(words.say("purpose", name=printable(facts.purpose)), _WIDTH, bold=True)
    for section in facts.sections:
        yield from _section(section)


def _section(section: PspSection) -> Iterator[Row]:
    yield gap(7, keeps_next=True)
    yield from paragraph(printable(section.title), _WIDTH, size=14, bold=True, keep=True, role="H2")
    for line in section.lines:
        yield gap(1, keeps_next=True)
        yield from paragraph(printable(line), _WIDTH, size=_SIZE)
    for entry in section.entries:
        yield gap(2.5)
        filled = [
            (printable(label), printable(value)) for label, value in entry.facts if value.strip()
        ]
        yield from table(filled, _WIDTH, label_width=_LABELS, size=_SIZE, space=0.5)
        if entry.points:
            yield gap(1)
            yield from bullets([printable(point) for point in entry.points], _WIDTH, size=_SIZE)


def _draw_foot(paper: Paper, facts: PspPaper, number: int, count: int) -> None:
    words = texts(WORDS, facts.language)
    paper.rule(_LEFT, 280, _RIGHT, 280, width=0.4, ink=HAIRLINE)
    left = f"{words.say('care')} · {printable(facts.group)}"
    line = break_lines(left, (_WIDTH - 30) * POINTS, _SMALL, longest=200)[0]
    paper.text(_LEFT, 284.5, line, _SMALL, ink=GREY, inside=ARTIFACT)
    shown = {"number": grouped(number, facts.language), "count": grouped(count, facts.language)}
    page = words.say("page", **shown)
    paper.text(_RIGHT, 284.5, page, _SMALL, align="right", ink=GREY, inside=ARTIFACT)
