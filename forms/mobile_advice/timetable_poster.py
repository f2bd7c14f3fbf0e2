"""The poster of the public timetable: one language in full, others with the most needed lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from app.letters.rules.body import Heading, Paragraph, Span
from forms.flow import draw, gap, pages
from forms.letters.setting import Setting, Size, set_body, set_subject
from forms.mobile_advice.timetable_setting import body_of, intro_of, title_of
from forms.page import HEIGHT, WIDTH
from forms.paper import ACCENT, GREY, Paper
from forms.printable import check_printable
from forms.tags import ARTIFACT
from forms.typeset import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.letters.rules.body import Body, Piece
    from forms.flow import Row
    from forms.mobile_advice.timetable_facts import PublicTimetable

Sheet = Literal["a4", "a3"]
_PAGES = {"a4": (WIDTH, HEIGHT), "a3": (HEIGHT, 2 * WIDTH)}
_SIZES = {"a4": (16.0, 14.0, 12.5, 11.0), "a3": (22.5, 19.8, 17.6, 15.5)}
"""Points to be tried, the largest first; a sheet of twice the size has the same lines."""
_EDGE = {"a4": 18.0, "a3": 25.0}
"""White around everything, in millimetres."""
_FOOT_SIZE = {"a4": 9.0, "a3": 13.0}


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows that belong together, and the white above them in font sizes."""

    rows: tuple[Row, ...]
    above: float


def render_poster(facts: PublicTimetable, sheet: Sheet = "a4") -> bytes:
    """Answer the poster as a PDF; raises `Refused` when a character cannot be printed.

    It is set as large as fits on one sheet; what does not fit in small print has several.
    """
    _check(facts)
    return _draw(facts, sheet, _fitting(facts, sheet, _poster_parts))


def render_flyer(facts: PublicTimetable) -> bytes:
    """Answer the flyer as a PDF: every language begins a page and says everything."""
    _check(facts)
    found: list[tuple[Row, ...]] = []
    for language in facts.languages:
        found += _fitting(facts, "a4", partial(_flyer_parts, language))
    return _draw(facts, "a4", found)


def _fitting(
    facts: PublicTimetable,
    sheet: Sheet,
    make: Callable[[PublicTimetable, Sheet, Size], list[_Part]],
) -> list[tuple[Row, ...]]:
    """Answer pages in the largest size in which there is one, or else in the smallest."""
    room = _PAGES[sheet][1] - 2 * _EDGE[sheet] - _FOOT_SIZE[sheet]
    found: list[tuple[Row, ...]] = []
    for points in _SIZES[sheet]:
        size = Size(points, heading=points / 7, leading=1.3)
        rows = tuple(_apart(make(facts, sheet, size), points))
        found = list(pages(rows, room, room))
        if len(found) == 1:
            break
    return found


def _poster_parts(facts: PublicTimetable, sheet: Sheet, size: Size) -> list[_Part]:
    first, *others = facts.languages
    setting = _setting(first, sheet, size, tag="")
    parts = [_title(facts, setting), *_set(tuple(body_of(facts, first)), setting)]
    for language in others:
        parts += _set(_short(facts, language), _setting(language, sheet, size, tag=language))
    return parts


def _flyer_parts(language: str, facts: PublicTimetable, sheet: Sheet, size: Size) -> list[_Part]:
    tag = "" if language == facts.languages[0] else language
    setting = _setting(language, sheet, size, tag=tag)
    return [_title(facts, setting), *_set(tuple(body_of(facts, language)), setting)]


def _draw(facts: PublicTimetable, sheet: Sheet, found: list[tuple[Row, ...]]) -> bytes:
    first, edge = facts.languages[0], _EDGE[sheet]
    paper = Paper(
        title=title_of(facts, first), author=facts.office, language=first, page=_PAGES[sheet]
    )
    for number, rows in enumerate(found, start=1):
        if number > 1:
            paper.new_page()
        draw(paper, rows, edge, edge)
        _draw_foot(paper, facts, sheet, f"{number} / {len(found)}" if len(found) > 1 else "")
    return paper.finished()


def _title(facts: PublicTimetable, setting: Setting) -> _Part:
    larger = replace(setting.size, heading=setting.size.points / 2)
    rows = set_subject(title_of(facts, setting.language), replace(setting, size=larger))
    return _Part(rows, 0.0)


def _set(body: Body, setting: Setting) -> list[_Part]:
    """Set pieces; a heading has more white above it than below."""
    pieces = zip(body, (None, *body), set_body(body, setting), strict=False)
    return [_Part(rows, _above(piece, before)) for piece, before, rows in pieces]


def _above(piece: Piece, before: Piece | None) -> float:
    if isinstance(piece, Heading):
        return 0.32
    return 0.02 if isinstance(before, Heading) else 0.1


def _setting(language: str, sheet: Sheet, size: Size, *, tag: str) -> Setting:
    return Setting(language, size, _PAGES[sheet][0] - 2 * _EDGE[sheet], tag=tag)


def _short(facts: PublicTimetable, language: str) -> Body:
    """Answer what a poster says in a further language."""
    lines = (Paragraph((Span(line),)) for line in intro_of(facts, language))
    return (Heading((Span(facts.words[language]["title"]),)), *lines)


def _apart(parts: list[_Part], points: float) -> Iterator[Row]:
    for at, part in enumerate(parts):
        if at and part.above:
            keeps = parts[at - 1].rows[-1].keeps_next
            yield gap(points * part.above, keeps_next=keeps)
        yield from part.rows


def _draw_foot(paper: Paper, facts: PublicTimetable, sheet: Sheet, number: str) -> None:
    wide, high = _PAGES[sheet]
    edge, size = _EDGE[sheet], _FOOT_SIZE[sheet]
    baseline = high - edge + size * 0.2
    paper.rule(edge, baseline - size * 0.55, wide - edge, baseline - size * 0.55, ink=ACCENT)
    paper.text(edge, baseline, one_line(facts.office), size, ink=GREY, inside=ARTIFACT)
    if number:
        paper.text(wide - edge, baseline, number, size, align="right", ink=GREY, inside=ARTIFACT)


def _check(facts: PublicTimetable) -> None:
    stops = " ".join(" ".join((stop.name, *stop.places, stop.bad_weather)) for stop in facts.stops)
    check_printable({"": f"{facts.office} {facts.phone} {facts.name} {stops}"})
