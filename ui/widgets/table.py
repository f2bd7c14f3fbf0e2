"""The table of every list: a list of columns, rows of one kind, keyboard and mouse alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.fonts import base_font
from ui.style import changes, length, look, row_height, spacing
from ui.widgets.column_widths import Wish, share_out
from ui.widgets.columns import Column, name_key
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.table_model import TableModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

__all__ = ["Column", "DataTable", "name_key"]

R = TypeVar("R")
_MEASURED_ROWS = 100
_WIDEST = 420
_NARROWEST = 90


class DataTable(QTableView, Generic[R]):
    """Shows rows by columns. Enter or double click activates; arrows and typing choose."""

    row_activated = Signal(object)
    row_chosen = Signal(object)

    def __init__(
        self, columns: Sequence[Column[R]], accessible_name: str, parent: QWidget | None = None
    ) -> None:
        """Begin without rows; `accessible_name` says what the table lists."""
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._rows_model: TableModel[R] = TableModel(columns)
        self._delegate = RowDelegate()
        self._keep: Callable[[R], object] | None = None
        self._wishes: list[Wish] = []
        self._is_met = False
        self.setModel(self._rows_model)
        self.setItemDelegate(self._delegate)
        self._set_up_view()
        self._set_up_header()
        self.take_look()
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        changes.look_changed.connect(self.take_look)

    def set_rows(self, rows: Sequence[R], keep: Callable[[R], object] | None = None) -> None:
        """Show other rows; `keep` answers a row's identity, by which the choice is kept."""
        self._keep = keep or self._keep
        chosen = self._key(self.current_row())
        scrolled = self.verticalScrollBar().value()
        selection = self.selectionModel()
        blocked = QSignalBlocker(selection)
        self._rows_model.set_rows(rows)
        self._choose_key(chosen)
        blocked.unblock()
        self._fit_columns()
        # Left to the paint event, it would ask for a second paint of the whole list.
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        if chosen is not None and self.current_row() is None:
            self.row_chosen.emit(None)

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show the same rows by other columns, keeping the chosen row and the place."""
        chosen = self._key(self.current_row())
        scrolled = self.verticalScrollBar().value()
        selection = self.selectionModel()
        blocked = QSignalBlocker(selection)
        self._rows_model.set_columns(columns)
        self._choose_key(chosen)
        blocked.unblock()
        self.horizontalHeader().setSortIndicatorShown(False)
        self.take_look()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled)

    def columns(self) -> tuple[Column[R], ...]:
        """Answer the columns from the left."""
        return self._rows_model.columns

    def rows(self) -> list[R]:
        """Answer the rows in the order shown."""
        return self._rows_model.rows

    def current_row(self) -> R | None:
        """Answer the chosen row, or None."""
        index = self.currentIndex()
        return self._rows_model.rows[index.row()] if index.isValid() else None

    def choose(self, key: object) -> bool:
        """Choose the row whose `keep` answers `key`; answer whether there is one."""
        return self._choose_key(key)

    def choose_first(self) -> None:
        """Choose the first row, if there is one."""
        if self._rows_model.rows:
            self.selectRow(0)

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column and show its arrow."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)
        self._rows_model.sort(column, order)

    def take_look(self) -> None:
        """Take heights and fonts of the look in use."""
        self._delegate.take_look()
        font = base_font(look().scale)
        font.setWeight(QFont.Weight.DemiBold)
        self._title_metrics = QFontMetrics(font)
        two = any(column.quiet for column in self._rows_model.columns)
        self.verticalHeader().setDefaultSectionSize(row_height(2 if two else 1))
        self.horizontalHeader().setMinimumHeight(length(32))
        self._fit_columns()

    def is_met(self) -> bool:
        """Answer whether a row is chosen only because the keyboard comes to the table now."""
        return self._is_met

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row, as tables do, when none is chosen."""
        self._is_met = True
        super().focusInEvent(event)
        self._is_met = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate the chosen row with Enter, everywhere alike."""
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.row_activated.emit(row)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        before = event.oldSize().height()
        super().resizeEvent(event)
        self._share_room()
        self._keep_in_sight(before)

    def viewportEvent(self, event: QEvent) -> bool:
        """Take the hover away when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)

    def _keep_in_sight(self, height_before: int) -> None:
        """Scroll to the chosen row when the table became too low for it."""
        row = self.visualRect(self.currentIndex())
        if row.isValid() and row.top() < height_before and row.bottom() > self.viewport().height():
            self.scrollTo(self.currentIndex())

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(length(40))
        header.setSortIndicatorShown(False)
        if any(column.sort for column in self._rows_model.columns):
            header.setSectionsClickable(True)
            header.sectionClicked.connect(self._on_title_clicked)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _fit_columns(self) -> None:
        measured = self._rows_model.rows[:_MEASURED_ROWS]
        self._wishes = [self._wish(column, measured) for column in self._rows_model.columns]
        self._share_room()

    def _share_room(self) -> None:
        header = self.horizontalHeader()
        for at, width in enumerate(share_out(self.viewport().width(), self._wishes)):
            if header.sectionSize(at) != width:
                header.resizeSection(at, width)

    def _wish(self, column: Column[R], measured: list[R]) -> Wish:
        title = self._title_metrics.horizontalAdvance(column.title) + 2 * spacing(10) + 6
        if column.width == "stretch":
            least = length(max(column.least, _NARROWEST))
            return least, max(title, least), True
        if isinstance(column.width, int):
            wide = max(title, length(column.width))
            return wide, min(wide, max(title, length(max(column.least, _NARROWEST)))), False
        cells = (self._delegate.wanted_width(column, row) for row in measured)
        wide = max(title, min(length(_WIDEST), max(cells, default=0)))
        return wide, min(wide, max(title, length(_NARROWEST))), False

    def _key(self, row: R | None) -> object:
        return self._keep(row) if self._keep and row is not None else None

    def _choose_key(self, key: object) -> bool:
        if key is None or not self._keep:
            return False
        for at, row in enumerate(self._rows_model.rows):
            if self._keep(row) == key:
                self.selectRow(at)
                return True
        return False

    def _on_title_clicked(self, column: int) -> None:
        if not self._rows_model.columns[column].sort:
            return
        again = self._rows_model.sorted_by == (column, False)
        self.horizontalHeader().setSortIndicatorShown(True)
        chosen = self._key(self.current_row())
        self.sort_by(column, descending=again)
        self._choose_key(chosen)

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_activated.emit(self._rows_model.rows[index.row()])

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._rows_model.rows[now.row()] if now.isValid() else None
        self.row_chosen.emit(cast("object", row))
