"""The cost sheet on paper: the financing plan that a council asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from sqlalchemy import select

from app.errors import N_
from app.mobile_advice.costs.queries import cost_sheet
from app.mobile_advice.costs.rules import KIND_LABELS, CostKind
from db.admin import OfficeCard
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from fractions import Fraction

    from sqlalchemy import Connection

    from app.mobile_advice.costs.rules import CostLine, CostSheet, Quantity
    from forms.mobile_advice.figures_paper import FigureRow, FigureTable

_TITLE, _COSTS, _FUNDING, _RESULT, _BASIS, _SOURCES = (
    N_("Financing plan of the advice bus"), N_("Costs"), N_("Funding"), N_("Result"),
    N_("What the amounts are reckoned from"), N_("Where the amounts come from"),
)  # fmt: skip
_WHAT, _RATE, _COUNTED, _EXPECTED, _SUM, _ALL = (
    N_("What it is"), N_("Assumption"), N_("Counted"), N_("Expected"), N_("Together"), N_("Total"),
)  # fmt: skip
_COST_SUM, _PAID, _LEFT, _EACH_CONTACT, _EACH_DAY = (
    N_("Costs together"), N_("Paid by others"), N_("Own means needed"),
    N_("Cost for each contact"), N_("Cost for each day"),
)  # fmt: skip
_DAYS, _KILOMETRES, _HOURS, _CONTACTS = (
    N_("Days of the bus"), N_("Kilometres"), N_("Hours of the crew"), N_("Contacts"),
)  # fmt: skip
_PERIOD, _MADE = N_("{first} to {last}, amounts in {currency}"), N_("Made on {day} by {name}")
_SOURCE, _SINCE, _PAGE = N_("Source"), N_("Valid from"), N_("Page {number} of {count}")
_SPREAD = N_("{amount} once, over {months} months")
_HOW, _CARE = N_("How to read this plan"), N_("Counted from the office's own records.")
_NOTES = (
    N_("Counted are days of the bus, kilometres, hours of the crew and contacts from the office's"
       " records. The amounts for one of each are assumptions with their sources below."),
    N_("Expected are planned days with the average of the days counted; days of which nobody noted"
       " the kilometres count with the average as well."),
    N_("What is paid once is spread evenly over the months named with it; of a month begun the"
       " days count."),
)  # fmt: skip
_OFFICE = select(OfficeCard.name).limit(1)
_MANY = 10
"""From so many on a part of one is left out."""
_NUMBER = 25.0
"""Width of a column of numbers, in millimetres."""


class _Says:
    """Says words and numbers in the language of the paper."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, english: str) -> str:
        return catalogue(self.language).gettext(english)

    def money(self, cents: int) -> str:
        return str(format_decimal(cents / 100, "#,##0.00", locale=self.language))

    def number(self, quantity: Fraction) -> str:
        is_whole = quantity.denominator == 1 or quantity >= _MANY
        shape = "#,##0" if is_whole else "#,##0.0"
        return str(format_decimal(float(quantity), shape, locale=self.language))


def cost_paper(
    connection: Connection, period: tuple[date, date], language: str, made: tuple[datetime, str]
) -> bytes:
    """Answer the plan as a tagged PDF in "de", "da" or "en"; `made` says when and by whom."""
    from forms.mobile_advice import figures_paper  # noqa: PLC0415 - brings the fonts

    now, who = made
    sheet = cost_sheet(connection, *period, now.date())
    says = _Says(language)
    days = {"first": f"{sheet.first:%d.%m.%Y}", "last": f"{sheet.last:%d.%m.%Y}"}
    under = (
        connection.scalar(_OFFICE) or "",
        says(_PERIOD).format(**days, currency=sheet.currency),
        says(_MADE).format(day=f"{now:%d.%m.%Y}", name=who),
    )
    facts = figures_paper.FiguresPaper(
        language=language,
        title=says(_TITLE),
        author=who,
        under=tuple(filter(None, under)),
        tables=(
            _lines(says(_COSTS), sheet.costs, says),
            *((_lines(says(_FUNDING), sheet.funding, says),) if sheet.funding else ()),
            _result(sheet, says),
            _basis(sheet, says),
            _sources((*sheet.costs, *sheet.funding), says),
        ),
        notes_heading=says(_HOW),
        notes=tuple(map(says, _NOTES)),
        care=says(_CARE),
        page=says(_PAGE),
    )
    return figures_paper.render(facts)


def _lines(heading: str, lines: Iterable[CostLine], says: _Says) -> FigureTable:
    lines = tuple(lines)
    rows = [
        _row(
            line.item.title,
            _rate(line, says),
            says.money(line.counted),
            says.money(line.expected) if line.expected else "–",
            says.money(line.total),
        )
        for line in lines
    ]
    sums = (sum(line.counted for line in lines), sum(line.expected for line in lines))
    told = (*map(says.money, sums), says.money(sum(sums)))
    rows.append(_row(says(_ALL), "", *told, is_strong=True))
    heads = (says(_WHAT), says(_RATE), says(_COUNTED), says(_EXPECTED), says(_SUM))
    return _table(heading, heads, rows, texts=frozenset({0, 1}), second=40.0)


def _rate(line: CostLine, says: _Says) -> str:
    amount, kind = says.money(line.item.amount), says(KIND_LABELS[CostKind(line.item.kind)])
    months = line.item.spread_months
    if months:
        return says(_SPREAD).format(amount=amount, months=months)
    return f"{amount} {kind}"


def _result(sheet: CostSheet, says: _Says) -> FigureTable:
    each = ((_EACH_CONTACT, sheet.contacts), (_EACH_DAY, sheet.days))
    rows = [
        _row(says(_COST_SUM), says.money(sheet.cost)),
        _row(says(_PAID), says.money(sheet.paid)),
        _row(says(_LEFT), says.money(sheet.left), is_strong=True),
        *(_row(says(words), _for_each(sheet, quantity, says)) for words, quantity in each),
    ]
    return _table(says(_RESULT), (says(_WHAT), sheet.currency), rows)


def _for_each(sheet: CostSheet, quantity: Quantity, says: _Says) -> str:
    cents = sheet.for_each(quantity)
    return "–" if cents is None else says.money(cents)


def _basis(sheet: CostSheet, says: _Says) -> FigureTable:
    known = (
        (_DAYS, sheet.days),
        (_KILOMETRES, sheet.kilometres),
        (_HOURS, sheet.crew_hours),
        (_CONTACTS, sheet.contacts),
    )
    rows = [
        _row(
            says(words),
            says.number(one.counted),
            says.number(one.expected) if one.expected else "–",
            says.number(one.whole),
        )
        for words, one in known
    ]
    return _table(says(_BASIS), (says(_WHAT), says(_COUNTED), says(_EXPECTED), says(_SUM)), rows)


def _sources(lines: Iterable[CostLine], says: _Says) -> FigureTable:
    rows = [
        _row(line.item.title, line.item.source, f"{line.item.valid_from:%d.%m.%Y}")
        for line in lines
    ]
    heads = (says(_WHAT), says(_SOURCE), says(_SINCE))
    return _table(says(_SOURCES), heads, rows, texts=frozenset({0, 1}), second=90.0)


def _row(*cells: str, is_strong: bool = False) -> FigureRow:
    from forms.mobile_advice.figures_paper import FigureRow  # noqa: PLC0415 - brings the fonts

    return FigureRow(cells, is_strong=is_strong)


def _table(
    heading: str,
    heads: tuple[str, ...],
    rows: Iterable[FigureRow],
    *,
    texts: frozenset[int] = frozenset({0}),
    second: float = _NUMBER,
) -> FigureTable:
    from forms.mobile_advice.figures_paper import (  # noqa: PLC0415 - brings the fonts
        WIDTH_OF_TEXT,
        FigureTable,
    )

    rest = (second, *(_NUMBER for _head in heads[2:]))
    return FigureTable(heading, heads, (WIDTH_OF_TEXT - sum(rest), *rest), tuple(rows), texts)
