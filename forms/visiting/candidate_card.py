"""The candidate card: what a volunteer is asked with, without saying who it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.dates import plain_day
from forms.flow import draw, gap, paragraph, table
from forms.letterhead import draw_foot, draw_head
from forms.page import WIDTH
from forms.paper import ACCENT, GREY, Paper
from forms.printable import check_printable
from forms.tags import block
from forms.texts import texts
from forms.visiting.visit_sheet import language_name

if TYPE_CHECKING:
    from datetime import date

    from forms.flow import Row
    from forms.letterhead import Sender
    from forms.texts import Texts

_LEFT, _RIGHT = 25.0, WIDTH - 20
_WIDTH = _RIGHT - _LEFT
_LABELS = 42.0
"""Width of the labels, in millimetres."""
_ANSWERS = ("yes", "more", "no")
_DECADE = 10


@dataclass(frozen=True, slots=True)
class CandidateCard:
    """What may be told of somebody who waits, before a volunteer has said yes.

    No name, no address, no day of birth, nothing about health, no words that anybody typed.
    """

    language: str
    """"de", "da" or "en"."""
    sender: Sender
    day: date
    decade: int | None
    """The first year of life of the decade, such as 80; None is not known."""
    district: str = ""
    spoken: tuple[str, ...] = ()
    """BCP 47 tags."""
    visits: tuple[str, ...] = ()
    """Kind, frequency and length of visits, in the language of the card."""
    interests: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    """Animals, smoke and stairs, in the language of the card."""
    times: tuple[str, ...] = ()
    """A line for each day."""


def render(facts: CandidateCard) -> bytes:
    """Answer the card as a PDF of one page.

    Raises `Refused` when a character cannot be printed.
    """
    sender = facts.sender
    check_printable(
        {
            "district": facts.district,
            "sender": f"{sender.name} {sender.department} {sender.phone}",
        }
    )
    words = texts("candidate_card", facts.language)
    title = words.say("title")
    paper = Paper(title=title, author=cleaned(sender.name), language=facts.language)
    draw_head(paper, sender)
    paper.text(_LEFT, 48, title, 20, bold=True, inside=block("H1"))
    rows = [*paragraph(words.say("intro"), _WIDTH), gap(4), *_facts(facts, words)]
    end = draw(paper, rows, _LEFT, 54)
    _draw_answers(paper, facts, words, end + 8)
    draw_foot(paper, sender)
    return paper.finished()


def _facts(facts: CandidateCard, words: Texts) -> tuple[Row, ...]:
    age = words.say("age.unknown")
    if facts.decade is not None:
        last = str(facts.decade + _DECADE - 1)
        age = words.say("age", count=str(facts.decade), number=last)
    shown = (
        ("age", age),
        ("district", facts.district),
        ("languages", ", ".join(language_name(tag, facts.language) for tag in facts.spoken)),
        ("visits", " · ".join(facts.visits)),
        ("interests", ", ".join(facts.interests)),
        ("home", ", ".join(facts.home)),
        ("times", "; ".join(facts.times) or words.say("times.any")),
    )
    pairs = [
        (words.say(f"label.{label}"), cleaned(value)) for label, value in shown if cleaned(value)
    ]
    return table(pairs, _WIDTH, label_width=_LABELS, space=2)


def _draw_answers(paper: Paper, facts: CandidateCard, words: Texts, top: float) -> None:
    paper.text(_LEFT, top + 5, words.say("answer"), 13, bold=True, ink=ACCENT, inside=block("H2"))
    line = top + 15
    for answer in _ANSWERS:
        paper.frame(_LEFT, line - 3.8, 4.5, 4.5, ink=GREY)
        paper.text(_LEFT + 7, line, words.say(answer), 11)
        line += 9
    phone = cleaned(facts.sender.phone)
    call = words.say("call", phone=phone) if phone else ""
    keep = words.say("keep", day=plain_day(facts.day, facts.language))
    rows = [row for said in (call, keep) if said for row in paragraph(said, _WIDTH, size=11)]
    draw(paper, rows, _LEFT, line + 4)
