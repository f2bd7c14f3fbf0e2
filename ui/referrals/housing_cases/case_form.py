"""Opening a housing case, or changing one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.referrals.housing_cases.actions import (
    CASE_FORM,
    NEW_CASE_FORM,
    open_case,
    save_case,
)
from app.referrals.housing_cases.queries import case_to_edit
from app.referrals.housing_cases.rules import CaseDetails, CaseKind, Stage
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.institutions.institution_picker import InstitutionPicker
from ui.picking.client_picker import ClientPicker
from ui.referrals.housing_cases.partners_field import PartnersField
from ui.referrals.housing_cases.words import kind_words, stage_words
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.referrals.housing_cases.queries import CaseToEdit
    from ui.desk import Desk, Pending


class CaseFields(Form):
    """Who, where, what it is about, and the goal."""

    def __init__(self, desk: Desk, editing: CaseToEdit, parent: QWidget | None = None) -> None:
        """Show the fields as they stand in `editing`."""
        super().__init__(parent)
        self._editing = editing
        self.inputs: dict[str, Any] = {}
        self.person, self.institution = ClientPicker(desk), InstitutionPicker(desk)
        self.partners = PartnersField(desk)
        self._add_about()
        self._add_case()
        self.fill(editing)

    def value(self) -> CaseDetails:
        """Answer what the fields say."""
        known = {name: field.value() for name, field in self.inputs.items()}
        return replace(
            self._editing.details,
            person_id=self.person.value(),
            institution_id=self.institution.value(),
            partners=self.partners.value(),
            **known,
        )

    def fill(self, editing: CaseToEdit) -> None:
        """Show another case."""
        self._editing = editing
        for name, field in self.inputs.items():
            field.set_value(getattr(editing.details, name))
        self.person.set_record(editing.details.person_id, editing.person)
        self.institution.set_record(editing.details.institution_id, editing.institution)
        self.partners.set_partners(editing.partners)
        is_new = editing.case_id is None
        for name in ("stage", "opened_on"):
            self.field(name).setVisible(is_new)
        self.keep()

    def _put(self, name: str, label: str, field: Any, **more: Any) -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, **more)

    def _add_about(self) -> None:
        self.begin_row()
        self.add("person_id", _("Card of the resident"), self.person, optional=True)
        self._put("about_name", _("Name of the resident"), TextField())
        self.end_row()
        self.begin_row()
        self._put("street", _("Street"), TextField(), stretch=4)
        self._put("house_number", _("Number"), TextField(), stretch=2)
        self._put("floor", _("Floor"), TextField(), stretch=2)
        self._put("door", _("Door"), TextField(), stretch=2)
        self.end_row()
        self.begin_row()
        self._put("postal_code", _("Postcode"), TextField(), stretch=2)
        self._put("city", _("Town"), TextField(), stretch=4)
        self.end_row()
        self.add("institution_id", _("Landlord"), self.institution, optional=True)

    def _add_case(self) -> None:
        self.begin_row()
        kinds = [(kind, kind_words(kind)) for kind in CaseKind]
        self._put("kind", _("What it is about"), ChoiceField(kinds))
        stages = [(one, stage_words(one)) for one in Stage if one is not Stage.SETTLED]
        self._put("stage", _("How far it went"), ChoiceField(stages))
        self._put("opened_on", _("Since"), DateField())
        self.end_row()
        hint = _("Then a board takes the case without a warning before.")
        threats = CheckField(_("There are threats, violence or danger"))
        self._put("has_threats", _("Threats"), threats, hint=hint)
        goal = _("What must change so that the home is kept, and by when.")
        self._put("goal", _("Goal"), ShortTextField(2), hint=goal)
        self.add("partners", _("Who works on it"), self.partners, optional=True)
        self._put("note", _("Note"), ShortTextField(3))
        self._put("responsible", _("Who follows the case"), TextField())


class CaseForm(KeptForm):
    """Ctrl+S saves."""

    def __init__(self, desk: Desk, editing: CaseToEdit, parent: QWidget | None = None) -> None:
        """Go on with a case as it was read, or open a new one."""
        super().__init__(desk, parent)
        self._editing = editing
        # Made here, so that saving twice opens one case.
        self.case_id: UUID = editing.case_id or uuid4()
        self.content = CaseFields(desk, editing)
        head = _("Change housing case") if editing.case_id else _("Open a housing case")
        enquiry = editing.details.enquiry_id if editing.case_id is None else None
        subject = str(editing.case_id or enquiry or "")
        name = editing.person or editing.details.about_name or head
        form = NEW_CASE_FORM if enquiry is not None else CASE_FORM
        self.arrange(self.content, head, _("Save case"), form, subject, name)

    def send(self) -> Pending[UUID]:
        """Open the case or save what was changed."""
        details = self.content.value()
        if self._editing.case_id is None:
            return self.desk.act(open_case, self.case_id, details)
        return self.desk.act(save_case, self.case_id, self._editing.version, details)

    def ask_newer(self) -> Pending[CaseToEdit | None]:
        """Ask for the case as others left it."""
        return self.desk.ask(case_to_edit, self.case_id, self.desk.local_now.date())

    def take(self, newer: CaseToEdit) -> None:
        """Show the case as others left it."""
        self._editing = newer
        self.content.fill(newer)
