"""Beside a list: the card of the chosen record, or a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from resources.text import say
from ui.drafts.told_state import ToldState
from ui.widgets.loading import ABOUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Unavailable
    from ui.desk import Desk, Pending
    from ui.drafts.kept_form import KeptForm
    from ui.widgets.empty_state import EmptyState


class RecordCard(QWidget):
    """Shows one record after another without being built anew."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    edit_wanted = Signal(object)
    """The id of the record."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.desk = desk
        self.record_id: UUID | None = None

    def show_record(self, record_id: UUID) -> None:
        """Show a record."""
        self.record_id = record_id
        self.setProperty(ABOUT, record_id.hex)
        self.refresh()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        raise NotImplementedError

    def flush(self) -> None:
        """Keep what is being written on the card as drafts."""


class CardPanel(QStackedWidget):
    """Shows one thing at a time; a form that is left keeps its draft."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    saved_state = Signal(str)
    saved = Signal(object)
    """The id of the record that was added or changed."""
    left = Signal()
    """A form was left without saving."""

    card: RecordCard

    def __init__(
        self, desk: Desk, card: RecordCard, nothing: EmptyState, parent: QWidget | None = None
    ) -> None:
        """Begin with none chosen, which `nothing` says."""
        super().__init__(parent)
        self.desk = desk
        self.card = card
        self.form: KeptForm | None = None
        self._pending: Pending[Any] | None = None
        self._kept = ToldState(self)
        self._kept.told.connect(self.saved_state)
        self._nothing = nothing
        for part in (nothing, card):
            self.addWidget(part)
        card.place_wanted.connect(self.place_wanted)
        card.said.connect(self.said)
        card.edit_wanted.connect(self.edit)
        self.currentChanged.connect(self._on_current_changed)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a record, or of a new one."""
        raise NotImplementedError

    def record_of(self, form: Any) -> UUID:  # noqa: ANN401 - each panel has its own forms
        """Answer the record that a form is about."""
        raise NotImplementedError

    def saved_words(self, form: Any) -> tuple[str, Callable[[], None] | None]:  # noqa: ANN401 - as above
        """Answer what is said when a form is saved, and how that is undone."""
        raise NotImplementedError

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of what is shown; what is hidden needs no room."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        """Answer no: it fills its side of the page, and what is long scrolls in it."""
        return False

    def is_card_shown(self) -> bool:
        """Answer whether a card is shown, rather than a form or nothing."""
        return self.currentWidget() is self.card

    def is_form_wanted(self) -> bool:
        """Answer whether a form is open, or on its way."""
        return self.form is not None or (
            self._pending is not None and self._pending.is_on_its_way()
        )

    def shown_id(self) -> UUID | None:
        """Answer the record whose card is shown."""
        return self.card.record_id if self.is_card_shown() else None

    def show_nothing(self) -> None:
        """Say that a record can be chosen."""
        self.end_form()
        self.card.flush()
        self.setCurrentWidget(self._nothing)

    def show_record(self, record_id: UUID) -> None:
        """Show the card of a record."""
        had_keyboard = self._has_keyboard()
        self.card.show_record(record_id)
        self.setCurrentWidget(self.card)
        if had_keyboard:
            # With the form gone, Qt would look for another place anywhere in the window.
            self.card.setFocus()
        self.end_form()

    def refresh(self) -> None:
        """Ask again for the card; a form stays as it is typed."""
        if self.is_card_shown():
            self.card.refresh()

    def flush(self) -> None:
        """Save drafts at once."""
        self.card.flush()
        if self.form is not None:
            self.form.keeper.flush()

    def wait(self, pending: Pending[Any]) -> None:
        """Wait for a form to open; an older one is not wanted any more."""
        if self._pending is not None:
            self._pending.forget()
        self._pending = pending.if_unavailable(self._on_unavailable)

    def open_form(self, make: Callable[[], KeptForm], first: str) -> None:
        """Show the form that `make` answers, with the keyboard in its field `first`."""
        # The older form keeps its draft first, so that a new one finds it.
        self.end_form()
        form = self.form = make()
        self._kept.follow(form.keeper)
        form.saved.connect(self._on_saved)
        form.left.connect(self._on_left)
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.fields.focus_field(first)

    def end_form(self) -> None:
        """Put a form away; what was typed is kept as a draft."""
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        if self.form is not None:
            self.form.keeper.flush()
            self._kept.leave()
            self.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _has_keyboard(self) -> bool:
        at = QApplication.focusWidget()
        return self.form is not None and at is not None and self.form.isAncestorOf(at)

    def _on_saved(self, _answer: object) -> None:
        if self.form is None:
            return
        record_id = self.record_of(self.form)
        self.said.emit(*self.saved_words(self.form))
        self.show_record(record_id)
        self.saved.emit(record_id)

    def _on_left(self) -> None:
        edited = self.record_of(self.form) if self.form is not None else None
        if edited is not None and edited == self.card.record_id:
            self.show_record(edited)
        else:
            self.show_nothing()
        self.left.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_current_changed(self, _index: int) -> None:
        self.updateGeometry()
