"""Whether a visit was held: two answers beside each other, none of them given at first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from app.visiting.rules import VisitStatus
from resources.text import _
from ui.style import spacing

_TEXTS = {True: "held", False: "not_held", None: ""}


class OutcomeField(QWidget):
    """Held or not held; nothing is assumed before somebody said so."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without an answer."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.held = QRadioButton(_(VisitStatus.HELD.label))
        self.not_held = QRadioButton(_(VisitStatus.NOT_HELD.label))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(24))
        for button in (self.held, self.not_held):
            self._group.addButton(button)
            layout.addWidget(button)
            button.toggled.connect(self._on_toggled)
        layout.addStretch()
        self.setFocusProxy(self.held)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> bool | None:
        """Answer True for held, False for not held, None before anything was said."""
        if self.held.isChecked():
            return True
        return False if self.not_held.isChecked() else None

    def set_value(self, value: bool | None) -> None:  # noqa: FBT001 - the value itself
        """Choose an answer, or none."""
        self._group.setExclusive(False)
        self.held.setChecked(value is True)
        self.not_held.setChecked(value is False)
        self._group.setExclusive(True)
        self.changed.emit()

    def text_value(self) -> str:
        """Answer "held", "not_held" or "", for a draft."""
        return _TEXTS[self.value()]

    def restore_text(self, text: str) -> None:
        """Put a draft's answer back."""
        self.set_value({"held": True, "not_held": False}.get(text))

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the answer be seen only."""
        self.held.setEnabled(not on)
        self.not_held.setEnabled(not on)

    def setAccessibleName(self, name: str) -> None:
        """Name the question; each answer is read with it."""
        super().setAccessibleName(name)
        for button in (self.held, self.not_held):
            button.setAccessibleName(f"{name}: {button.text()}")

    def trouble(self) -> str:
        """Answer nothing: each answer is understood."""
        return ""

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot
        if on:
            self.changed.emit()
