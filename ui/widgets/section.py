"""A part of a form that opens and closes, so that a long form is not a wall of fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from resources.text import _
from ui.icons import icon as icon_named
from ui.palette import Role
from ui.style import spacing
from ui.widgets.buttons import icon_size


class Section(QWidget):
    """A title that opens what belongs to it; Space and Enter do it by keyboard."""

    opened = Signal(bool)

    def __init__(self, title: str, *, is_open: bool = True, parent: QWidget | None = None) -> None:
        """Begin open or closed; put fields into `body`."""
        super().__init__(parent)
        self.title = title
        self._head = QPushButton(title.replace("&", "&&"))
        self._head.setProperty("kind", "section")
        self._head.setAutoDefault(False)
        self._head.setCheckable(True)
        self._head.setIconSize(icon_size())
        self._head.setCursor(Qt.CursorShape.PointingHandCursor)
        self._head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing(16))
        self._arrange()
        self._head.toggled.connect(self._on_toggled)
        self.set_open(is_open)
        self._on_toggled(is_open)

    def is_open(self) -> bool:
        """Answer whether the fields are in sight."""
        return self._head.isChecked()

    def set_open(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Open or close it."""
        self._head.setChecked(on)

    @property
    def head(self) -> QPushButton:
        """The button that opens and closes."""
        return self._head

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._head)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(line)
        layout.addWidget(self._content)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot
        arrow = "chevron_down" if on else "chevron_right"
        self._head.setIcon(icon_named(arrow, Role.QUIET))
        state = _("{title}, open") if on else _("{title}, closed")
        self._head.setAccessibleName(state.format(title=self.title))
        self._content.setVisible(on)
        self.opened.emit(on)
