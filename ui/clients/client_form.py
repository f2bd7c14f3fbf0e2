"""Adding a client or changing a card, with a draft of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clients.actions import CLIENT_FORM, add_client, save_client
from app.clients.queries import client_to_edit
from app.clients.rules import full_name
from app.errors import Conflict
from resources.text import _
from ui.clients.client_fields import ClientFields
from ui.clients.twin_hint import TwinHint
from ui.drafts.draft_keeper import DraftKeeper
from ui.widgets.banner import Banner
from ui.widgets.form_end import FormEnd, arrange_form
from ui.widgets.labels import title
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.queries import ClientToEdit
    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class ClientForm(QWidget):
    """The form of one client; Ctrl+S saves, Esc leaves and keeps the draft."""

    saved = Signal(object)
    """The client's id."""
    left = Signal()
    place_wanted = Signal(object)
    """The `Place` of another card; what was typed stays as a draft."""

    def __init__(self, desk: Desk, editing: ClientToEdit, parent: QWidget | None = None) -> None:
        """Change a card as it was read, or add a client."""
        super().__init__(parent)
        self._desk, self._editing = desk, editing
        # Made here, so that saving twice adds one client.
        self.client_id: UUID = editing.client_id or uuid4()
        self.fields = ClientFields(editing)
        self.fields.begin_today(desk.local_now.date())
        self.fields.watch(desk, editing)
        details = editing.details
        name = full_name(details.given_name, details.family_name)
        self.keeper = DraftKeeper(
            desk,
            self.fields,
            CLIENT_FORM,
            str(editing.client_id or ""),
            name if editing.client_id else _("New person"),
            self,
        )
        self.conflict = Banner(
            "attention",
            _("Someone else changed this card while you were typing."),
            _("Take over their changes"),
        )
        self.conflict.hide()
        self.conflict.acted.connect(self._on_take_over)
        self.ending = FormEnd(self, _("Save person"), self.keeper.saved)
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)
        head = title(_("Change {name}").format(name=name) if editing.client_id else _("New person"))
        arrange_form(self, (head, self.keeper.notice, self.conflict, self.fields), self.ending)
        self._as_filled = self.fields.texts()
        self.twins = TwinHint(desk, self.fields, editing.client_id)
        self.twins.card_wanted.connect(self._on_card_wanted)
        self._show_twins()
        self.keeper.begin()

    def _show_twins(self) -> None:
        """Put the hint above the buttons: below the fields nothing moves while one types."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.twins)

    def save(self) -> None:
        """Save the card; problems are shown beside the fields."""
        if not self.ending.may_save() or not self.fields.check():
            return
        self.keeper.hold()
        self.ending.show_busy()
        details = self.fields.value()
        if self._editing.client_id is None:
            pending = self._desk.act(add_client, self.client_id, details)
        else:
            version = self._editing.version
            pending = self._desk.act(save_client, self.client_id, version, details)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit()

    def _on_card_wanted(self, client_id: UUID) -> None:
        self.keeper.flush()
        self.place_wanted.emit(Place("clients", client_id))

    def _on_saved(self, client_id: UUID) -> None:
        self.keeper.finish()
        self.saved.emit(client_id)

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        if isinstance(refused, Conflict):
            self.conflict.show()
        else:
            self.fields.show_problems(refused.problems)
        self.keeper.go_on()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
        self.keeper.go_on()

    def _on_take_over(self) -> None:
        self._desk.ask(client_to_edit, self.client_id).then(self._on_newer)

    def _on_newer(self, newer: ClientToEdit | None) -> None:
        """Show the others' changes where nothing was typed here; what was typed stays."""
        if newer is None:
            return
        typed, before = self.fields.texts(), self._as_filled
        self.fields.fill(newer.details)
        self._as_filled = self.fields.texts()
        self.fields.restore({n: text for n, text in typed.items() if text != before[n]})
        self._editing = newer
        self.conflict.hide()
