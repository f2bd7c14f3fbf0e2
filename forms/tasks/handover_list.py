"""The handover list: per person what is open, whom to call, and what nobody may miss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.dates import grouped, short_day, short_moment
from forms.flow import bullets, draw, gap, pages, paragraph, table
from forms.lists.list_paper import printable
from forms.page import HEIGHT, POINTS, WIDTH
from forms.paper import GREY, HAIRLINE, Paper
from forms.tags import ARTIFACT
from forms.texts import texts
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from forms.flow import Row
    from forms.texts import Texts

_LEFT, _TOP, _FOOT = 25.0, 20.0, 20.0
_WIDTH = WIDTH - _LEFT - 20
_LABELS = 38.0
"""Width of the labels, in millimetres."""
_TITLE_SIZE, _HEAD_SIZE, _TEXT_SIZE, _SMALL_SIZE = 18.0, 12.0, 11.0, 9.5
_FOOT_SIZE = 8.0
_PAGE_NUMBER = 35.0
"""Width of the page number in the foot, in millimetres."""
_LONGEST_HINT = 300
"""Characters of a hint that are printed; the rest stays in the office."""


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is open."""

    title: str
    due_on: date | None = None
    review_on: date | None = None
    """Where it is only to be looked at again."""


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    """A note that waits for a follow-up; what it says stays in the office."""

    noted_on: date
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class NextVisit:
    """A visit that is planned."""

    start: datetime
    """Local wall-clock time."""
    visitor: str


@dataclass(frozen=True, slots=True)
class HandedPerson:
    """One person, and what is open about her."""

    name: str
    phone: str = ""
    hint: str = ""
    address_protected: bool = False
    tasks: tuple[OpenTask, ...] = ()
    follow_ups: tuple[OpenFollowUp, ...] = ()
    visits: tuple[NextVisit, ...] = ()


@dataclass(frozen=True, slots=True)
class HandoverList:
    """What the paper shows, as plain values."""

    language: str
    """"de", "da" or "en"."""
    from_who: str
    to_who: str
    handed_at: datetime
    """Local wall-clock time."""
    printed_at: datetime
    """Local wall-clock time."""
    who: str
    """Who prints."""
    reason: str = ""
    people: tuple[HandedPerson, ...] = ()
    """In the order of their names."""
    others: tuple[OpenTask, ...] = ()
    """Tasks that are about nobody."""


def render(facts: HandoverList) -> bytes:
    """Answer the list as a PDF; a character that no font has is printed as "\ufffd"."""
    words = texts("handover_list", facts.language)
    title = words.say("title")
    paper = Paper(title=title, author=printable(facts.who), language=facts.language)
    shared = pages(tuple(_rows(facts, words)), *(2 * (HEIGHT - _TOP - _FOOT,)))
    for at, rows in enumerate(shared):
        if at:
            paper.new_page()
        draw(paper, rows, _LEFT, _TOP)
        _draw_foot(paper, facts, words, (at + 1, len(shared)))
    return paper.finished()


def _rows(facts: HandoverList, words: Texts) -> Iterator[Row]:
    yield from paragraph(
        words.say("title"), _WIDTH, size=_TITLE_SIZE, bold=True, keep=True, role="H1"
    )
    yield from paragraph(_made(facts, words), _WIDTH, size=_SMALL_SIZE)
    yield gap(3)
    head = (
        ("from", facts.from_who),
        ("to", facts.to_who),
        ("when", short_day(facts.handed_at, facts.language)),
        ("reason", facts.reason),
    )
    pairs = [(words.say(f"label.{at}"), printable(value)) for at, value in head if value.strip()]
    yield from table(pairs, _WIDTH, label_width=_LABELS, size=_TEXT_SIZE, space=1)
    for person in facts.people:
        yield from _person(person, facts.language, words)
    if facts.others:
        yield from _heading(words.say("others"))
        yield from _open([_task(task, facts.language, words) for task in facts.others])


def _made(facts: HandoverList, words: Texts) -> str:
    day = short_moment(facts.printed_at, facts.language)
    count = len(facts.people)
    people = words.say("count", "one" if count == 1 else "", count=grouped(count, facts.language))
    return f"{words.say('made', day=day, name=printable(facts.who))} · {people}"


def _person(person: HandedPerson, language: str, words: Texts) -> Iterator[Row]:
    yield from _heading(" · ".join(filter(None, map(printable, (person.name, person.phone)))))
    for line in (words.say("protected") if person.address_protected else "", person.hint):
        if shown := printable(line[:_LONGEST_HINT]):
            yield from paragraph(shown, _WIDTH, size=_TEXT_SIZE, bold=True, keep=True)
    lines = [
        *(_task(task, language, words) for task in person.tasks),
        *(_follow_up(note, language, words) for note in person.follow_ups),
        *(
            words.say(
                "visit", day=short_moment(visit.start, language), visitor=printable(visit.visitor)
            )
            for visit in person.visits
        ),
    ]
    if lines:
        yield from _open(lines)
    else:
        yield from paragraph(words.say("nothing"), _WIDTH, size=_TEXT_SIZE)


def _heading(text: str) -> Iterator[Row]:
    yield gap(5)
    yield from paragraph(text, _WIDTH, size=_HEAD_SIZE, bold=True, keep=True, role="H2")


def _open(lines: Sequence[str]) -> tuple[Row, ...]:
    return bullets(lines, _WIDTH, size=_TEXT_SIZE)


def _task(task: OpenTask, language: str, words: Texts) -> str:
    name = printable(task.title)
    if task.review_on is not None:
        return words.say("task", "review", day=short_day(task.review_on, language), name=name)
    if task.due_on is not None:
        return words.say("task", "due", day=short_day(task.due_on, language), name=name)
    return words.say("task", name=name)


def _follow_up(note: OpenFollowUp, language: str, words: Texts) -> str:
    day = short_day(note.noted_on, language)
    if note.due_on is None:
        return words.say("follow_up", day=day)
    return words.say("follow_up", "due", day=day, count=short_day(note.due_on, language))


def _draw_foot(paper: Paper, facts: HandoverList, words: Texts, page: tuple[int, int]) -> None:
    number, count = (grouped(part, facts.language) for part in page)
    top, end = HEIGHT - 16, _LEFT + _WIDTH
    paper.rule(_LEFT, top, end, top, ink=HAIRLINE, width=0.4)
    left = f"{words.say('title')} · {words.say('care')}"
    width = (_WIDTH - _PAGE_NUMBER) * POINTS
    line = break_lines(left, width, _FOOT_SIZE, longest=200)[0]
    paper.text(_LEFT, top + 4.5, line, _FOOT_SIZE, ink=GREY, inside=ARTIFACT)
    shown = words.say("page", number=number, count=count)
    paper.text(end, top + 4.5, shown, _FOOT_SIZE, align="right", ink=GREY, inside=ARTIFACT)
