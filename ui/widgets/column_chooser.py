"""Which columns a list has, and in which order: ticked with Space, moved with Alt and arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from resources.text import _
from ui.style import length, spacing
from ui.widgets.buttons import icon_button
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent

KEY = Qt.ItemDataRole.UserRole
_SHOWN_LINES = 8
_FEWEST_LINES = 3
"""Where room is scarce; the rest scrolls."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnChooser(QWidget):
    """All columns below each other: the chosen ones ticked and on top, in their order."""

    changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        chosen: Sequence[str],
        *,
        always: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Offer `options`, each (key, title); those in `always` cannot be taken away."""
        super().__init__(parent)
        self._options = tuple(options)
        self._always = frozenset(always)
        self._list = _Lines()
        self._list.setAccessibleName(_("Columns"))
        self._up = icon_button("chevron_up", _("Move up (Alt+Up)"))
        self._down = icon_button("chevron_down", _("Move down (Alt+Down)"))
        side = QVBoxLayout()
        side.setSpacing(spacing(4))
        for button in (self._up, self._down):
            side.addWidget(button)
        side.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self._list, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(side)
        self.setFocusProxy(self._list)
        self.set_value(chosen)
        self._up.clicked.connect(self._on_up_clicked)
        self._down.clicked.connect(self._on_down_clicked)
        self._list.move_wanted.connect(self._move)
        self._list.itemChanged.connect(self._on_item_changed)
        self._list.currentRowChanged.connect(self._on_current_changed)
        self._list.model().rowsMoved.connect(self._on_rows_moved)

    def value(self) -> tuple[str, ...]:
        """Answer the keys of the chosen columns, from the left."""
        lines = (self._list.item(at) for at in range(self._list.count()))
        return tuple(_key(line) for line in lines if line.checkState() == Qt.CheckState.Checked)

    def set_value(self, chosen: Sequence[str]) -> None:
        """Choose columns; keys that are not offered are left out."""
        titles = dict(self._options)
        wanted = [key for key in chosen if key in titles]
        wanted = [*(key for key in self._always if key not in wanted), *wanted]
        rest = [key for key in titles if key not in wanted]
        blocked = QSignalBlocker(self._list)
        self._list.clear()
        for key in (*wanted, *rest):
            self._list.addItem(self._line(key, titles[key], ticked=key in wanted))
        self._list.setCurrentRow(0)
        blocked.unblock()
        self._fit()
        self._on_current_changed(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of the lines, which the style sheet knows by now."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show up to eight lines; the rest scrolls."""
        high = max(self._list.sizeHintForRow(0), length(28))
        frame = 2 * self._list.frameWidth()
        self._list.wanted = min(self._list.count(), _SHOWN_LINES) * high + frame
        self._list.setMaximumHeight(self._list.wanted)
        self._list.setMinimumHeight(min(self._list.wanted, _FEWEST_LINES * high + frame))
        self._list.updateGeometry()

    def _line(self, key: str, title: str, *, ticked: bool) -> QListWidgetItem:
        line = QListWidgetItem(shown(title))
        line.setData(KEY, key)
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        can_go = Qt.ItemFlag.NoItemFlags if key in self._always else Qt.ItemFlag.ItemIsUserCheckable
        line.setFlags(usual | can_go | Qt.ItemFlag.ItemIsDragEnabled)
        line.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return line

    def _move(self, step: int) -> None:
        """Move the current line up or down; it stays current."""
        at = self._list.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self._list.count():
            blocked = QSignalBlocker(self._list)
            line = self._list.takeItem(at)
            self._list.insertItem(to, line)
            self._list.setCurrentRow(to)
            blocked.unblock()
            self._on_current_changed(to)
            self.changed.emit()

    def _on_up_clicked(self) -> None:
        self._move(-1)

    def _on_down_clicked(self) -> None:
        self._move(1)

    def _on_current_changed(self, at: int) -> None:
        self._up.setEnabled(at > 0)
        self._down.setEnabled(0 <= at < self._list.count() - 1)

    def _on_item_changed(self, _line: QListWidgetItem) -> None:
        self.changed.emit()

    def _on_rows_moved(self) -> None:
        self._on_current_changed(self._list.currentRow())
        self.changed.emit()


class _Lines(QListWidget):
    """The lines, which can be dragged and moved by key."""

    move_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.wanted = 0
        """Height in pixels that shows the lines."""
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "ticks")

    def sizeHint(self) -> QSize:
        """Answer the height of the lines."""
        return QSize(super().sizeHint().width(), self.wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line with Alt and an arrow."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(step)
        else:
            super().keyPressEvent(event)


def _key(line: QListWidgetItem) -> str:
    return str(line.data(KEY))
