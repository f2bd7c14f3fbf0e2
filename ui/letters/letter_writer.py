"""Writing the letter for a visit: choose the language, see the real page, print and keep it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.letters.actions import write_appointment_letter
from app.letters.queries import preview_letter
from app.letters.rules import APPOINTMENT
from app.letters.templates.rules import TITLES
from resources.text import _, say
from ui.letters.letter_choices import LetterChoices
from ui.letters.letter_exits import LetterExits
from ui.letters.letter_troubles import LetterTroubles
from ui.letters.words import pdf_name
from ui.style import length, spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.halves import Halves
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.page_preview import PagePreview
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.errors import Refused, Unavailable
    from app.letters.rows import LetterOccasion, LetterPreview, LetterWritten
    from ui.desk import Desk, Pending


class LetterWriter(QWidget):
    """One letter on its way: nothing leaves the program before it is kept in the history."""

    kept = Signal(object)
    """Id of the letter that now stands in the history."""
    left = Signal()
    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, occasion: LetterOccasion, parent: QWidget | None = None) -> None:
        """Begin with the person's own language and ask for the preview."""
        super().__init__(parent)
        self._desk = desk
        self._occasion = occasion
        self._letter_id = uuid4()
        self._asked: Pending[LetterPreview] | None = None
        self._after: Callable[[bytes], object] = _nothing
        self.choices = LetterChoices(occasion)
        self.troubles = LetterTroubles(occasion.client_id)
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.exits = LetterExits(desk, self)
        self.print_button = primary_button(_("Print and keep"), "print")
        self.save_button = plain_button(_("Save as PDF and keep"), "download")
        self.keep_button = plain_button(_("Keep without printing"), "letters")
        self.leave_button = quiet_button(_("Cancel"))
        self._build()
        self._connect()
        self.ask_preview()

    def ask_preview(self) -> None:
        """Ask for the letter as it would be now."""
        if self._asked is not None:
            self._asked.forget()
        self._set_ready(ready=False)
        if not self.choices.is_allowed:
            sentence = _("Confirm that the address stays protected, then the letter is shown.")
            self.state.show_empty(EmptyState(sentence, icon="lock"))
            return
        self.state.show_loading()
        pending = self._desk.ask(
            preview_letter,
            self._occasion.visit_id,
            self.choices.language.value(),
            date.today(),  # noqa: DTZ011 - the local day stands on the letter
            confirmed_protected=self.choices.confirmed.value(),
        )
        self._asked = pending.then(self._on_previewed).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def print_and_keep(self) -> None:
        """Keep the letter, then print it."""
        self._keep(self._print)

    def save_and_keep(self) -> None:
        """Keep the letter, then save it as a PDF file."""
        self._keep(self._save)

    def keep(self) -> None:
        """Keep the letter and do nothing else."""
        self._keep(_nothing)

    def _keep(self, after: Callable[[bytes], object]) -> None:
        if not self.print_button.isEnabled():
            return
        self._set_ready(ready=False)
        self._after = after
        self._desk.act(
            write_appointment_letter,
            self._occasion.visit_id,
            self.choices.language.value(),
            self._letter_id,
            confirmed_protected=self.choices.confirmed.value(),
        ).then(self._on_kept).if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _print(self, pdf: bytes) -> None:
        self.exits.print_letter(pdf, self._name())

    def _save(self, pdf: bytes) -> None:
        self.exits.save_letter(pdf, self._name())

    def _name(self) -> str:
        return pdf_name(TITLES[APPOINTMENT], date.today())  # noqa: DTZ011 - the local day

    def _set_ready(self, *, ready: bool) -> None:
        for button in (self.print_button, self.save_button, self.keep_button):
            button.setEnabled(ready)

    def _on_previewed(self, preview: LetterPreview) -> None:
        self.troubles.show_problems(())
        self.preview.show_pdf(preview.pdf)
        self.state.show_content()
        self._set_ready(ready=True)

    def _on_refused(self, refused: Refused) -> None:
        self.troubles.show_problems(refused.problems)
        sentence = _("The letter is shown here as soon as nothing stands against it.")
        self.state.show_empty(EmptyState(sentence, icon="letters"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_kept(self, written: LetterWritten) -> None:
        self.said.emit(_("The letter is kept in the history."))
        self._after(written.pdf)
        self.kept.emit(written.id)

    def _build(self) -> None:
        side = ScrollBody()
        for part in (self.troubles, self.choices, self._buttons()):
            side.add(part)
        side.end()
        side.setMinimumWidth(length(250))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        layout.addWidget(PageHeader(_("Write a letter"), _(TITLES[APPOINTMENT])))
        layout.addWidget(Halves(side, self.state, wide=480), 1)

    def _buttons(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, spacing(8), 0, 0)
        column.setSpacing(spacing(8))
        buttons: tuple[QPushButton, ...] = (
            self.print_button,
            self.save_button,
            self.keep_button,
            self.leave_button,
        )
        for button in buttons:
            column.addWidget(button)
        return box

    def _connect(self) -> None:
        self.choices.changed.connect(self.ask_preview)
        self.state.retried.connect(self.ask_preview)
        self.troubles.place_wanted.connect(self.place_wanted)
        self.exits.said.connect(self.said)
        self.print_button.clicked.connect(self.print_and_keep)
        self.save_button.clicked.connect(self.save_and_keep)
        self.keep_button.clicked.connect(self.keep)
        self.leave_button.clicked.connect(self.left)
        for keys, slot in (
            (QKeySequence.StandardKey.Print, self.print_and_keep),
            (QKeySequence.StandardKey.Save, self.keep),
            (QKeySequence.StandardKey.Cancel, self.left),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)


def _nothing(_pdf: bytes) -> None:
    """Leave it at keeping the letter."""
