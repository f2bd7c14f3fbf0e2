"""Taking a request and going on with its first talk: a draft is kept, so it can be resumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.consent.rules import OWN_FORMS
from app.errors import Problem
from app.intake.actions import NEW_REQUEST_FORM, REQUEST_FORM, add_request, save_request
from app.intake.queries import request_to_edit
from app.intake.rules import RequestDetails
from app.intake.rules.lists import SOURCES
from resources.text import _
from ui.codes.code_choice import CodeChoice
from ui.consent.words import how_options
from ui.drafts.kept_form import KeptForm
from ui.institutions.institution_picker import InstitutionPicker
from ui.intake.checklist_fields import ChecklistFields
from ui.intake.person_fields import PersonFields
from ui.intake.words import service_options, service_words
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import ChoiceField, DateField, TextField, TriStateField
from ui.widgets.form import Form
from ui.widgets.labels import heading, quiet
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.intake.queries import RequestToEdit
    from ui.desk import Desk, Pending


class RequestFields(Form):
    """Who, what, who asked, what the person herself says, and the checklist of the service."""

    def __init__(self, desk: Desk, editing: RequestToEdit, parent: QWidget | None = None) -> None:
        """Show the fields as they stand in `editing`."""
        super().__init__(parent)
        self.inputs: dict[str, Any] = {}
        self.person = PersonFields(desk, self)
        self.begin_row()
        self._put("service", _("What is asked for"), ChoiceField(service_options()))
        self._put("requested_on", _("Asked on"), DateField())
        self.end_row()
        self._add_source(desk)
        self._add_own_answer()
        day = editing.details.requested_on or desk.local_now.date()
        self.add_widget(heading(_("First talk")))
        told = _("Nothing here must be filled in at once; what is open is asked next time.")
        self.add_widget(quiet(told))
        self.checklist = ChecklistFields(self, day, editing.country)
        self._put("note", _("Note"), ShortTextField(3))
        self.inputs["service"].changed.connect(self._on_service_changed)
        self.inputs["own_consent"].changed.connect(self._on_own_answer_changed)
        self.fill(editing)

    def value(self) -> RequestDetails:
        """Answer what the fields say."""
        fields = self.inputs | self.person.names
        known: dict[str, Any] = {name: field.value() for name, field in fields.items()}
        return RequestDetails(
            person_id=self.person.picker.value(),
            is_new=self.person.is_new.value(),
            source_person_id=self.source_person.value(),
            source_institution_id=self.source_institution.value(),
            answers=self.checklist.value(known["service"]),
            **known,
        )

    def fill(self, editing: RequestToEdit) -> None:
        """Show another request."""
        details = editing.details
        for name, field in self.inputs.items():
            field.set_value(getattr(details, name))
        self.person.fill(details.person_id, editing.name)
        self.source_person.set_record(details.source_person_id, editing.source_name)
        self.source_institution.set_record(
            details.source_institution_id, editing.source_institution
        )
        self.checklist.fill(details.service, details.answers)
        self._on_service_changed()
        self._on_own_answer_changed()
        self.keep()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show each problem beside its field; answers stand in fields of their service."""
        service = self.inputs["service"].value()
        super().show_problems(
            Problem(found.message, self.checklist.field_name(service, found.field), found.values)
            for found in problems
        )

    def _put(self, name: str, label: str, field: Any, hint: str = "") -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, hint=hint)

    def _add_source(self, desk: Desk) -> None:
        self.add_widget(heading(_("Where the request comes from")))
        self._put("source", _("Who asked"), CodeChoice(SOURCES))
        self.source_person = ClientPicker(desk)
        self.source_institution = InstitutionPicker(desk)
        self.begin_row()
        self.add("source_person_id", _("Person"), self.source_person, optional=True)
        self.add("source_institution_id", _("Institution"), self.source_institution, optional=True)
        self.end_row()
        told = _("Such as a name and a number to ring back.")
        self._put("source_note", _("More about who asked"), TextField(), told)

    def _add_own_answer(self) -> None:
        self.add_widget(heading(_("What the person says")))
        told = _(
            "Only the person decides, best asked alone: not the children, not the municipality. "
            "A no is respected."
        )
        label = _("Does the person want it herself or himself?")
        self._put("own_consent", label, TriStateField(), told)
        self.begin_row()
        self._put("consent_on", _("Said on"), DateField())
        self._put("consent_how", _("How"), ChoiceField(how_options(OWN_FORMS)))
        self.end_row()

    def _on_service_changed(self) -> None:
        self.checklist.show(self.inputs["service"].value())

    def _on_own_answer_changed(self) -> None:
        """Ask when and how only where the person said something; what was typed stays."""
        asked = self.inputs["own_consent"].value() is not None
        for name in ("consent_on", "consent_how"):
            self.field(name).setVisible(asked)


class RequestForm(KeptForm):
    """The form of one request."""

    def __init__(self, desk: Desk, editing: RequestToEdit, parent: QWidget | None = None) -> None:
        """Go on with a request as it was read, or take a new one."""
        super().__init__(desk, parent)
        self._editing = editing
        known, person = editing.request_id, editing.details.person_id
        # Made here, so that saving twice takes one request.
        self.request_id: UUID = known or uuid4()
        self.content = RequestFields(desk, editing)
        head = _("New request")
        if known:
            head = _("Request of {name}").format(name=editing.name)
        is_of_person = known is None and person is not None
        self.arrange(
            self.content,
            head,
            _("Save request"),
            NEW_REQUEST_FORM if is_of_person else REQUEST_FORM,
            str(known or person or ""),
            f"{editing.name}: {service_words(editing.details.service)}" if editing.name else head,
        )

    def send(self) -> Pending[UUID]:
        """Take the request or save what was added."""
        details = self.content.value()
        if self._editing.request_id is None:
            return self.desk.act(add_request, self.request_id, details)
        return self.desk.act(save_request, self.request_id, self._editing.version, details)

    def ask_newer(self) -> Pending[RequestToEdit | None]:
        """Ask for the request as others left it."""
        return self.desk.ask(request_to_edit, self.request_id, self.desk.local_now.date())

    def take(self, newer: RequestToEdit) -> None:
        """Show the request as others left it."""
        self._editing = newer
        self.content.fill(newer)
