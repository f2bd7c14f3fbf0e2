"""The recovery key on paper: the groups in large type, what it is for, where to keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.dates import plain_day
from forms.flow import bullets, draw, gap, paragraph
from forms.fonts import missing
from forms.page import WIDTH
from forms.paper import ACCENT, GREY, Paper
from forms.tags import block, item, new_list
from forms.texts import texts

if TYPE_CHECKING:
    from datetime import date

    from forms.flow import Row
    from forms.texts import Texts

_LEFT, _RIGHT = 25.0, WIDTH - 20
_WIDTH = _RIGHT - _LEFT
_IN_A_LINE = 3
"""So many groups stand beside each other."""
_GROUP_SIZE = 28.0
_GROUP_STEP = 18.0
"""Height of a line of groups, in millimetres."""
_BOX_TOP = 82.0


@dataclass(frozen=True, slots=True)
class RecoveryPage:
    """What the page shows, as plain values."""

    language: str
    """"de", "da" or "en"."""
    office: str
    groups: tuple[str, ...]
    """The key in the groups in which it is typed back; Latin letters and digits."""
    made_on: date


def render(facts: RecoveryPage) -> bytes:
    """Answer the page as PDF; the office's name is left out where it cannot be printed."""
    words = texts("recovery_page", facts.language)
    title = words.say("title")
    paper = Paper(title=title, author="Nahbar", language=facts.language)
    paper.text(_LEFT, 30, "Nahbar", 11, bold=True, ink=ACCENT)
    paper.rule(_LEFT, 33.5, _RIGHT, 33.5, width=1, ink=ACCENT)
    paper.text(_LEFT, 46, title, 22, bold=True, inside=block("H1"))
    office = "" if missing(cleaned(facts.office)) else facts.office
    made = words.say("made", office=office, day=plain_day(facts.made_on, facts.language))
    draw(
        paper,
        (*paragraph(made, _WIDTH, size=11), gap(2), *paragraph(words.say("what"), _WIDTH)),
        _LEFT,
        50,
    )
    end = _draw_groups(paper, facts.groups)
    draw(paper, _advice(words), _LEFT, end + 8)
    return paper.finished()


def _draw_groups(paper: Paper, groups: tuple[str, ...]) -> float:
    """Print the numbered groups in a frame; answer its lower edge in millimetres."""
    lines = -(-len(groups) // _IN_A_LINE)
    height = lines * _GROUP_STEP + 6
    paper.frame(_LEFT, _BOX_TOP, _WIDTH, height, ink=ACCENT)
    step = _WIDTH / _IN_A_LINE
    whole = new_list("Decimal")
    for at, group in enumerate(groups):
        line, place = divmod(at, _IN_A_LINE)
        x = _LEFT + (place + 0.5) * step
        baseline = _BOX_TOP + 13 + line * _GROUP_STEP
        number, body = item(whole)
        paper.text(x, baseline + 5, str(at + 1), 9, align="center", ink=GREY, inside=number)
        paper.text(x, baseline, group, _GROUP_SIZE, bold=True, align="center", inside=body)
    return _BOX_TOP + height


def _advice(words: Texts) -> tuple[Row, ...]:
    rows: list[Row] = []
    for part in ("keep", "use"):
        rows += paragraph(words.say(f"{part}.title"), _WIDTH, size=14, bold=True, role="H2")
        rows.append(gap(1.5))
        items = [words.say(f"{part}.{item}") for item in ("first", "second", "third")]
        rows += bullets(items, _WIDTH)
        rows.append(gap(5))
    return (*rows, *paragraph(words.say("lost"), _WIDTH, bold=True))
