"""Keeping what a person said to one purpose, with a form to print and sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from app.consent.actions import (
    CONSENT_FORM,
    NEW_CONSENT_FORM,
    correct_consent,
    record_consent,
)
from app.consent.queries import consent_to_edit
from app.consent.rules import ConsentDetails, ConsentState, Purpose
from resources.text import _
from ui.consent.recipient_fields import RecipientFields
from ui.consent.words import how_options, purpose_options
from ui.drafts.kept_form import KeptForm
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.consent.queries import ConsentToEdit
    from ui.desk import Desk, Pending


class AnswerFields(Form):
    """What was asked, what the person said, when, how, and until when it holds."""

    def __init__(self, desk: Desk, editing: ConsentToEdit, parent: QWidget | None = None) -> None:
        """Show the fields as they stand in `editing`."""
        super().__init__(parent)
        self.inputs: dict[str, Any] = {}
        self._today = desk.local_now.date()
        self.add_widget(
            quiet(
                _("Each purpose and each recipient is asked by itself; the newest answer counts.")
            )
        )
        self._put("purpose", _("What for"), ChoiceField(purpose_options()))
        self.recipient = RecipientFields(desk, self)
        told = _("In words that the person understood, such as: name and phone number, no notes.")
        self._put("scope", _("What was agreed"), ShortTextField(2), told)
        self.print_button = quiet_button(_("Print form to sign"), "print")
        self.print_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add_widget(self.print_button)
        answers = [
            (ConsentState.GIVEN.value, _("Yes, agrees")),
            (ConsentState.REFUSED.value, _("No, does not agree")),
        ]
        self._put("state", _("Answer"), ChoiceField(answers))
        self.begin_row()
        self._put("said_on", _("Said on"), DateField())
        self._put("how", _("How"), ChoiceField(how_options()))
        self.end_row()
        until = _("Last day; leave it empty where it holds until it is withdrawn.")
        self._put("expires_on", _("Holds until"), DateField(), until)
        self._put("note", _("Note"), ShortTextField(2), _("Such as the name of the witness."))
        self.inputs["purpose"].changed.connect(self._on_purpose_changed)
        self.fill(editing)

    def value(self) -> ConsentDetails:
        """Answer what the fields say; a recipient only where one is asked for."""
        known = {name: field.value() for name, field in self.inputs.items()}
        if not self._has_recipient():
            return ConsentDetails(**known)
        return ConsentDetails(
            institution_id=self.recipient.institution.value(),
            recipient=self.recipient.words.value(),
            **known,
        )

    def fill(self, editing: ConsentToEdit) -> None:
        """Show another answer."""
        details = editing.details
        for name, field in self.inputs.items():
            field.set_value(getattr(details, name))
        if editing.consent_id is None:
            self.inputs["said_on"].set_value(self._today)
        self.recipient.fill(details.institution_id, editing.institution, details.recipient)
        self._on_purpose_changed()
        self.keep()

    def _put(self, name: str, label: str, field: Any, hint: str = "") -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, hint=hint)

    def _has_recipient(self) -> bool:
        return Purpose(self.inputs["purpose"].value()).needs_recipient

    def _on_purpose_changed(self) -> None:
        self.recipient.show(self._has_recipient())


class AnswerForm(KeptForm):
    """The form of one answer about one person."""

    print_wanted = Signal(object)
    """The `ConsentDetails` to be asked on paper."""

    def __init__(self, desk: Desk, editing: ConsentToEdit, parent: QWidget | None = None) -> None:
        """Correct an answer as it was read, or keep a new one."""
        super().__init__(desk, parent)
        self._editing = editing
        self.person_id = editing.person_id
        known = editing.consent_id
        # Made here, so that saving twice keeps one answer.
        self.consent_id: UUID = known or uuid4()
        self.content = AnswerFields(desk, editing)
        self.content.print_button.clicked.connect(self._on_print_clicked)
        head = _("Correct the answer") if known else _("What does {name} say?")
        self.arrange(
            self.content,
            head.format(name=editing.name),
            _("Save answer"),
            CONSENT_FORM if known else NEW_CONSENT_FORM,
            str(known or editing.person_id),
            editing.name,
        )

    def send(self) -> Pending[UUID]:
        """Keep the answer or save its correction."""
        details = self.content.value()
        if self._editing.consent_id is None:
            return self.desk.act(record_consent, self.consent_id, self.person_id, details)
        return self.desk.act(correct_consent, self.consent_id, self._editing.version, details)

    def ask_newer(self) -> Pending[ConsentToEdit | None]:
        """Ask for the answer as others left it."""
        return self.desk.ask(consent_to_edit, None, self.consent_id)

    def take(self, newer: ConsentToEdit) -> None:
        """Show the answer as others left it."""
        self._editing = newer
        self.content.fill(newer)

    def _on_print_clicked(self) -> None:
        self.print_wanted.emit(self.content.value())
