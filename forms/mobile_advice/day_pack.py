"""The day pack of a tour: route, map, appointments, what is due and offered near each stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.dates import long_day, short_moment
from forms.flow import Row, draw, gap, pages, paragraph, table
from forms.lists.list_paper import printable
from forms.mobile_advice.day_pack_rows import WIDTH_OF_TEXT, language_rows, name_of, stop_rows
from forms.mobile_advice.tour_map import TourMap, draw_map
from forms.page import HEIGHT, POINTS
from forms.paper import ACCENT, GREY, Paper
from forms.tags import ARTIFACT
from forms.texts import texts
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from forms.mobile_advice.day_pack_rows import PackLanguage, PackStop
    from forms.texts import Texts

_LEFT, _TOP, _FOOT = 20.0, 18.0, 20.0
_MAP = 95.0
_ABOVE_MAP, _BELOW_MAP = 5.0, 6.0
_LABELS = 40.0
_PAGE_NUMBER = 35.0


@dataclass(frozen=True, slots=True)
class PackMate:
    """Somebody on board."""

    name: str
    duty: str
    """"driver", "staff", "volunteer" or "mediator"."""
    times: str = ""
    spoken: tuple[str, ...] = ()
    """Names of languages."""


@dataclass(frozen=True, slots=True)
class DayPack:
    """Everything that goes along on one day, as plain values."""

    language: str
    """"de", "da" or "en"."""
    office: str
    tour: str
    day: date
    stops: tuple[PackStop, ...]
    languages: tuple[PackLanguage, ...]
    printed_at: datetime
    """Local wall-clock time."""
    who: str
    vehicle: str = ""
    equipment: str = ""
    crew: tuple[PackMate, ...] = ()
    note: str = ""
    map: TourMap | None = None
    sources: tuple[str, ...] = ()
    """Whose coordinates and outlines the map is drawn from, as their licences ask."""


def render(facts: DayPack) -> bytes:
    """Answer the pack as a PDF; a character that no font has is printed as "\ufffd"."""
    words = texts("day_pack", facts.language)
    title = f"{words.say('title')}: {facts.tour}"
    paper = Paper(title=printable(title), author=printable(facts.office), language=facts.language)
    sheets = _sheets(facts, words, title)
    for at, sheet in enumerate(sheets):
        if at:
            paper.new_page()
        draw(paper, sheet.rows, _LEFT, _TOP)
        if sheet.map_top is not None:
            _draw_map(paper, facts, words, sheet.map_top)
        _draw_foot(paper, facts, words, (at + 1, len(sheets)))
    return paper.finished()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page: what stands on it, and where its map begins."""

    rows: tuple[Row, ...]
    map_top: float | None = None


def _sheets(facts: DayPack, words: Texts, title: str) -> list[_Sheet]:
    room = HEIGHT - _TOP - _FOOT
    sheets = [_Sheet(found) for found in pages(tuple(_front(facts, words, title)), room, room)]
    if facts.map is not None and facts.map.stops:
        end = _TOP + sum(row.height for row in sheets[-1].rows) + _ABOVE_MAP
        if end + _MAP + _BELOW_MAP <= HEIGHT - _FOOT:
            sheets[-1] = _Sheet(sheets[-1].rows, end)
        else:
            sheets.append(_Sheet((), _TOP))
    body = tuple(_body(facts, words))
    return [*sheets, *map(_Sheet, pages(body, room, room))]


def _draw_foot(paper: Paper, facts: DayPack, words: Texts, number: tuple[int, int]) -> None:
    baseline, end = HEIGHT - 10, _LEFT + WIDTH_OF_TEXT
    paper.rule(_LEFT, baseline - 5, end, baseline - 5, ink=ACCENT, width=0.6)
    room = (WIDTH_OF_TEXT - _PAGE_NUMBER) * POINTS
    line = break_lines(words.say("care"), room, 8, longest=200)[0]
    paper.text(_LEFT, baseline, line, 8, ink=GREY, inside=ARTIFACT)
    page = texts("list", facts.language).blocks["page"]
    page = page.replace("{number}", str(number[0])).replace("{count}", str(number[1]))
    paper.text(end, baseline, page, 8, align="right", ink=GREY, inside=ARTIFACT)


def _front(facts: DayPack, words: Texts, title: str) -> Iterator[Row]:
    yield from paragraph(printable(title), WIDTH_OF_TEXT, size=18, bold=True, keep=True, role="H1")
    made = texts("list", facts.language).say(
        "made", day=short_moment(facts.printed_at, facts.language), name=facts.who
    )
    for line in (long_day(facts.day, facts.language), facts.office, made):
        yield from paragraph(printable(line), WIDTH_OF_TEXT, size=11, keep=True)
    yield gap(3)
    pairs = [
        (words.say("label.vehicle"), facts.vehicle),
        (words.say("label.equipment"), facts.equipment),
        (words.say("label.crew"), "; ".join(_mate(mate, words) for mate in facts.crew)),
        (words.say("label.note"), facts.note),
    ]
    shown = [(label, printable(value)) for label, value in pairs if value.strip()]
    if shown:
        yield from table(shown, WIDTH_OF_TEXT, label_width=_LABELS, size=11, space=1.2)
    yield gap(2)
    yield from paragraph(
        words.say("route"), WIDTH_OF_TEXT, size=13, bold=True, keep=True, role="H2"
    )
    yield from table(
        [
            (stop.times, printable(f"{stop.number} · {name_of(stop, words)}"))
            for stop in facts.stops
        ],
        WIDTH_OF_TEXT,
        label_width=_LABELS,
        size=11,
        space=0.8,
    )


def _mate(mate: PackMate, words: Texts) -> str:
    facts = (words.say("duty", mate.duty), mate.times, ", ".join(mate.spoken))
    return f"{mate.name} ({', '.join(filter(None, facts))})"


def _draw_map(paper: Paper, facts: DayPack, words: Texts, top: float) -> None:
    if facts.map is None:
        return
    names = {stop.number: stop.name for stop in facts.stops}
    listed = "; ".join(f"{stop.number} {names[stop.number]}" for stop in facts.map.stops)
    instead = printable(f"{words.say('map')}: {listed}")
    draw_map(
        paper,
        facts.map,
        (_LEFT, top, WIDTH_OF_TEXT, _MAP),
        instead,
        facts.language,
        words.say("office"),
    )
    if facts.sources:
        line = printable("; ".join(facts.sources))
        first = break_lines(line, WIDTH_OF_TEXT * POINTS, 8)[0]
        paper.text(_LEFT, top + _MAP + 4, first, 8, ink=GREY)


def _body(facts: DayPack, words: Texts) -> Iterator[Row]:
    for stop in facts.stops:
        yield from stop_rows(stop, facts.language, words)
    if facts.languages:
        yield from language_rows(facts.languages, words)
