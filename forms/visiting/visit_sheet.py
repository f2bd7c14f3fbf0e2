"""The visit sheet: a job card with what the visitor needs, and room to note how it went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale

from forms.bidi import cleaned
from forms.dates import day_and_times
from forms.flow import draw, paragraph, table
from forms.letterhead import draw_foot, draw_head
from forms.page import POINTS, WIDTH
from forms.paper import ACCENT, GREY, Paper
from forms.printable import check_printable
from forms.tags import block
from forms.texts import texts
from forms.typeset import break_lines, in_one, one_line

if TYPE_CHECKING:
    from datetime import datetime

    from forms.flow import Row
    from forms.letterhead import Sender
    from forms.texts import Texts

_LEFT, _RIGHT = 25.0, WIDTH - 20
_WIDTH = _RIGHT - _LEFT
_LABELS = 38.0
"""Width of the labels, in millimetres."""
_NOTE_LINE = 9.0
"""Distance of the lines to write on, in millimetres."""
_NOTES_END = 247.0
_SAME_NAME = {"kmr": "ku"}
"""Languages that Babel knows by another tag."""
_LONGEST_HINT = 300
"""Characters of a hint that are printed; the rest stays in the office."""


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """What a visitor needs to know, as plain values: nothing about money, health or the past."""

    language: str
    """"de", "da" or "en"."""
    sender: Sender
    visitor: str
    start: datetime
    """Local wall-clock time."""
    end: datetime
    name: str
    address: tuple[str, ...]
    phones: tuple[str, ...]
    place: str
    """"home", "out", "phone" or "institution"."""
    place_note: str = ""
    hint: str = ""
    spoken: tuple[str, ...] = ()
    """BCP 47 tags."""


def render(facts: VisitSheet) -> bytes:
    """Answer the sheet as a PDF of one page.

    Raises `Refused` when a character cannot be printed.
    """
    check_printable(
        {
            "visitor": facts.visitor,
            "name": facts.name,
            "address": " ".join(facts.address),
            "place_note": facts.place_note,
            "hint": facts.hint,
            "sender": f"{facts.sender.name} {facts.sender.department} {facts.sender.phone}",
        }
    )
    words = texts("visit_sheet", facts.language)
    title = words.say("title")
    paper = Paper(title=title, author=cleaned(facts.sender.name), language=facts.language)
    draw_head(paper, facts.sender)
    paper.text(_LEFT, 48, title, 20, bold=True, inside=block("H1"))
    visitor = break_lines(words.say("for", visitor=facts.visitor), _WIDTH * POINTS, 13)[0]
    paper.text(_LEFT, 55.5, visitor, 13, ink=GREY)
    end = draw(paper, _facts(facts, words), _LEFT, 62)
    _draw_notes(paper, words, end + 6)
    _draw_care(paper, facts, words)
    draw_foot(paper, facts.sender)
    return paper.finished()


def _facts(facts: VisitSheet, words: Texts) -> tuple[Row, ...]:
    where = [words.say("where", facts.place), *facts.address, facts.place_note]
    if facts.place == "phone":
        where = [words.say("where", facts.place), facts.place_note]
    shown = (
        ("name", facts.name),
        ("when", day_and_times(facts.start, facts.end, facts.language)),
        ("where", ", ".join(cleaned(part) for part in where if cleaned(part))),
        ("phone", ", ".join(facts.phones)),
        ("languages", ", ".join(language_name(tag, facts.language) for tag in facts.spoken)),
        ("hint", facts.hint[:_LONGEST_HINT]),
    )
    pairs = [
        (words.say(f"label.{label}"), cleaned(value)) for label, value in shown if cleaned(value)
    ]
    return table(pairs, _WIDTH, label_width=_LABELS, space=2)


def language_name(tag: str, language: str) -> str:
    """Answer a language's name in a language, or its tag where there is none."""
    known = Locale.parse(language).languages
    name = known.get(_SAME_NAME.get(tag, tag).replace("-", "_"))
    return str(name or tag)


def _draw_notes(paper: Paper, words: Texts, top: float) -> None:
    paper.text(_LEFT, top + 5, words.say("notes"), 13, bold=True, ink=ACCENT, inside=block("H2"))
    held = top + 14
    _draw_box(paper, held)
    inside = block("P")
    shown = in_one(one_line(words.say(part)) for part in ("held", "from", "until"))
    paper.text(_LEFT + 7, held, shown[0], 11, inside=inside)
    for label, x in zip(shown[1:], (125.0, 158.0), strict=True):
        paper.text(x - 2, held, label, 11, align="right", inside=inside)
        paper.rule(x, held + 1, x + 22, held + 1)
    not_held = held + 10
    _draw_box(paper, not_held)
    paper.text(_LEFT + 7, not_held, words.say("not_held"), 11)
    paper.rule(125, not_held + 1, _RIGHT, not_held + 1)
    line = not_held + _NOTE_LINE + 3
    while line <= _NOTES_END:
        paper.rule(_LEFT, line, _RIGHT, line)
        line += _NOTE_LINE


def _draw_box(paper: Paper, baseline: float) -> None:
    paper.frame(_LEFT, baseline - 3.8, 4.5, 4.5, ink=GREY)


def _draw_care(paper: Paper, facts: VisitSheet, words: Texts) -> None:
    phone = cleaned(facts.sender.phone)
    worry = words.say("worry", phone=phone) if phone else ""
    lines = [line for line in (worry, words.say("danger"), words.say("keep")) if line]
    draw(
        paper,
        [row for line in lines for row in paragraph(line, _WIDTH, size=11)],
        _LEFT,
        _NOTES_END + 5,
    )
