"""How a letter ends: printed, saved, mailed or kept only; each keeps it first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button

_WORDS = ("print", "save", "mail", "keep")


class LetterEnding(QWidget):
    """Ctrl+P prints, Ctrl+S keeps, Esc leaves; they work all over the `owner`."""

    wanted = Signal(str)
    """"print", "save", "mail" or "keep"."""
    leave_wanted = Signal()

    def __init__(self, owner: QWidget, parent: QWidget | None = None) -> None:
        """Begin with nothing to keep yet."""
        super().__init__(parent)
        self.print_button = primary_button(_("Print and keep"), "print")
        self.save_button = plain_button(_("Save as PDF and keep"), "download")
        self.mail_button = plain_button(_("Open in mail program and keep"), "mail")
        self.keep_button = plain_button(_("Keep without printing"), "letters")
        self.leave_button = quiet_button(_("Cancel"))
        self._ready_buttons = (
            self.print_button, self.save_button, self.mail_button, self.keep_button,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing(8), 0, 0)
        column.setSpacing(spacing(8))
        for button in (*self._ready_buttons, self.leave_button):
            column.addWidget(button)
        for word, button in zip(_WORDS, self._ready_buttons, strict=True):
            button.setProperty("wanted", word)
            button.clicked.connect(self._on_clicked)
        self.leave_button.clicked.connect(self.leave_wanted)
        for keys, slot in (
            (QKeySequence.StandardKey.Print, self.print_button.click),
            (QKeySequence.StandardKey.Save, self.keep_button.click),
            (QKeySequence.StandardKey.Cancel, self.leave_button.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.set_ready(ready=False)

    @property
    def is_ready(self) -> bool:
        """Whether the letter may be kept."""
        return self.keep_button.isEnabled()

    def set_ready(self, *, ready: bool) -> None:
        """Let the letter be kept, or not."""
        for button in self._ready_buttons:
            button.setEnabled(ready)

    def _on_clicked(self) -> None:
        self.wanted.emit(self.sender().property("wanted"))
