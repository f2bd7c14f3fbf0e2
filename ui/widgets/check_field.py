"""Yes or no, and yes, no or not known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QWidget

from resources.text import _
from ui.style import spacing

_TEXTS = {True: "yes", False: "no", None: ""}


class CheckField(QCheckBox):
    """A tick with its words beside it."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Begin unticked."""
        super().__init__(text.replace("&", "&&"), parent)
        self.setAccessibleName(text)
        self.toggled.connect(self._on_toggled)

    def value(self) -> bool:
        """Answer whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - the value itself
        """Tick it or not."""
        self.setChecked(value)

    def text_value(self) -> str:
        """Answer "yes" or "no", for a draft."""
        return _TEXTS[self.isChecked()]

    def restore_text(self, text: str) -> None:
        """Put a draft's answer back."""
        self.setChecked(text == "yes")

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let it be seen only."""
        self.setEnabled(not on)

    def trouble(self) -> str:
        """Answer nothing: a tick is always understood."""
        return ""

    def _on_toggled(self, _on: bool) -> None:  # noqa: FBT001 - a slot
        self.changed.emit()


class TriStateField(QWidget):
    """Yes, no or not known, as three radio buttons beside each other."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with "not known"."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._choices: dict[bool | None, QRadioButton] = {
            True: QRadioButton(_("Yes")),
            False: QRadioButton(_("No")),
            None: QRadioButton(_("Not known")),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        for button in self._choices.values():
            self._group.addButton(button)
            layout.addWidget(button)
            button.toggled.connect(self._on_toggled)
        layout.addStretch()
        self._choices[None].setChecked(True)
        self.setFocusProxy(self._choices[True])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> bool | None:
        """Answer True, False, or None for "not known"."""
        return next(value for value, button in self._choices.items() if button.isChecked())

    def set_value(self, value: bool | None) -> None:  # noqa: FBT001 - the value itself
        """Choose an answer."""
        self._choices[value].setChecked(True)

    def text_value(self) -> str:
        """Answer "yes", "no" or "", for a draft."""
        return _TEXTS[self.value()]

    def restore_text(self, text: str) -> None:
        """Put a draft's answer back."""
        self.set_value({"yes": True, "no": False}.get(text))

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the answer be seen only."""
        for button in self._choices.values():
            button.setEnabled(not on)

    def setAccessibleName(self, name: str) -> None:
        """Name the question; each answer is read with it."""
        super().setAccessibleName(name)
        for button in self._choices.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def trouble(self) -> str:
        """Answer nothing: one of the three is always chosen."""
        return ""

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot
        if on:
            self.changed.emit()
