"""The forms of a call: whom to call back, and what came of a try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.mobile_advice.advice.calling import (
    CALL_FORM,
    NEW_CALL_FORM,
    STEP_FORM,
    CallResult,
    change_call,
    note_call,
    take_step_of_call,
)
from app.mobile_advice.advice.queries import call_to_edit
from app.mobile_advice.advice.rules import TOPICS, CallbackDetails
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.codes.code_choice import CodeChoice
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.booking.person_or_name import PersonOrName
from ui.mobile_advice.booking.words import languages
from ui.widgets.fields import ChoiceField, DateField, TextField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.advice.rows import CallRow, CallToEdit
    from ui.desk import Desk, Pending

_PLAIN = ("phone", "wish", "topic", "wanted_on", "wanted_time", "who")


class CallFields(PartsForm):
    """Whom to call and what it is about; the rest only as far as it was said."""

    def __init__(self, desk: Desk, editing: CallToEdit) -> None:
        """Show a call, or a new one."""
        super().__init__()
        self.picker = PersonOrName(desk)
        self.add("caller", _("Whom to call"), self.picker)
        self.put("phone", _("Phone"), TextField())
        self.put("wish", _("What it is about"), ShortTextField(2))
        self.begin_row()
        self.put("topic", _("Topic (optional)"), CodeChoice(TOPICS, [("", _("Not said"))]))
        self.put("language", _("Language"), ChoiceField(languages(_("No other language"))))
        self.end_row()
        self.begin_row()
        self.put("wanted_on", _("Call on (optional)"), DateField())
        self.put("wanted_time", _("When on that day (optional)"), TextField())
        self.end_row()
        hint = _("Leave this empty for whoever is on the phone line.")
        self.put("who", _("Who calls (optional)"), TextField(), hint=hint)
        self.fill(editing)

    def fill(self, editing: CallToEdit) -> None:
        """Show a call."""
        details = editing.details
        self.picker.set_record(details.person_id, editing.name or details.caller)
        for name in _PLAIN:
            self.inputs[name].set_value(getattr(details, name))
        self.inputs["language"].restore_text(details.language)
        self.keep()

    def value(self) -> CallbackDetails:
        """Answer what the fields say."""
        known: dict[str, Any] = {name: self.inputs[name].value() for name in _PLAIN}
        return CallbackDetails(
            caller=self.picker.typed_name(),
            person_id=self.picker.value(),
            language=self.inputs["language"].value(),
            **known,
        )


class CallForm(KeptForm):
    """The form of one call to be made."""

    def __init__(self, desk: Desk, editing: CallToEdit, parent: QWidget | None = None) -> None:
        """Change a call as it was read, or begin one."""
        super().__init__(desk, parent)
        self._editing = editing
        self.call_id = editing.call_id or uuid4()
        self.content = CallFields(desk, editing)
        heading = _("Call to be made")
        if self.is_new:
            form, subject = NEW_CALL_FORM, str(editing.details.person_id or "")
        else:
            form, subject = CALL_FORM, str(self.call_id)
        name = editing.name or editing.details.caller or heading
        self.arrange(self.content, heading, _("Save call"), form, subject, name)

    @property
    def is_new(self) -> bool:
        """Whether the call is not noted yet."""
        return self._editing.call_id is None

    def send(self) -> Pending[UUID]:
        """Save the call."""
        details = self.content.value()
        if self.is_new:
            return self.desk.act(note_call, self.call_id, details)
        return self.desk.act(change_call, self.call_id, self._editing.version, details)

    def ask_newer(self) -> Pending[CallToEdit | None]:
        """Ask for the call as others left it."""
        return self.desk.ask(call_to_edit, self.call_id)

    def take(self, newer: CallToEdit) -> None:
        """Show the call as others left it."""
        self._editing = newer
        self.content.fill(newer)


class StepFields(PartsForm):
    """A day is asked for only where another call was agreed."""

    def __init__(self) -> None:
        """Begin with somebody who wants to be called again."""
        super().__init__()
        results = [
            (CallResult.AGREED, _("Reached, another call agreed")),
            (CallResult.SETTLED, _("Reached, settled without a record")),
            (CallResult.MISSED, _("Nobody answered")),
            (CallResult.GIVEN_UP, _("Not tried any more")),
        ]
        self.put("result", _("What came of it"), ChoiceField(results))
        self.put("on", _("Call again on"), DateField())
        self.put("note", _("Note (optional)"), ShortTextField(2))
        self.inputs["result"].changed.connect(self._on_result_changed)

    def _on_result_changed(self) -> None:
        self.field("on").setVisible(self.inputs["result"].value() == CallResult.AGREED)


class StepForm(KeptForm):
    """The form of one try."""

    is_new = False

    def __init__(self, desk: Desk, call: CallRow, parent: QWidget | None = None) -> None:
        """Say what came of a call."""
        super().__init__(desk, parent)
        self._version = call.version
        self.call_id = call.id
        self.content = StepFields()
        heading = _("Call to {name}").format(name=call.name)
        verb = _("Save what came of it")
        self.arrange(self.content, heading, verb, STEP_FORM, str(call.id), call.name)

    def send(self) -> Pending[UUID]:
        """Save what came of it."""
        fields = self.content.inputs
        result, on, note = (fields[name].value() for name in ("result", "on", "note"))
        return self.desk.act(take_step_of_call, self.call_id, self._version, result, on, note)

    def ask_newer(self) -> Pending[CallToEdit | None]:
        """Ask for the call as others left it."""
        return self.desk.ask(call_to_edit, self.call_id)

    def take(self, newer: CallToEdit) -> None:
        """Go on from the call as others left it."""
        self._version = newer.version
