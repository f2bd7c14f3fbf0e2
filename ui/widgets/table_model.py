"""The one table model: columns and a list of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.columns import Column

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class TableModel(QAbstractTableModel, Generic[R]):
    """Shows rows by columns; sorts its own list, never through a proxy."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        """Begin without rows."""
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[R] = []
        self.sorted_by: tuple[int, bool] | None = None
        """The column sorted by and whether it is descending; None keeps the given order."""

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show the same rows by other columns, in the order they are given in."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.sorted_by = None
        self.endResetModel()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self._order()
        self.endResetModel()

    def sort(  # named by Qt
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Sort the rows by a column that can be sorted by."""
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            self.sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
            self.layoutAboutToBeChanged.emit()
            self._order()
            self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Answer how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Answer how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - whatever Qt asks for
        """Answer what Qt asks of a cell; a screen reader hears both lines."""
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            quiet = column.quiet(row) if column.quiet else ""
            return ", ".join(filter(None, (column.text(row), quiet)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - whatever Qt asks for
        """Answer a column's title."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[self.columns[section].align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def _order(self) -> None:
        if self.sorted_by is not None:
            column, descending = self.sorted_by
            key = self.columns[column].sort
            self.rows.sort(key=key, reverse=descending)
