"""The register of what left the office about one person, as a paper for that person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.dates import grouped, short_moment
from forms.flow import draw, gap, pages, paragraph, table
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

_LEFT, _RIGHT = 25.0, WIDTH - 20
_WIDTH = _RIGHT - _LEFT
_TOP, _END = 22.0, 272.0
_LABELS = 42.0
"""Width of the labels, in millimetres."""
_SIZE = 11.0
_SMALL = 8.0


@dataclass(frozen=True, slots=True)
class RegisterItem:
    """One line of the register, in words of the paper's language."""

    when: datetime
    """Local wall-clock time."""
    way: str
    what: str
    recipient: str
    purpose: str
    basis: str
    who: str


@dataclass(frozen=True, slots=True)
class DisclosureRegister:
    """What the paper says, as plain values in its language."""

    language: str
    """"de", "da" or "en"."""
    office: str
    name: str
    when: datetime
    """Local wall-clock time."""
    who: str
    items: tuple[RegisterItem, ...]
    """The latest first."""


def render(facts: DisclosureRegister) -> bytes:
    """Answer the paper as a PDF; a character that no font has is printed as "\ufffd"."""
    words = texts("disclosure_register", facts.language)
    paper = Paper(title=words.say("title"), author=printable(facts.office), language=facts.language)
    shared = pages(tuple(_body(facts)), _END - _TOP, _END - _TOP)
    for number, rows in enumerate(shared, start=1):
        if number > 1:
            paper.new_page()
        draw(paper, rows, _LEFT, _TOP)
        _draw_foot(paper, facts, number, len(shared))
    return paper.finished()


def _body(facts: DisclosureRegister) -> Iterator[Row]:
    words = texts("disclosure_register", facts.language)
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
    yield gap(3)
    yield from paragraph(words.say("intro"), _WIDTH)
    yield gap(3)
    if not facts.items:
        yield from paragraph(words.say("nobody"), _WIDTH)
        return
    count = len(facts.items)
    shown = words.say("count", "one" if count == 1 else "", count=grouped(count, facts.language))
    yield from paragraph(shown, _WIDTH, size=9, keep=True)
    for item in facts.items:
        yield from _item(item, facts.language)


def _item(item: RegisterItem, language: str) -> Iterator[Row]:
    words = texts("disclosure_register", language)
    head = f"{short_moment(item.when, language)} · {printable(item.way)}"
    yield gap(6, keeps_next=True)
    yield from paragraph(head, _WIDTH, size=13, bold=True, keep=True, role="H2")
    yield gap(1, keeps_next=True)
    facts = (
        (words.say("what"), item.what),
        (words.say("recipient"), item.recipient),
        (words.say("purpose"), item.purpose),
        (words.say("basis"), item.basis),
        (words.say("who"), item.who),
    )
    filled = [(label, printable(value)) for label, value in facts if value]
    yield from table(filled, _WIDTH, label_width=_LABELS, size=_SIZE, space=0.5)


def _draw_foot(paper: Paper, facts: DisclosureRegister, number: int, count: int) -> None:
    words = texts("disclosure_register", facts.language)
    paper.rule(_LEFT, 280, _RIGHT, 280, width=0.4, ink=HAIRLINE)
    left = f"{printable(facts.name)} · {words.say('care')}"
    line = break_lines(left, (_WIDTH - 30) * POINTS, _SMALL, longest=200)[0]
    paper.text(_LEFT, 284.5, line, _SMALL, ink=GREY, inside=ARTIFACT)
    shown = {"number": grouped(number, facts.language), "count": grouped(count, facts.language)}
    page = words.say("page", **shown)
    paper.text(_RIGHT, 284.5, page, _SMALL, align="right", ink=GREY, inside=ARTIFACT)
