"""A handover list as pages: looked at, printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.tasks.handover.paper import handover_pdf
from resources.text import _, language, say
from ui.letters.letter_exits import LetterExits
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading
from ui.widgets.loading import StateStack
from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from ui.desk import Desk


class HandoverPaper(QWidget):
    """The real pages of one handover."""

    left = Signal()
    said = Signal(str, object)

    def __init__(self, desk: Desk, handover_id: UUID, parent: QWidget | None = None) -> None:
        """Ask for the pages of a handover."""
        super().__init__(parent)
        self._desk, self._handover_id, self._pdf = desk, handover_id, b""
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self._on_said)
        self.preview = PagePreview()
        self._states = StateStack(self.preview)
        self._states.retried.connect(self.refresh)
        self.print_button = primary_button(_("Print list"), "print")
        self.save_button = plain_button(_("Save as PDF"), "download")
        self.close_button = plain_button(_("Close"))
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.left)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing(8))
        for button in (self.print_button, self.save_button, self.close_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(heading(_("Handover list")))
        layout.addWidget(buttons)
        layout.addWidget(self._states, 1)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the pages as things stand now."""
        self._states.show_loading()
        pending = self._desk.ask(
            handover_pdf,
            self._handover_id,
            language(),
            who=self._desk.who,
            when=self._desk.local_now,
        )
        pending.then(self._on_pages).if_unavailable(self._on_unavailable)

    def _on_pages(self, pdf: bytes | None) -> None:
        self._pdf = pdf or b""
        for button in (self.print_button, self.save_button):
            button.setEnabled(bool(pdf))
        if pdf is None:
            sentence = _("This handover was taken back. There is no list of it.")
            self._states.show_empty(EmptyState(sentence, icon="document"))
            return
        self.preview.show_pdf(pdf)
        self._states.show_content()

    def _on_print(self) -> None:
        self.exits.print_letter(self._pdf, _("Handover list.pdf"))

    def _on_save(self) -> None:
        self.exits.save_letter(self._pdf, _("Handover list.pdf"))

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
