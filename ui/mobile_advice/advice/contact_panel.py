"""Beside the list of contacts: one contact, or the form of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.mobile_advice.advice.actions import remove_advice
from app.mobile_advice.advice.queries import (
    contact_of_appointment,
    contact_of_call,
    contact_to_edit,
    new_contact,
)
from resources.text import _, say
from ui.mobile_advice.advice.contact_card import ContactCardView
from ui.mobile_advice.advice.contact_form import ContactForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from app.errors import Refused
    from app.mobile_advice.advice.rows import ContactToEdit
    from ui.desk import Desk


class ContactPanel(CardPanel):
    """Records are contacts."""

    card: ContactCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a contact, or record a new one."), icon="heart")
        super().__init__(desk, ContactCardView(desk), nothing)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a contact, or of a new one."""
        if record_id is None:
            self.add()
        else:
            self.wait(self.desk.ask(contact_to_edit, record_id).then(self._on_ready))

    def add(self, person_id: UUID | None = None, kind: str = "") -> None:
        """Open the form of a new contact, perhaps with a person or on the phone."""
        asked = self.desk.ask(new_contact, self._today(), person_id, kind)
        self.wait(asked.then(self._on_ready))

    def add_of_appointment(self, appointment_id: UUID) -> None:
        """Open the form of a contact that somebody had an appointment for."""
        self.wait(self.desk.ask(contact_of_appointment, appointment_id).then(self._on_ready))

    def add_of_call(self, call_id: UUID) -> None:
        """Open the form of the call with which somebody is called back."""
        self.wait(self.desk.ask(contact_of_call, call_id, self._today()).then(self._on_ready))

    def record_of(self, form: ContactForm) -> UUID:
        """Answer the contact that a form is about."""
        return form.contact_id

    def saved_words(self, form: ContactForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; a new record can be taken back."""
        if not form.is_new:
            return _("The record is saved."), None
        if form.content.value().with_data:
            return _("The record is saved; what was passed on is kept."), None
        return _("The advice is recorded."), partial(self._take_back, form.contact_id)

    def _take_back(self, contact_id: UUID) -> None:
        pending = self.desk.act(remove_advice, contact_id)
        pending.then(self._on_taken_back).if_refused(self._on_refused)

    def _on_taken_back(self, _contact: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_ready(self, editing: ContactToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This contact is no longer in the office."), None)
            return
        self.open_form(partial(ContactForm, self.desk, editing), "topics")

    def _today(self) -> date:
        return self.desk.local_now.date()
