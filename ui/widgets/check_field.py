"""Yes or no, and yes, no or not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from resources.text import _
from ui.style import spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_TEXTS = {True: "yes", False: "no", None: ""}


class CheckField(QCheckBox):
    """A tick with its words beside it, in as many lines as they need."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Begin unticked."""
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(text)
        self.toggled.connect(self._on_toggled)

    def setText(self, text: str) -> None:
        """Show other words, in which Qt takes "&&" for "&"."""
        self._words = text.replace("&&", "&")
        super().setText(text)
        if self.isVisible():
            self._break()

    def sizeHint(self) -> QSize:
        """Answer the width of all words in one line, and the height of the lines there are now."""
        beside = super().sizeHint().width() - self._wide(self.text())
        return QSize(beside + self._wide(self._shown(self._words)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the longest word: the words break where there is no room."""
        beside = super().sizeHint().width() - self._wide(self.text())
        longest = max((self._wide(word) for word in self._words.split()), default=0)
        return QSize(beside + longest, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words into lines that fit."""
        super().resizeEvent(event)
        self._break()

    def _break(self) -> None:
        room = self.width() - (super().sizeHint().width() - self._wide(self.text()))
        wanted = self._shown("\n".join(self._lines(room)))
        if wanted != self.text():
            super().setText(wanted)

    def _lines(self, room: int) -> list[str]:
        lines: list[str] = []
        for word in self._words.split(" "):
            if lines and self._wide(self._shown(f"{lines[-1]} {word}")) <= room:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return lines

    def _wide(self, text: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()

    @staticmethod
    def _shown(words: str) -> str:
        """Answer words as Qt wants them, which takes "&" for a key."""
        return words.replace("&", "&&")

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
