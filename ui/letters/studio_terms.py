"""The words that the office avoids in its letters, with what to say instead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters.readability.rules import LANGUAGES
from app.letters.studio.queries import term_rows
from app.letters.studio.rules import LONGEST_TERM, TermText
from app.letters.studio.wording import remove_term, save_term
from resources.text import _
from ui.letters.words import language_name
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.table import Column, DataTable, name_key

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused
    from app.letters.studio.rows import TermRow
    from ui.desk import Desk


class TermsView(QWidget):
    """The list on the left, the chosen word's form on the right."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the view; nothing is asked yet."""
        super().__init__(parent)
        self._desk = desk
        self._chosen: TermRow | None = None
        self._fresh = uuid4()
        self.table: DataTable[TermRow] = DataTable(_columns(), _("Words to avoid"))
        self.state = StateStack(self.table)
        self.form = Form()
        self.language: ChoiceField[str] = ChoiceField(
            [(tag, language_name(tag)) for tag in LANGUAGES]
        )
        self.word, self.better = TextField(LONGEST_TERM), TextField(LONGEST_TERM)
        self.add_button = plain_button(_("New word"), "add")
        self.save_button = primary_button(_("Save word"))
        self.remove_button = quiet_button(_("Delete"), "bin")
        self.split = ListDetail(self.state, self._editor())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, 0)
        layout.addWidget(self.split)
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_activated.connect(self._on_activated)
        self.add_button.clicked.connect(self.begin)
        self.save_button.clicked.connect(self.save)
        self.remove_button.clicked.connect(self.remove)
        self._show(None)

    def refresh(self) -> None:
        """Ask again for the list."""
        self._desk.ask(term_rows).then(self._on_found)

    def begin(self) -> None:
        """Begin a new word."""
        self._show(None)
        self._fresh = uuid4()
        self.split.show_detail()
        self.form.focus_field("word")

    def save(self) -> None:
        """Save what is typed; a problem stands beside its field."""
        if not self.form.check():
            return
        chosen = self._chosen
        term = TermText(self.language.value(), self.word.value(), self.better.value())
        term_id, version = (chosen.id, chosen.version) if chosen else (self._fresh, 0)
        pending = self._desk.act(save_term, term_id, version, term)
        pending.then(self._on_saved).if_refused(self._on_refused)

    def remove(self) -> None:
        """Take the chosen word off the list."""
        if self._chosen is not None:
            self._desk.act(remove_term, self._chosen.id).then(self._on_removed)

    def _editor(self) -> QWidget:
        self.form.add("language", _("Language"), self.language)
        self.form.add("word", _("Word to avoid"), self.word)
        self.form.add(
            "better",
            _("Say instead"),
            self.better,
            optional=True,
            hint=_("Left empty, a word that the program marks is no longer marked."),
        )
        feet = QHBoxLayout()
        feet.setSpacing(spacing(8))
        feet.addWidget(self.remove_button)
        feet.addStretch()
        feet.addWidget(self.add_button)
        feet.addWidget(self.save_button)
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        layout.addWidget(self.form)
        layout.addLayout(feet)
        layout.addStretch()
        return part

    def _show(self, row: TermRow | None) -> None:
        self._chosen = row
        self.form.clear_problems()
        if row is not None:
            self.language.set_value(row.language)
        self.word.set_value(row.word if row else "")
        self.better.set_value(row.better if row else "")
        self.remove_button.setEnabled(row is not None)

    def _on_found(self, rows: tuple[TermRow, ...]) -> None:
        self.table.set_rows(rows, keep=_identity)
        if rows:
            self.state.show_content()
            return
        sentence = _("Words that your office avoids stand here, beside those that come along.")
        empty = EmptyState(sentence, _("New word"), icon="note")
        empty.acted.connect(self.begin)
        self.state.show_empty(empty)

    def _on_chosen(self, row: TermRow | None) -> None:
        if row is not None:
            self._show(row)

    def _on_activated(self, row: TermRow) -> None:
        self._show(row)
        self.split.show_detail()
        self.form.focus_field("better")

    def _on_saved(self, _term_id: UUID) -> None:
        self.said.emit(_("The word is saved."))
        self.begin()
        self.refresh()

    def _on_removed(self, _nothing: None) -> None:
        self._show(None)
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)


def _columns() -> list[Column[TermRow]]:
    return [
        Column(
            _("Word"),
            lambda row: row.word,
            width="stretch",
            quiet=lambda row: row.better or _("Not marked any more"),
            strong=True,
            sort=lambda row: name_key(row.word),
        ),
        Column(_("Language"), lambda row: language_name(row.language)),
    ]


def _identity(row: TermRow) -> object:
    return row.id
