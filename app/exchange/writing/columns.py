"""The columns that a list can leave the office with: what each says of a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from app.errors import N_
from resources.text import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.exchange.writing.rules import Cell

R = TypeVar("R")

PROTECTED = N_("Protected address")
"""Stands in the place of an address that stays in the office."""


@dataclass(frozen=True)
class ExportColumn(Generic[R]):
    """One column: its key is stored and logged, its title is in the language of the window."""

    key: str
    title: str
    cell: Callable[[R], Cell]
    reveals_address: bool = False
    """Whether it says where somebody lives, or could be asked there."""


@dataclass(frozen=True)
class Cells(Generic[R]):
    """Makes cells of rows; protected addresses stay in the office unless they are wanted."""

    columns: tuple[ExportColumn[R], ...]
    is_protected: Callable[[R], bool]
    with_protected: bool = False

    def of(self, rows: Sequence[R]) -> list[tuple[Cell, ...]]:
        """Answer the cells of each row."""
        return [self._row(row) for row in rows]

    def _row(self, row: R) -> tuple[Cell, ...]:
        if self.with_protected or not self.is_protected(row):
            return tuple(column.cell(row) for column in self.columns)
        return tuple(
            _withheld(column.cell(row)) if column.reveals_address else column.cell(row)
            for column in self.columns
        )


def _withheld(cell: Cell) -> Cell:
    """Say that there is an address; where there is none, there is nothing to say."""
    return None if cell is None or cell == "" else _(PROTECTED)


def reveals_address(columns: Sequence[ExportColumn[R]]) -> bool:
    """Answer whether any of the columns says where somebody lives."""
    return any(column.reveals_address for column in columns)
