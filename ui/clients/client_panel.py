"""Beside the list: the card of the chosen client, or a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.together import together
from resources.text import _
from ui.clients.client_card import ClientCardView
from ui.clients.client_form import ClientForm, person_questions
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.clients.queries import ClientToEdit
    from app.custom.rules import FilledField
    from ui.clients.tabs import OverviewEntry, TabEntry
    from ui.desk import Desk


class ClientPanel(CardPanel):
    """The form leads to the card of who is in the office already."""

    card: ClientCardView

    def __init__(
        self, desk: Desk, tabs: Sequence[TabEntry], cards: Sequence[OverviewEntry] = ()
    ) -> None:
        """Begin with nobody chosen."""
        nobody = EmptyState(_("Choose a person to see the card."), icon="person")
        super().__init__(desk, ClientCardView(desk, tabs, cards), nobody)
        self.card.saved_state.connect(self.saved_state)
        self.card.header.same_wanted.connect(self._on_same_wanted)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a client, or of a new one."""
        asked = self.desk.ask(together, *person_questions(record_id))
        self.wait(asked.then(self._on_ready))

    def record_of(self, form: ClientForm) -> UUID:
        """Answer the client that a form is about."""
        return form.client_id

    def saved_words(self, _form: object) -> tuple[str, None]:
        """Answer what is said when a form is saved."""
        return _("The card is saved."), None

    def _on_ready(self, found: tuple[ClientToEdit | None, tuple[FilledField, ...]]) -> None:
        editing, filled = found
        if editing is None:
            self.said.emit(_("This person is no longer in the office."), None)
        else:
            self.open_form(partial(self._form, editing, filled), "given_name")

    def _on_same_wanted(self) -> None:
        """Lead to where two cards are linked by hand."""
        if self.card.record_id is not None:
            self.place_wanted.emit(Place("duplicates", self.card.record_id, "same"))

    def _form(self, editing: ClientToEdit, filled: tuple[FilledField, ...]) -> ClientForm:
        form = ClientForm(self.desk, editing, filled)
        form.place_wanted.connect(self.place_wanted)
        return form
