"""A call to somebody who waits, with a draft of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.matches.calling import CALL_FORM, CALLER_FORM, choose_caller, record_call
from app.matches.queries import calls_to
from app.matches.rules import CALL_LABELS, CallDetails
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.picking.client_picker import ClientPicker
from ui.volunteers.words import options
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.matches.queries import Calls
    from ui.desk import Desk, Pending


class CallForm(KeptForm):
    """Asks when, by whom, what came of it."""

    def __init__(
        self, desk: Desk, person_id: UUID, name: str, calls: Calls, parent: QWidget | None = None
    ) -> None:
        """Begin with a call of today, by whoever rings the person."""
        super().__init__(desk, parent)
        self.person_id, self._call_id = person_id, uuid4()
        self.content = PartsForm()
        self.content.begin_row()
        self.content.put("on", _("On"), DateField())
        results = options(CALL_LABELS, ("", _("Choose what came of it")))
        self.content.put("result", _("What came of it"), ChoiceField(results))
        self.content.end_row()
        hint = _("Left empty, the office rang.")
        self.content.put("visitor_id", _("Which volunteer rang"), ClientPicker(desk), hint)
        self.content.put("note", _("Note"), ShortTextField(3))
        self.content.inputs["on"].set_value(desk.local_now.date())
        if calls.visitor_id is not None:
            self.content.inputs["visitor_id"].set_record(calls.visitor_id, calls.visitor_name)
        self.content.keep()
        heading = _("Call to {name}").format(name=name)
        self.arrange(self.content, heading, _("Save call"), CALL_FORM, str(person_id), name)

    def send(self) -> Pending[UUID]:
        """Save the call."""
        given = {key: field.value() for key, field in self.content.inputs.items()}
        return self.desk.act(record_call, self._call_id, self.person_id, CallDetails(**given))

    def ask_newer(self) -> Pending[Calls]:
        """Ask for the calls of now."""
        return self.desk.ask(calls_to, self.person_id)

    def take(self, newer: Calls) -> None:
        """Nothing of it stands in the fields."""


class CallerForm(KeptForm):
    """Asks which volunteer rings somebody while she waits."""

    def __init__(
        self, desk: Desk, person_id: UUID, name: str, calls: Calls, parent: QWidget | None = None
    ) -> None:
        """Begin with whoever rings now."""
        super().__init__(desk, parent)
        self.person_id = person_id
        self.content = PartsForm()
        hint = _("An active volunteer. Left empty, nobody rings regularly any more.")
        self.content.put("visitor_id", _("Who rings"), ClientPicker(desk), hint)
        if calls.visitor_id is not None:
            self.content.inputs["visitor_id"].set_record(calls.visitor_id, calls.visitor_name)
        self.content.keep()
        heading = _("Who rings {name}").format(name=name)
        self.arrange(self.content, heading, _("Save"), CALLER_FORM, str(person_id), name)

    def send(self) -> Pending[UUID]:
        """Save who rings."""
        visitor = self.content.inputs["visitor_id"].value()
        return self.desk.act(choose_caller, self.person_id, visitor)

    def ask_newer(self) -> Pending[Calls]:
        """Ask who rings now."""
        return self.desk.ask(calls_to, self.person_id)

    def take(self, newer: Calls) -> None:
        """Show who rings now."""
        self.content.inputs["visitor_id"].set_record(newer.visitor_id, newer.visitor_name)
