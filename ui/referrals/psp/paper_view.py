"""A paper of a group as its real pages, to be printed or saved; it stands on record already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.writing.sealed_file import seal
from resources.text import _
from ui.exchange.seal_fields import SealFields
from ui.letters.letter_exits import LetterExits
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.page_preview import PagePreview
from ui.widgets.question import Question

if TYPE_CHECKING:
    from app.referrals.psp.papers import MadePaper
    from ui.desk import Desk


class PspPaperView(QWidget):
    """Esc leads back."""

    said = Signal(str, object)
    left = Signal()

    def __init__(self, desk: Desk, paper: MadePaper) -> None:
        """Show a paper."""
        super().__init__()
        self.paper = paper
        self.back_button = quiet_button(_("Back"), "back")
        self.back_button.setShortcut("Esc")
        self.print_button = primary_button(_("Print"), "print")
        self.save_button = plain_button(_("Save as PDF"), "download")
        self.preview = PagePreview()
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self._on_said)
        self.back_button.clicked.connect(self.left)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        head = QHBoxLayout()
        head.setSpacing(spacing(8))
        head.addWidget(self.back_button)
        head.addStretch()
        for button in (self.save_button, self.print_button):
            head.addWidget(button)
        told = _("It stands on record with its fingerprint {digits}.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(head)
        layout.addWidget(quiet(told.format(digits=paper.sha256[:12])))
        layout.addWidget(self.preview, 1)
        self.preview.show_pdf(paper.pdf)

    def _on_print(self) -> None:
        self.exits.print_letter(self.paper.pdf, self.paper.name)

    def _on_save(self) -> None:
        asked = _Sealed(self)
        if asked.exec() != QDialog.DialogCode.Accepted:
            return
        password = asked.seal.password()
        if password:
            archive = seal(((self.paper.name, self.paper.pdf),), password)
            self.exits.save_sealed(archive, f"{self.paper.name.removesuffix('.pdf')}.zip")
        else:
            self.exits.save_letter(self.paper.pdf, self.paper.name)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)


class _Sealed(Question):
    """Under which password a paper is saved outside the office."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            _("How is the file protected?"),
            _("It holds what only one agency, or this table, may read."),
            _("Go on"),
        )
        self.form = Form()
        self.seal = SealFields(self.form)
        self.body.addWidget(self.form)

    def accept(self) -> None:
        """Go on when the password protects the file, or none is wanted."""
        self.form.clear_problems()
        if problems := self.seal.problems():
            self.form.show_problems(problems)
            self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
        else:
            super().accept()
