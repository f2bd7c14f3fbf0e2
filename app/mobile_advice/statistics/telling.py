"""A sheet as lines that a table, a file or a paper shows; what is withheld is a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5

from app.errors import N_
from app.mobile_advice.statistics.rules import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.mobile_advice.statistics.naming import Naming
    from app.mobile_advice.statistics.rules import CrossTable, Sheet, StatRow, StatTable

_NAMESPACE = UUID("7c1b7a0e-5a55-5c0b-9d0e-52a0a8c4c1d3")
CROSS_TITLE = N_("Where people live, by stop")
LEFT_OUT = N_("There are too few contacts to tell them apart here.")
_OPEN_ENDED = N_("Lines in which nobody or too few were counted are not listed.")
_LEAST = N_("Figures below {least} are withheld and shown as “{symbol}”. So are as many others as"
            " are needed to keep them from being computed.")  # fmt: skip
_ZERO = N_("Whether nobody came at all is withheld as well.")
_ZERO_INSIDE = N_("Where people live, by stop: there 0 is withheld like any small number.")
_EXACT = N_("Totals are the true ones: where nothing is withheld, the lines add up to them.")
_ROUNDED = N_("Every figure, also a total, is rounded by itself to a multiple of {step}: the"
              " lines need not add up.")  # fmt: skip
_PEOPLE = N_("People are those who are named; who stands in several lines counts in each, and"
             " once in the total. Linked cards are one person.")  # fmt: skip
_TOPICS = N_("A contact may have several topics: these come to more than the contacts.")
_UNKNOWN = N_("Contacts of people whom the reader may not know of are not counted.")
_CHANGE = N_("What changed is told only where both periods are told; they never overlap.")


class StatLine(NamedTuple):
    """One line with its table; figures are None where there are none."""

    id: UUID
    table: str
    line: str
    contacts: str
    persons: str
    before: str
    change: str
    share: float
    """Of the largest figure of the table, from 0 to 1."""
    share_before: float
    is_total: bool = False


def stat_lines(sheet: Sheet, dimension: Dimension, naming: Naming) -> tuple[StatLine, ...]:
    """Answer one table and its total."""
    table = sheet.table(dimension)
    if table.is_left_out:
        return ()
    figures = [
        figure for row in table.rows for figure in (row.contacts, row.before) if figure is not None
    ]
    most = max(figures, default=0)
    lines = (
        _line(sheet, table, row, naming.line(dimension, row.key), naming, most)
        for row in table.rows
    )
    whole = _line(sheet, table, table.total, naming.total(dimension), naming, 0)
    return (*lines, whole._replace(is_total=True))


def cross_lines(sheet: Sheet, naming: Naming) -> tuple[tuple[str, ...], ...]:
    """Answer the table of residence: heads first, the total of each line and column last."""
    cross, told = sheet.cross, sheet.safeguard.symbol
    if cross.is_left_out:
        return ()
    stops = [naming.line(Dimension.STOP, key) for key in cross.stops]
    head = (naming.title(Dimension.AREA), *stops, naming.total(Dimension.STOP))
    body = (
        (
            naming.line(Dimension.AREA, key),
            *(_figure(cell, told) for cell in cells),
            _figure(total, told),
        )
        for key, cells, total in zip(cross.areas, cross.cells, cross.area_totals, strict=True)
    )
    foot = (
        naming.total(Dimension.AREA),
        *(_figure(total, told) for total in cross.stop_totals),
        _figure(cross.total, told),
    )
    return (head, *body, foot)


def all_lines(sheet: Sheet, naming: Naming) -> Iterator[StatLine]:
    """Answer every table below each other, for a file; the table of residence comes last."""
    for dimension in Dimension:
        yield from stat_lines(sheet, dimension, naming)
    yield from _cross_as_lines(sheet.cross, sheet.safeguard.symbol, naming)


def remarks(sheet: Sheet, naming: Naming) -> tuple[str, ...]:
    """Answer how the figures came about, and how withheld ones were treated."""
    safe = sheet.safeguard
    found = [naming.say(_LEAST).format(least=safe.least, symbol=safe.symbol)]
    if not safe.tells_zero:
        found += [naming.say(_ZERO), naming.say(_OPEN_ENDED)]
    elif sheet.cross.hides_zero and not sheet.cross.is_left_out:
        found.append(naming.say(_ZERO_INSIDE))
    found.append(
        naming.say(_ROUNDED).format(step=safe.rounding) if safe.rounding else naming.say(_EXACT)
    )
    found += [naming.say(_TOPICS), naming.say(_PEOPLE), naming.say(_UNKNOWN)]
    if sheet.other is not None:
        found.append(naming.say(_CHANGE))
    return tuple(found)


def _line(
    sheet: Sheet, table: StatTable, row: StatRow, words: str, naming: Naming, most: int
) -> StatLine:
    symbol = sheet.safeguard.symbol
    has_other = sheet.other is not None
    return StatLine(
        uuid5(_NAMESPACE, f"{table.dimension}/{row.key}"),
        naming.title(table.dimension),
        words,
        _figure(row.contacts, symbol),
        _figure(row.persons, symbol) if table.has_persons else "",
        _figure(row.before, symbol) if has_other else "",
        _signed(row.change, symbol) if has_other else "",
        (row.contacts or 0) / most if most else 0.0,
        (row.before or 0) / most if most else 0.0,
    )


def _cross_as_lines(cross: CrossTable, symbol: str, naming: Naming) -> Iterator[StatLine]:
    for area, cells in zip(cross.areas, cross.cells, strict=True):
        for stop, cell in zip(cross.stops, cells, strict=True):
            if cell != 0:
                words = f"{naming.line(Dimension.AREA, area)} · {naming.line(Dimension.STOP, stop)}"
                key = uuid5(_NAMESPACE, f"cross/{area}/{stop}")
                title = naming.say(CROSS_TITLE)
                yield StatLine(key, title, words, _figure(cell, symbol), "", "", "", 0.0, 0.0)


def _figure(figure: int | None, symbol: str) -> str:
    return symbol if figure is None else str(figure)


def _signed(figure: int | None, symbol: str) -> str:
    return symbol if figure is None else f"{figure:+d}"
