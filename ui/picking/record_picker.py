"""Chooses a record: type the beginning of a name, choose with the arrows and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from resources.text import _
from ui.style import length, spacing
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from ui.desk import Desk, Pending
    from ui.picking.hits_model import HitsModel


class Hit(Protocol):
    """A record that was found."""

    @property
    def id(self) -> UUID:
        """The id of the record."""


R = TypeVar("R", bound=Hit)
MOST_SHOWN = 12
LONGEST = 200


class RecordPicker(QLineEdit, Generic[R]):
    """An input of a form: its value is the chosen record's id, or None."""

    changed = Signal()
    chosen = Signal(object)
    """The id of the record that was chosen, or None when the choice was typed away."""

    def __init__(self, desk: Desk, hits: HitsModel[R], found: str) -> None:
        """Begin with none chosen; `found` names the list that opens below."""
        super().__init__()
        self.desk = desk
        self.hits = hits
        self._chosen: UUID | None = None
        self._pending: Pending[tuple[R, ...]] | None = None
        self._completer = QCompleter(hits, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SHOWN)
        self._completer.setWidget(self)
        self._completer.setPopup(_popup(found))
        self._completer.activated.connect(self._on_activated)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(_("Type a name"))
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)

    def ask_hits(self, typed: str) -> Pending[tuple[R, ...]]:
        """Ask for the records whose name begins with what is typed."""
        raise NotImplementedError

    def name_of(self, hit: R) -> str:
        """Answer what stands in the line when a hit is chosen."""
        raise NotImplementedError

    def ask_to_choose(self) -> str:
        """Answer the sentence for a name that was typed but not chosen."""
        raise NotImplementedError

    def value(self) -> UUID | None:
        """Answer the id of the chosen record."""
        return self._chosen

    def set_record(self, record_id: UUID | None, name: str) -> None:
        """Show a record as chosen; what is still being looked for opens no list over it."""
        self._forget_pending()
        self._chosen = record_id
        self.setText(shown(name))
        self.setCursorPosition(0)

    def is_valid(self) -> bool:
        """Answer whether one is chosen or nothing is typed."""
        return self._chosen is not None or not self.text().strip()

    def trouble(self) -> str:
        """Answer a sentence when a name was typed but none chosen."""
        return "" if self.is_valid() else self.ask_to_choose()

    def text_value(self) -> str:
        """Answer id and name for a draft."""
        return f"{self._chosen or ''}|{self.text()}"

    def restore_text(self, text: str) -> None:
        """Put a draft's choice back."""
        known, _bar, name = text.partition("|")
        try:
            self.set_record(UUID(known) if known else None, name)
        except ValueError:
            self.set_record(None, name)

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
        alone = len(self.hits.hits) == 1 and self._pending is None
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.is_valid() and alone:
            self._choose(self.hits.hits[0])

    def _on_text_edited(self, text: str) -> None:
        had = self._chosen is not None
        self._chosen = None
        self._forget_pending()
        if had:
            self.chosen.emit(None)
        if not text.strip():
            self.popup().hide()
            return
        self._pending = self.ask_hits(text).then(self._on_found)

    def _on_found(self, hits: tuple[R, ...]) -> None:
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

    def _choose(self, hit: R) -> None:
        self.set_record(hit.id, self.name_of(hit))
        self.changed.emit()
        self.chosen.emit(hit.id)

    def _forget_pending(self) -> None:
        if self._pending is not None:
            self._pending.forget()
            self._pending = None

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()


def _popup(found: str) -> QListView:
    popup = QListView()
    popup.setProperty("kind", "popup")
    popup.setUniformItemSizes(True)
    popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    popup.setTextElideMode(Qt.TextElideMode.ElideRight)
    popup.setMinimumWidth(length(320))
    popup.setAccessibleName(found)
    return popup
