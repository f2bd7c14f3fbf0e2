"""The answer to a request about personal data: everything that is held, in plain language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.dates import grouped, short_moment
from forms.flow import bullets, draw, gap, pages, paragraph, table
from forms.fonts import missing
from forms.page import POINTS, WIDTH
from forms.paper import GREY, HAIRLINE, Paper
from forms.tags import ARTIFACT
from forms.texts import texts
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from forms.flow import Row

_LEFT, _RIGHT = 25.0, WIDTH - 20
_WIDTH = _RIGHT - _LEFT
_TOP, _END = 22.0, 272.0
_LABELS = 52.0
"""Width of the labels, in millimetres."""
_SIZE = 11.0
_SMALL = 8.0
_LONGEST = 20_000
"""Characters of one value."""
_LONGEST_BESIDE = 90
"""Characters of a value that stands beside its label."""
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """One entry: labels with their values, as plain words."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """The entries of one kind, and what is true of all of them."""

    title: str
    source: str
    given: str
    """Who was given them, in words; "" for nobody."""
    kept: str
    """Until when, in words; "" while the file is open."""
    items: tuple[AnswerItem, ...]


@dataclass(frozen=True, slots=True)
class AnswerPaper:
    """What the paper says, as plain values in its language."""

    language: str
    """"de", "da" or "en"."""
    office: str
    name: str
    when: datetime
    """Local wall-clock time."""
    who: str
    recipients: tuple[str, ...]
    """Who was given facts outside the office: one sentence each."""
    parts: tuple[AnswerPart, ...]


def render(facts: AnswerPaper) -> bytes:
    """Answer the paper as a PDF; a character that no font has is printed as "\ufffd"."""
    words = texts("privacy_answer", facts.language)
    paper = Paper(title=words.say("title"), author=printable(facts.office), language=facts.language)
    shared = pages(tuple(_body(facts)), _END - _TOP, _END - _TOP)
    for number, rows in enumerate(shared, start=1):
        if number > 1:
            paper.new_page()
        draw(paper, rows, _LEFT, _TOP)
        _draw_foot(paper, facts, number, len(shared))
    return paper.finished()


def printable(text: str) -> str:
    """Answer a text on one line, what no font can print replaced by a sign for it."""
    shown = cleaned(text)[:_LONGEST]
    for mark in missing(shown):
        shown = shown.replace(mark, _UNKNOWN)
    return shown


def _body(facts: AnswerPaper) -> Iterator[Row]:
    words = texts("privacy_answer", facts.language)
    made = words.say(
        "made",
        day=short_moment(facts.when, facts.language),
        visitor=printable(facts.who),
        office=printable(facts.office),
    )
    yield from paragraph(words.say("title"), _WIDTH, size=20, bold=True, keep=True, role="H1")
    name = words.say("for", name=printable(facts.name))
    yield from paragraph(name, _WIDTH, size=14, keep=True)
    yield from paragraph(made, _WIDTH, size=9)
    for block in ("intro", "rights", "others"):
        yield gap(3)
        yield from paragraph(words.say(block), _WIDTH)
    yield gap(7, keeps_next=True)
    yield from paragraph(words.say("recipients"), _WIDTH, size=15, bold=True, keep=True, role="H2")
    yield gap(2, keeps_next=True)
    if facts.recipients:
        yield from bullets([printable(line) for line in facts.recipients], _WIDTH, size=_SIZE)
    else:
        yield from paragraph(words.say("nobody"), _WIDTH, size=_SIZE)
    for part in facts.parts:
        yield from _part(part, facts.language)


def _part(part: AnswerPart, language: str) -> Iterator[Row]:
    words, count = texts("privacy_answer", language), len(part.items)
    yield gap(8, keeps_next=True)
    yield from paragraph(printable(part.title), _WIDTH, size=15, bold=True, keep=True, role="H2")
    shown = words.say("count", "one" if count == 1 else "", count=grouped(count, language))
    yield from paragraph(shown, _WIDTH, size=9, keep=True)
    yield gap(2, keeps_next=True)
    about = (
        (words.say("source"), printable(part.source)),
        (words.say("given"), printable(part.given)),
        (words.say("kept"), printable(part.kept) or words.say("kept", "open")),
    )
    filled = [pair for pair in about if pair[1]]
    yield from table(filled, _WIDTH, label_width=_LABELS, size=_SIZE, space=0.5)
    for item in part.items:
        yield gap(5)
        yield from _item(item)


def _item(item: AnswerItem) -> Iterator[Row]:
    """Set short facts beside their labels, and long texts below them as running text."""
    facts = [(printable(label), printable(value)) for label, value in item.facts]
    short = [pair for pair in facts if len(pair[1]) <= _LONGEST_BESIDE]
    yield from table(short, _WIDTH, label_width=_LABELS, size=_SIZE, space=0.5)
    for label, value in facts:
        if len(value) > _LONGEST_BESIDE:
            yield gap(0.5)
            yield from paragraph(label, _WIDTH, size=_SIZE, keep=True)
            yield from paragraph(value, _WIDTH, size=_SIZE)


def _draw_foot(paper: Paper, facts: AnswerPaper, number: int, count: int) -> None:
    words = texts("privacy_answer", facts.language)
    paper.rule(_LEFT, 280, _RIGHT, 280, width=0.4, ink=HAIRLINE)
    left = f"{printable(facts.name)} · {words.say('care')}"
    line = break_lines(left, (_WIDTH - 30) * POINTS, _SMALL, longest=200)[0]
    paper.text(_LEFT, 284.5, line, _SMALL, ink=GREY, inside=ARTIFACT)
    shown = {
        "number": grouped(number, facts.language),
        "count": grouped(count, facts.language),
    }
    page = words.say("page", **shown)
    paper.text(_RIGHT, 284.5, page, _SMALL, align="right", ink=GREY, inside=ARTIFACT)
