"""Adding a client or changing a card, with a draft of what is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.clients.actions import CLIENT_FORM, add_client
from app.clients.queries import client_to_edit
from app.clients.rules import full_name
from app.custom.actions import add_person, save_person
from app.custom.queries import filled_fields
from app.status.actions import save_card
from app.together import together
from resources.text import _
from ui.clients.client_fields import ClientFields
from ui.clients.twin_hint import TwinHint
from ui.drafts.kept_form import KeptForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.clients.queries import ClientToEdit
    from app.custom.rules import FilledField
    from app.together import Question
    from ui.desk import Desk, Pending


def person_questions(client_id: UUID | None) -> tuple[Question, Question]:
    """Answer what is asked before the form opens: the card, and the office's own fields."""
    own = partial(filled_fields, person_id=client_id)
    return partial(client_to_edit, client_id=client_id), own


class ClientForm(KeptForm):
    """The form of one client; whoever is in the office already is named above the buttons."""

    fields: ClientFields
    place_wanted = Signal(object)
    """The `Place` of another card; what was typed stays as a draft."""

    def __init__(
        self,
        desk: Desk,
        editing: ClientToEdit,
        filled: Sequence[FilledField] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Change a card as it was read, or add a client; `filled` are the office's own fields."""
        super().__init__(desk, parent)
        self._editing = editing
        # Made here, so that saving twice adds one client.
        self.client_id: UUID = editing.client_id or uuid4()
        fields = ClientFields(editing, filled)
        fields.begin_today(desk.local_now.date())
        fields.watch(desk, editing)
        is_known = editing.client_id is not None
        details = editing.details
        name = full_name(details.given_name, details.family_name) if is_known else _("New person")
        self.arrange(
            fields,
            _("Change {name}").format(name=name) if is_known else name,
            _("Save person"),
            CLIENT_FORM,
            str(editing.client_id or ""),
            name,
        )

    def lay_out(self, heading: str) -> None:
        """Put the hint above the buttons: below the fields nothing moves while one types."""
        super().lay_out(heading)
        self.twins = TwinHint(self.desk, self.fields, self._editing.client_id)
        self.twins.card_wanted.connect(self._on_card_wanted)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.twins)

    def send(self) -> Pending[UUID]:
        """Add the client or save what changed, in the own fields of the office as well."""
        details, own = self.fields.value(), self.fields.own
        card = (self.client_id, self._editing.version)
        if self._editing.client_id is None:
            if own.is_empty:
                return self.desk.act(add_client, self.client_id, details)
            return self.desk.act(add_person, self.client_id, details, own.entries())
        if own.is_empty:
            return self.desk.act(save_card, *card, details)
        return self.desk.act(save_person, card, details, own.entries(), own.versions())

    def ask_newer(self) -> Pending[tuple[Any, ...]]:
        """Ask for the card as others left it."""
        return self.desk.ask(together, *person_questions(self.client_id))

    def take(self, newer: tuple[ClientToEdit | None, tuple[FilledField, ...]]) -> None:
        """Show the card as others left it."""
        editing, filled = newer
        if editing is not None:
            self._editing = editing
            self.fields.fill(editing.details)
            self.fields.own.take(filled)

    def _on_card_wanted(self, client_id: UUID) -> None:
        self.keeper.flush()
        self.place_wanted.emit(Place("clients", client_id))
