"""One of several known answers, from a list that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.palette import Role
from ui.style import colour, length

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class _ChoiceBox(QComboBox):
    """A combo box with our arrow, which the wheel does not change by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, as much of the words as fits, and the arrow in the theme's colour."""
        painter = QStylePainter(self)
        box = self.fitting()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, box)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(Role.QUIET), max(1.5, length(15) / 10)))
        x, y, half = self.width() - length(16), self.height() / 2, length(4)
        painter.drawPolyline(
            [
                QPointF(x - half, y - half / 2),
                QPointF(x, y + half / 2),
                QPointF(x + half, y - half / 2),
            ]
        )

    def fitting(self) -> QStyleOptionComboBox:
        """Answer how it is drawn: words that are too long end in "…"."""
        box = QStyleOptionComboBox()
        self.initStyleOption(box)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, box, part, self)
        right = Qt.TextElideMode.ElideRight
        box.currentText = self.fontMetrics().elidedText(
            box.currentText, right, room.width() - length(4)
        )
        return box


class ChoiceField(_ChoiceBox, Generic[T]):
    """A choice among typed values, each with its words."""

    changed = Signal()

    def __init__(
        self, options: Sequence[tuple[T, str]] = (), parent: QWidget | None = None
    ) -> None:
        """Offer `options`; the first is chosen."""
        super().__init__(parent)
        self._values: list[T] = []
        self.set_options(options)
        self.currentIndexChanged.connect(self._on_index_changed)

    def set_options(self, options: Sequence[tuple[T, str]]) -> None:
        """Offer other options; the value stays chosen when it is among them."""
        chosen = self._values[self.currentIndex()] if self._values else None
        blocked = QSignalBlocker(self)
        self.clear()
        self._values = [value for value, _words in options]
        self.addItems([words for _value, words in options])
        if chosen in self._values:
            self.setCurrentIndex(self._values.index(chosen))
        blocked.unblock()

    def values(self) -> list[T]:
        """Answer what is offered, in order."""
        return list(self._values)

    def value(self) -> T:
        """Answer the chosen value. Raises `IndexError` when there is no option at all."""
        return self._values[max(0, self.currentIndex())]

    def set_value(self, value: T) -> None:
        """Choose a value. Raises `ValueError` when it is not among the options."""
        self.setCurrentIndex(self._values.index(value))

    def text_value(self) -> str:
        """Answer the chosen value as text, for a draft."""
        return str(self._values[self.currentIndex()]) if self._values else ""

    def restore_text(self, text: str) -> None:
        """Choose the value a draft names, if it is still offered."""
        for index, value in enumerate(self._values):
            if str(value) == text:
                self.setCurrentIndex(index)
                return

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the choice be seen only."""
        self.setEnabled(not on)

    def trouble(self) -> str:
        """Answer nothing: a choice is always one of the known answers."""
        return ""

    def _on_index_changed(self, _index: int) -> None:
        self.changed.emit()
