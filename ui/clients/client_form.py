"""Adding a client or changing a card, with a draft of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.clients.actions import CLIENT_FORM, add_client, save_client
from app.clients.queries import client_to_edit
from app.clients.rules import full_name
from resources.text import _
from ui.clients.client_fields import ClientFields
from ui.clients.twin_hint import TwinHint
from ui.drafts.kept_form import KeptForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.clients.queries import ClientToEdit
    from ui.desk import Desk, Pending


class ClientForm(KeptForm):
    """The form of one client; whoever is in the office already is named above the buttons."""

    fields: ClientFields
    place_wanted = Signal(object)
    """The `Place` of another card; what was typed stays as a draft."""

    def __init__(self, desk: Desk, editing: ClientToEdit, parent: QWidget | None = None) -> None:
        """Change a card as it was read, or add a client."""
        super().__init__(desk, parent)
        self._editing = editing
        # Made here, so that saving twice adds one client.
        self.client_id: UUID = editing.client_id or uuid4()
        fields = ClientFields(editing)
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
        """Add the client or save what changed."""
        details = self.fields.value()
        if self._editing.client_id is None:
            return self.desk.act(add_client, self.client_id, details)
        return self.desk.act(save_client, self.client_id, self._editing.version, details)

    def ask_newer(self) -> Pending[ClientToEdit | None]:
        """Ask for the card as others left it."""
        return self.desk.ask(client_to_edit, self.client_id)

    def take(self, newer: ClientToEdit) -> None:
        """Show the card as others left it."""
        self._editing = newer
        self.fields.fill(newer.details)

    def _on_card_wanted(self, client_id: UUID) -> None:
        self.keeper.flush()
        self.place_wanted.emit(Place("clients", client_id))
