"""A line of text, and a line for a passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from resources.text import _
from ui.widgets.inner_button import InnerButton
from ui.widgets.labels import shown

MOST_TYPED = 20_001
"""Letters that one line takes; a longer paste would only be refused by every rule anyway."""


class TextField(QLineEdit):
    """One line of text. What is too long is said, never cut off silently."""

    changed = Signal()

    def __init__(self, max_length: int = 200, parent: QWidget | None = None) -> None:
        """Hold up to `max_length` letters; more are kept, with a sentence that says so."""
        super().__init__(parent)
        self._longest = max_length
        self.setMaxLength(MOST_TYPED)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        """Answer the text as typed."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Show a text, from its beginning."""
        self.setText(shown(value))
        self.setCursorPosition(0)

    def text_value(self) -> str:
        """Answer the text for a draft."""
        return self.text()

    def restore_text(self, text: str) -> None:
        """Put a draft's text back."""
        self.set_value(text)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the text be read and copied only."""
        self.setReadOnly(on)

    def trouble(self) -> str:
        """Answer a sentence when the text is too long."""
        if len(self.text()) <= self._longest:
            return ""
        sentence = _("This is too long: {count} characters fit here.")
        return sentence.format(count=self._longest)

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()


class PasswordField(TextField):
    """A passphrase: hidden, can be looked at with the eye, can be pasted."""

    def __init__(self, max_length: int = 1000, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(max_length, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = InnerButton(self, "eye", _("Show what is typed"))
        self._eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._eye.clicked.connect(self._on_eye_clicked)

    def text_value(self) -> str:
        """Answer nothing: a passphrase is never part of a draft."""
        return ""

    def restore_text(self, text: str) -> None:
        """Put nothing back: a passphrase is never part of a draft."""

    def _on_eye_clicked(self) -> None:
        if self.echoMode() == QLineEdit.EchoMode.Password:
            self.setEchoMode(QLineEdit.EchoMode.Normal)
            self._eye.show_icon("eye_off", _("Hide what is typed"))
        else:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self._eye.show_icon("eye", _("Show what is typed"))
