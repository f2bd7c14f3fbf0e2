"""Chooses a client: type the beginning of a name, choose with the arrows and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from app.clients.queries import find_clients
from resources.text import _, language
from ui.picking.hits_model import HitsModel
from ui.style import length, spacing
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from app.clients.queries import ClientHit
    from ui.desk import Desk, Pending

MOST_SHOWN = 12
LONGEST = 200


class ClientPicker(QLineEdit):
    """An input of a form: its value is the chosen client's id, or None."""

    changed = Signal()
    chosen = Signal(object)
    """The id of the client that was chosen, or None when the choice was typed away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody chosen."""
        super().__init__(parent)
        self._desk = desk
        self._client_id: UUID | None = None
        self._pending: Pending[tuple[ClientHit, ...]] | None = None
        self.hits = HitsModel()
        self._completer = QCompleter(self.hits, self)
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
        """Answer the id of the chosen client."""
        return self._client_id

    def set_client(self, client_id: UUID | None, name: str) -> None:
        """Show a client as chosen."""
        self._client_id = client_id
        self.setText(shown(name))
        self.setCursorPosition(0)

    def is_valid(self) -> bool:
        """Answer whether somebody is chosen or nothing is typed."""
        return self._client_id is not None or not self.text().strip()

    def trouble(self) -> str:
        """Answer a sentence when a name was typed but nobody chosen."""
        return "" if self.is_valid() else _("Choose a person from the list below the name.")

    def text_value(self) -> str:
        """Answer id and name for a draft."""
        return f"{self._client_id or ''}|{self.text()}"

    def restore_text(self, text: str) -> None:
        """Put a draft's choice back."""
        known, _bar, name = text.partition("|")
        try:
            self.set_client(UUID(known) if known else None, name)
        except ValueError:
            self.set_client(None, name)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the choice be seen only."""
        self.setReadOnly(on)

    def popup(self) -> QListView:
        """Answer the list that opens below."""
        popup = self._completer.popup()
        assert isinstance(popup, QListView)  # noqa: S101 - it was set above
        return popup

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose the only person found, so that a full name need not be chosen by hand."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.is_valid():
            hits = self.hits.hits
            if len(hits) == 1 and self._pending is None:
                self._choose(hits[0])

    def _on_text_edited(self, text: str) -> None:
        had = self._client_id is not None
        self._client_id = None
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        if had:
            self.chosen.emit(None)
        if not text.strip():
            self.popup().hide()
            return
        found = self._desk.ask(find_clients, text, MOST_SHOWN, language=language())
        self._pending = found.then(self._on_found)

    def _on_found(self, hits: tuple[ClientHit, ...]) -> None:
        self._pending = None
        self.hits.set_hits(hits)
        if not self.hasFocus():
            return
        # The completer knows nothing of the room that the style leaves around the lines.
        lines = self.hits.rowCount() * self.popup().sizeHintForRow(0)
        self.popup().setFixedHeight(lines + 2 * spacing(4) + 4)
        self._completer.complete()
        if hits:
            self.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _on_activated(self, _line: object) -> None:
        row = self.popup().currentIndex().row()
        if 0 <= row < len(self.hits.hits):
            self._choose(self.hits.hits[row])

    def _choose(self, hit: ClientHit) -> None:
        self.set_client(hit.id, hit.name)
        self.changed.emit()
        self.chosen.emit(hit.id)

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()


def _popup() -> QListView:
    popup = QListView()
    popup.setProperty("kind", "popup")
    popup.setUniformItemSizes(True)
    popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    popup.setTextElideMode(Qt.TextElideMode.ElideRight)
    popup.setMinimumWidth(length(320))
    popup.setAccessibleName(_("People found"))
    return popup
