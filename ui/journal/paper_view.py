"""All notes about a person as pages: looked at, then printed or saved for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout

from app.exchange.writing.sealed_file import seal
from app.journal.actions.printing import export_journal
from app.journal.queries.paper import journal_pdf
from resources.text import _, language, say
from ui.exchange.seal_fields import SealFields
from ui.journal.sub_view import SubView
from ui.letters.letter_exits import LetterExits
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.fields import TextField
from ui.widgets.form import Form
from ui.widgets.loading import StateStack
from ui.widgets.page_preview import PagePreview
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from ui.desk import Desk

_LONGEST_REASON = 300


class PaperView(SubView):
    """The real pages; nothing leaves the office before the reason stands in the log."""

    said = Signal(str, object)

    def __init__(self, desk: Desk, person_id: UUID, name: str) -> None:
        """Ask for the pages about a person called `name`."""
        super().__init__(_("All notes about {name}").format(name=name))
        self._desk, self._person_id, self._name = desk, person_id, name
        self._pdf = b""
        self._then: Callable[[], object] | None = None
        self._password = ""
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self._on_said)
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.print_button = primary_button(_("Print"), "print")
        self.save_button = plain_button(_("Save as PDF"), "download")
        self.print_button.clicked.connect(self.print_pages)
        self.save_button.clicked.connect(self.save_pages)
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        buttons.addStretch()
        for button in (self.save_button, self.print_button):
            button.setEnabled(False)
            buttons.addWidget(button)
        self.body.addWidget(self.state, 1)
        self.body.addLayout(buttons)
        self.state.retried.connect(self.ask)
        self.ask()

    def ask(self) -> None:
        """Ask for the pages."""
        self.state.show_loading()
        pending = self._desk.ask(
            journal_pdf,
            self._person_id,
            language(),
            who=self._desk.who,
            when=self._desk.local_now,
        )
        pending.then(self._on_pages).if_unavailable(self._on_unavailable)

    def print_pages(self) -> None:
        """Ask for the reason, then print through the system's dialog."""
        self._leave(_Reason(self), self._print)

    def save_pages(self) -> None:
        """Ask for the reason and a password, then where to save."""
        self._leave(_SealedReason(self), self._save)

    def _leave(self, asked: _Reason, then: Callable[[], object]) -> None:
        if asked.exec() != QDialog.DialogCode.Accepted:
            return
        self._then, self._password = then, asked.password()
        pending = self._desk.act(export_journal, self._person_id, asked.reason.value())
        pending.then(self._on_logged).if_refused(self._on_refused)

    def _on_pages(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        self.state.show_content()
        for button in (self.save_button, self.print_button):
            button.setEnabled(True)
        self.print_button.setFocus()

    def _on_logged(self, _log_id: UUID) -> None:
        if self._then is not None:
            self._then()

    def _print(self) -> None:
        self.exits.print_letter(self._pdf, self._file_name())

    def _save(self) -> None:
        name, password = self._file_name(), self._password
        self._password = ""
        if password:
            archive = seal(((name, self._pdf),), password)
            self.exits.save_sealed(archive, f"{name.removesuffix('.pdf')}.zip")
        else:
            self.exits.save_letter(self._pdf, name)

    def _file_name(self) -> str:
        return _("Journal of {name}.pdf").format(name=_for_file(self._name))

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)


class _Reason(Question):
    """Why the journal leaves the office."""

    def __init__(self, parent: PaperView) -> None:
        super().__init__(
            parent,
            _("What are the notes needed for?"),
            _("The reason is kept with the date, and the person can be told."),
            _("Go on"),
        )
        self.reason = TextField(_LONGEST_REASON)
        self.form = Form()
        self.form.add("reason", _("Reason"), self.reason)
        self.body.addWidget(self.form)
        self.form.focus_field("reason")

    def password(self) -> str:
        """Answer what opens the file; what is printed needs none."""
        return ""


class _SealedReason(_Reason):
    """Why the journal is saved outside the office, and under which password."""

    def __init__(self, parent: PaperView) -> None:
        super().__init__(parent)
        self.seal = SealFields(self.form)

    def accept(self) -> None:
        """Go on when the password protects the file, or none is wanted."""
        self.form.clear_problems()
        if problems := self.seal.problems():
            self.form.show_problems(problems)
        else:
            super().accept()

    def password(self) -> str:
        """Answer what opens the file; "" where it is not protected."""
        return self.seal.password()


def _for_file(name: str) -> str:
    return "".join(one for one in name if one.isalnum() or one in " -").strip()
