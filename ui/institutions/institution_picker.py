"""Chooses an institution: type the beginning of a name, choose with the arrows and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from app.institutions.queries import find_institutions
from resources.text import _, language
from ui.institutions.words import row_line, whole_name
from ui.style import length, spacing
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from app.institutions.queries import InstitutionRow
    from ui.desk import Desk, Pending

MOST_SHOWN = 12
LONGEST = 200


class InstitutionPicker(QLineEdit):
    """An input of a form: its value is the chosen institution's id, or None."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none chosen."""
        super().__init__(parent)
        self._desk = desk
        self._chosen: UUID | None = None
        self._pending: Pending[tuple[InstitutionRow, ...]] | None = None
        self.hits: tuple[InstitutionRow, ...] = ()
        self._lines = QStringListModel(self)
        self._completer = QCompleter(self._lines, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SHOWN)
        self._completer.setWidget(self)
        self._completer.setPopup(_popup())
        self._completer.activated.connect(self._on_activated)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(_("Type a name"))
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> UUID | None:
        """Answer the id of the chosen institution."""
        return self._chosen

    def set_institution(self, institution_id: UUID | None, name: str) -> None:
        """Show an institution as chosen."""
        self._chosen = institution_id
        self.setText(shown(name))
        self.setCursorPosition(0)

    def is_valid(self) -> bool:
        """Answer whether one is chosen or nothing is typed."""
        return self._chosen is not None or not self.text().strip()

    def trouble(self) -> str:
        """Answer a sentence when a name was typed but none chosen."""
        return "" if self.is_valid() else _("Choose an institution from the list below the name.")

    def text_value(self) -> str:
        """Answer id and name for a draft."""
        return f"{self._chosen or ''}|{self.text()}"

    def restore_text(self, text: str) -> None:
        """Put a draft's choice back."""
        known, _bar, name = text.partition("|")
        try:
            self.set_institution(UUID(known) if known else None, name)
        except ValueError:
            self.set_institution(None, name)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the choice be seen only."""
        self.setReadOnly(on)

    def popup(self) -> QListView:
        """Answer the list that opens below."""
        popup = self._completer.popup()
        assert isinstance(popup, QListView)  # noqa: S101 - it was set above
        return popup

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose the only one found, so that a full name need not be chosen by hand."""
        super().focusOutEvent(event)
        alone = len(self.hits) == 1 and self._pending is None
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.is_valid() and alone:
            self._choose(self.hits[0])

    def _on_text_edited(self, text: str) -> None:
        self._chosen = None
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        if not text.strip():
            self.popup().hide()
            return
        found = self._desk.ask(find_institutions, text, MOST_SHOWN, language=language())
        self._pending = found.then(self._on_found)

    def _on_found(self, hits: tuple[InstitutionRow, ...]) -> None:
        self._pending = None
        self.hits = hits
        self._lines.setStringList([shown(f"{hit.name} · {row_line(hit)}") for hit in hits])
        if not self.hasFocus():
            return
        # The completer knows nothing of the room that the style leaves around the lines.
        lines = len(hits) * self.popup().sizeHintForRow(0)
        self.popup().setFixedHeight(lines + 2 * spacing(4) + 4)
        self._completer.complete()
        if hits:
            self.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _on_activated(self, _line: object) -> None:
        row = self.popup().currentIndex().row()
        if 0 <= row < len(self.hits):
            self._choose(self.hits[row])

    def _choose(self, hit: InstitutionRow) -> None:
        self.set_institution(hit.id, whole_name(hit.name, hit.parent_name))
        self.changed.emit()

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()


def _popup() -> QListView:
    popup = QListView()
    popup.setProperty("kind", "popup")
    popup.setUniformItemSizes(True)
    popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    popup.setTextElideMode(Qt.TextElideMode.ElideRight)
    popup.setMinimumWidth(length(320))
    popup.setAccessibleName(_("Institutions found"))
    return popup
