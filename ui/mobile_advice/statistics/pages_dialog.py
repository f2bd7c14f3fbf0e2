"""Figures as pages: looked at, then printed or saved. They name nobody, so no reason is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _, say
from ui.letters.letter_exits import LetterExits
from ui.style import length, margins, spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import heading
from ui.widgets.loading import StateStack
from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.errors import Unavailable
    from ui.desk import Desk, Pending

_SIZE = (760, 640)


class PagesDialog(QDialog):
    """Shows the real pages."""

    said = Signal(str)
    """A sentence for the toast."""

    def __init__(
        self, desk: Desk, title: str, ask: Callable[[], Pending[bytes]], parent: QWidget
    ) -> None:
        """Ask for the pages with what `ask` answers."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ask, self._title, self._pdf = ask, title, b""
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self.said)
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.print_button = primary_button(_("Print"), "print")
        self.save_button = plain_button(_("Save as PDF"), "download")
        self.close_button = plain_button(_("Close"))
        self.setWindowTitle(title)
        self._arrange()
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)
        self.state.retried.connect(self.ask)
        self.ask()

    def ask(self) -> None:
        """Ask for the pages."""
        self._let_leave(on=False)
        self.state.show_loading()
        self._ask().then(self._on_pages).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        room = self.screen().availableGeometry()
        wide, high = map(length, _SIZE)
        self.resize(min(wide, room.width() - 60), min(high, room.height() - 60))
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        buttons.addStretch()
        for button in (self.close_button, self.save_button, self.print_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(16))
        layout.setSpacing(spacing(12))
        layout.addWidget(heading(self._title))
        layout.addWidget(self.state, 1)
        layout.addLayout(buttons)

    def _let_leave(self, *, on: bool) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(on)

    def _on_pages(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        self.state.show_content()
        self._let_leave(on=True)
        self.print_button.setFocus()

    def _on_print_clicked(self) -> None:
        self.exits.print_letter(self._pdf, f"{self._title}.pdf")

    def _on_save_clicked(self) -> None:
        self.exits.save_letter(self._pdf, f"{self._title}.pdf")

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
