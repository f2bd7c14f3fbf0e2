"""The columns that a list can have: how it shows them, and what a file gets of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from app.exchange.writing.columns import ExportColumn
from ui import formats
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from app.exchange.writing.rules import Cell

R = TypeVar("R")


@dataclass(frozen=True)
class RowColumn(Generic[R]):
    """One column; `cell` is what a file gets, and a list shows that in words."""

    key: str
    title: str
    cell: Callable[[R], Cell]
    width: int = 140
    """Pixels at 100 % on screen."""
    reveals_address: bool = False
    is_listed: bool = True
    """Whether a list on screen can have it, or only a file."""
    shown: Column[R] | None = None
    """How the list shows it, where that is more than the words of the cell."""


class RowColumns(Generic[R]):
    """All columns of a list; the first of the usual ones is always there."""

    def __init__(self, columns: Sequence[RowColumn[R]], usual: Sequence[str]) -> None:
        """Offer columns; `usual` are the keys of those that nobody has to choose."""
        self._columns = tuple(columns)
        self.usual = tuple(usual)

    def options(self) -> list[tuple[str, str]]:
        """Answer key and title of every column that the list can have."""
        return [(column.key, column.title) for column in self._columns if column.is_listed]

    def of(self, keys: Sequence[str]) -> list[Column[R]]:
        """Answer the columns of a view; unknown keys are left out."""
        known = {column.key: column for column in self._columns if column.is_listed}
        return [_listed(known[key]) for key in chosen_keys(keys, known, self.usual)]

    def for_files(self) -> tuple[ExportColumn[R], ...]:
        """Answer what a file can have of a row."""
        return export_columns(self._columns)

    def chosen_for_files(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Answer what a file has at first: everything, or what somebody chose to see."""
        if tuple(keys) == self.usual:
            return tuple(column.key for column in self._columns)
        return tuple(keys)


def chosen_keys(keys: Sequence[str], known: Container[str], usual: Sequence[str]) -> list[str]:
    """Answer the keys of a view that are `known`; the first usual one always comes along."""
    wanted = [key for key in keys if key in known] or list(usual)
    return wanted if usual[0] in wanted else [usual[0], *wanted]


def export_columns(columns: Sequence[RowColumn[R]]) -> tuple[ExportColumn[R], ...]:
    """Answer columns as a file has them."""
    return tuple(
        ExportColumn(column.key, column.title, column.cell, column.reveals_address)
        for column in columns
    )


def cell_words(cell: Cell) -> str:
    """Answer a cell as the screen shows it: in one line."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return formats.show_day(cell)
    return " · ".join(line.strip() for line in str(cell).splitlines() if line.strip())


def _listed(column: RowColumn[R]) -> Column[R]:
    if column.shown is not None:
        return replace(column.shown, key=column.key)

    def words(row: R) -> str:
        return cell_words(column.cell(row))

    width = column.width
    return Column(column.title, words, width=width, least=width, key=column.key)
