"""A person's letters on the card, and the way to the letter for the next visit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.queries import letters_of_client, next_visit_of
from resources.text import _, say
from ui.letters.letter_table import LetterTable
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.loading import StateStack
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.letters.rows import LetterRow
    from ui.desk import Desk


class ClientLettersTab(QWidget):
    """The letters of one person; Enter or a double click opens one."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    features: ClassVar[frozenset[str]] = frozenset({"letters", "visiting"})

    def __init__(self, desk: Desk, client_id: UUID, parent: QWidget | None = None) -> None:
        """Build the list; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk = desk
        self._client_id = client_id
        self._next_visit: UUID | None = None
        self.write_button = plain_button(_("Write letter for the next visit"), "letters")
        self.write_button.hide()
        self.compose_button = plain_button(_("Write a letter"), "add")
        self.table = LetterTable(with_names=False)
        self.state = StateStack(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        buttons = QWidget()
        line = FlowLayout(buttons, spacing(8))
        line.addWidget(self.compose_button)
        line.addWidget(self.write_button)
        layout.addWidget(buttons)
        layout.addWidget(self.state, 1)
        self.table.row_activated.connect(self._on_activated)
        self.write_button.clicked.connect(self._on_write_clicked)
        self.compose_button.clicked.connect(self._on_compose_clicked)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the letters and for the next planned visit."""
        self.state.show_loading()
        found = self._desk.ask(letters_of_client, self._client_id)
        found.then(self._on_found).if_unavailable(self._on_unavailable)
        today = date.today()  # noqa: DTZ011 - the local day
        self._desk.ask(next_visit_of, self._client_id, today).then(self._on_next_visit)

    def _on_found(self, letters: tuple[LetterRow, ...]) -> None:
        self.table.show_letters(letters)
        if letters:
            self.state.show_content()
            return
        sentence = _("No letter was written to this person yet.")
        self.state.show_empty(EmptyState(sentence, icon="letters"))

    def _on_next_visit(self, visit_id: UUID | None) -> None:
        self._next_visit = visit_id
        self.write_button.setVisible(visit_id is not None)

    def _on_activated(self, row: LetterRow) -> None:
        self.place_wanted.emit(Place("letters", row.id))

    def _on_write_clicked(self) -> None:
        self.place_wanted.emit(Place("letters", self._next_visit, "write"))

    def _on_compose_clicked(self) -> None:
        self.place_wanted.emit(Place("letters", self._client_id, "compose"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
