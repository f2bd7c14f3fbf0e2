"""Beside the list: the card of the chosen client, or a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.clients.queries import client_to_edit
from resources.text import _, say
from ui.clients.client_card import ClientCardView
from ui.clients.client_form import ClientForm
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.clients.queries import ClientToEdit
    from app.errors import Unavailable
    from ui.clients.tabs import OverviewEntry, TabEntry
    from ui.desk import Desk, Pending


class ClientPanel(QStackedWidget):
    """Shows one thing at a time; a form that is left keeps its draft."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    saved_state = Signal(str)
    saved = Signal(object)
    """The id of a client that was added or changed."""
    left = Signal()
    """A form was left without saving."""

    def __init__(
        self,
        desk: Desk,
        tabs: Sequence[TabEntry],
        cards: Sequence[OverviewEntry] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Begin with nobody chosen."""
        super().__init__(parent)
        self._desk = desk
        self._pending: Pending[ClientToEdit | None] | None = None
        self.form: ClientForm | None = None
        self.card = ClientCardView(desk, tabs, cards)
        self._nobody = EmptyState(_("Choose a person to see the card."), icon="person")
        self.addWidget(self._nobody)
        self.addWidget(self.card)
        self.card.place_wanted.connect(self.place_wanted)
        self.card.said.connect(self.said)
        self.card.saved_state.connect(self.saved_state)
        self.card.edit_wanted.connect(self.edit)
        self.currentChanged.connect(self._on_current_changed)

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of what is shown; what is hidden needs no room."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()

    def show_nobody(self) -> None:
        """Say that somebody can be chosen."""
        self._end_form()
        self.card.flush()
        self.setCurrentWidget(self._nobody)

    def show_client(self, client_id: UUID) -> None:
        """Show a client's card."""
        self._end_form()
        self.card.show_client(client_id)
        self.setCurrentWidget(self.card)

    def begin_note(self) -> None:
        """Go to the field for a note about the client that is shown."""
        self.card.begin_note()

    def show_note(self, note_id: UUID, *, correct: bool = False) -> None:
        """Show a note of the person who is shown, or begin to correct it."""
        self.card.show_note(note_id, correct=correct)

    def add(self) -> None:
        """Open the form for a new client."""
        self.edit(None)

    def edit(self, client_id: UUID | None) -> None:
        """Open the form of a client, or of a new one."""
        if self._pending is not None:
            self._pending.forget()
        self._pending = self._desk.ask(client_to_edit, client_id).then(self._on_ready)
        self._pending.if_unavailable(self._on_unavailable)

    def refresh(self) -> None:
        """Ask again for the card; a form stays as it is typed."""
        if self.currentWidget() is self.card:
            self.card.refresh()

    def flush(self) -> None:
        """Save drafts at once."""
        self.card.flush()
        if self.form is not None:
            self.form.keeper.flush()

    def _on_ready(self, editing: ClientToEdit | None) -> None:
        self._pending = None
        if editing is None:
            self.said.emit(_("This person is no longer in the office."), None)
            return
        self._end_form()
        self.form = ClientForm(self._desk, editing)
        self.form.keeper.state_changed.connect(self.saved_state)
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)
        self.form.place_wanted.connect(self.place_wanted)
        self.addWidget(self.form)
        self.setCurrentWidget(self.form)
        self.form.fields.focus_field("given_name")

    def _end_form(self) -> None:
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        if self.form is not None:
            self.form.keeper.flush()
            self.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _on_saved(self, client_id: UUID) -> None:
        self.said.emit(_("The card is saved."), None)
        self.show_client(client_id)
        self.saved.emit(client_id)

    def _on_left(self) -> None:
        edited = self.form.client_id if self.form is not None else None
        if edited is not None and edited == self.card.client_id:
            self.show_client(edited)
        else:
            self.show_nobody()
        self.left.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_current_changed(self, _index: int) -> None:
        self.updateGeometry()
