"""The statistic on paper: every table, and how withheld figures were treated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import N_
from app.mobile_advice.statistics.naming import Naming
from app.mobile_advice.statistics.queries import advice_sheet
from app.mobile_advice.statistics.rules import Dimension
from app.mobile_advice.statistics.telling import (
    CROSS_TITLE,
    LEFT_OUT,
    cross_lines,
    remarks,
    stat_lines,
)
from db.admin import OfficeCard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from app.mobile_advice.statistics.rules import Overview, Period, Sheet
    from forms.mobile_advice.figures_paper import FigureTable

_TITLE, _OVERVIEW = N_("Statistics of advice"), N_("In short")
_CONTACTS, _PERSONS, _BEFORE, _CHANGE = (
    N_("Contacts"), N_("People"), N_("Earlier"), N_("Difference"),
)  # fmt: skip
_NOW, _WHAT = N_("Now"), N_("What is counted")
_PRESENT, _NAMED, _ANONYMOUS = (
    N_("People present"), N_("People who are named"), N_("Contacts about nobody in particular"),
)  # fmt: skip
_PERIOD, _COMPARED, _MADE = (
    N_("{first} to {last}"), N_("compared with {first} to {last}"), N_("Made on {day} by {name}"),
)  # fmt: skip
_HOW, _CARE, _PAGE = (
    N_("How to read these figures"),
    N_("Small numbers are withheld. Please pass on as it is."),
    N_("Page {number} of {count}"),
)
_COLUMN = 26.0
"""Width of a column of numbers, in millimetres."""
_MOST_STOPS = 5
"""Stops beside one another in the table of residence."""
_OFFICE = select(OfficeCard.name).limit(1)


def statistics_paper(
    connection: Connection,
    periods: tuple[Period, Period | None],
    language: str,
    made: tuple[datetime, str],
) -> bytes:
    """Answer the statistic as a tagged PDF in "de", "da" or "en"; `made` says when and by whom."""
    from forms.mobile_advice import figures_paper  # noqa: PLC0415 - brings the fonts

    answer = advice_sheet(connection, *periods)
    naming, sheet = Naming(answer, language), answer.sheet
    under = [connection.scalar(_OFFICE) or "", _period_words(sheet, naming)]
    now, who = made
    signed = naming.say(_MADE).format(day=f"{now:%d.%m.%Y}", name=who)
    facts = figures_paper.FiguresPaper(
        language=language,
        title=naming.say(_TITLE),
        author=who,
        under=tuple(filter(None, (*under, signed))),
        tables=(
            _overview(sheet, naming),
            *(_table(sheet, dimension, naming) for dimension in Dimension),
            *_cross(sheet, naming),
        ),
        notes_heading=naming.say(_HOW),
        notes=remarks(sheet, naming),
        care=naming.say(_CARE),
        page=naming.say(_PAGE),
    )
    return figures_paper.render(facts)


def _period_words(sheet: Sheet, naming: Naming) -> str:
    told = []
    for words, period in ((_PERIOD, sheet.period), (_COMPARED, sheet.other)):
        if period is not None:
            days = {"first": f"{period.first:%d.%m.%Y}", "last": f"{period.last:%d.%m.%Y}"}
            told.append(naming.say(words).format(**days))
    return ", ".join(told)


def _overview(sheet: Sheet, naming: Naming) -> FigureTable:
    from forms.mobile_advice.figures_paper import FigureRow  # noqa: PLC0415 - as above

    shown = [sheet.overview, *([] if sheet.before is None else [sheet.before])]
    rows = tuple(
        FigureRow((naming.say(words), *(_said(one, name, sheet) for one in shown)))
        for words, name in (
            (_CONTACTS, "contacts"), (_PRESENT, "present"), (_NAMED, "persons"),
            (_ANONYMOUS, "anonymous"),
        )
    )  # fmt: skip
    heads = [naming.say(_WHAT), naming.say(_NOW), naming.say(_BEFORE)]
    return _made(naming.say(_OVERVIEW), heads[: len(shown) + 1], rows)


def _said(overview: Overview, name: str, sheet: Sheet) -> str:
    figure = getattr(overview, name)
    return sheet.safeguard.symbol if figure is None else str(figure)


def _table(sheet: Sheet, dimension: Dimension, naming: Naming) -> FigureTable:
    from forms.mobile_advice.figures_paper import FigureRow  # noqa: PLC0415 - as above

    table, lines = sheet.table(dimension), stat_lines(sheet, dimension, naming)
    heads = [naming.title(dimension), naming.say(_CONTACTS)]
    heads += [naming.say(_PERSONS)] if table.has_persons else []
    heads += [naming.say(_BEFORE), naming.say(_CHANGE)] if sheet.other is not None else []
    rows = tuple(
        FigureRow(
            (
                line.line,
                line.contacts,
                *((line.persons,) if table.has_persons else ()),
                *((line.before, line.change) if sheet.other is not None else ()),
            ),
            line.share,
            line.is_total,
        )
        for line in lines
    )
    note = naming.say(LEFT_OUT) if table.is_left_out else ""
    return _made(naming.title(dimension), heads, rows, note)


def _cross(sheet: Sheet, naming: Naming) -> list[FigureTable]:
    """Answer the table of residence; many stops are parted over several tables."""
    from forms.mobile_advice.figures_paper import FigureRow  # noqa: PLC0415 - as above

    title, lines = naming.say(CROSS_TITLE), cross_lines(sheet, naming)
    if not lines:
        return [_made(title, ["", ""], (), naming.say(LEFT_OUT))]
    head, *body = lines
    found = []
    last = len(head) - 1
    for first in range(1, last, _MOST_STOPS):
        columns = [0, *range(first, min(first + _MOST_STOPS, last)), last]
        rows = tuple(
            FigureRow(tuple(line[at] for at in columns), is_strong=number == len(body) - 1)
            for number, line in enumerate(body)
        )
        found.append(_made(title, [head[at] for at in columns], rows, small=True))
    return found


def _made(
    heading: str,
    heads: Sequence[str],
    rows: Sequence[object],
    note: str = "",
    *,
    small: bool = False,
) -> FigureTable:
    from forms.mobile_advice.figures_paper import (  # noqa: PLC0415 - as above
        WIDTH_OF_TEXT,
        FigureTable,
    )

    room = min(_COLUMN, WIDTH_OF_TEXT * 0.7 / max(1, len(heads) - 1)) if small else _COLUMN
    widths = (WIDTH_OF_TEXT - room * (len(heads) - 1), *(room for _head in heads[1:]))
    return FigureTable(heading, tuple(heads), widths, tuple(rows), note=note)  # type: ignore[arg-type] # rows of the paper
