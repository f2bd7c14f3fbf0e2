"""Reads every text that a widget holds, shown or not: labels, hints, names, tables, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTabWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QAction

_SAID = (
    "text",
    "toPlainText",
    "title",
    "windowTitle",
    "toolTip",
    "statusTip",
    "whatsThis",
    "placeholderText",
    "accessibleName",
    "accessibleDescription",
)
"""What widgets say, each by a method without arguments."""
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.UserRole,
)
_MOST_ROWS = 200


def all_texts(root: QWidget) -> list[str]:
    """Answer every text that a widget and those inside it hold."""
    return [said for widget in (root, *root.findChildren(QWidget)) for said in _of(widget) if said]


def _of(widget: QWidget) -> Iterator[str]:
    for name in _SAID:
        said = getattr(widget, name, None)
        if callable(said):
            yield str(said())
    for action in widget.actions():
        yield from _of_action(action)
    if isinstance(widget, QTabWidget):
        for at in range(widget.count()):
            yield f"{widget.tabText(at)} {widget.tabToolTip(at)}"
    if isinstance(widget, QAbstractItemView | QComboBox):
        yield from _of_model(widget.model())
    rows: Any = getattr(widget, "rows", None)
    if callable(rows):
        yield repr(rows())


def _of_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.statusTip(), action.whatsThis())


def _of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    top = QModelIndex()
    # Qt keeps the columns of a plain list to itself: it has one.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        for row in range(min(model.rowCount(top), _MOST_ROWS)):
            index = model.index(row, column, top)
            yield from (repr(value) for role in _ROLES if (value := index.data(role)) is not None)
