"""The form by which a person is brought up, and corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.referrals.psp.cases import change_case, raise_case
from app.referrals.psp.rules import (
    AGENCY_LABELS,
    CONSENT_LABELS,
    CRITERION_LABELS,
    CaseDetails,
    ConsentSought,
)
from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.referrals.psp.apart_form import ApartForm
from ui.referrals.psp.words import options
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import CheckField, ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from app.referrals.psp.rows import CaseView
    from ui.desk import Desk, Pending


class CaseFields(Form):
    """Who, why, what was tried, and what the person was told and asked."""

    def __init__(self, desk: Desk, case: CaseView | None) -> None:
        """Begin empty, or with a case."""
        super().__init__()
        self.person = ClientPicker(desk)
        self.agency = ChoiceField(options(AGENCY_LABELS))
        self.criteria = CodesField(options(CRITERION_LABELS))
        self.means, self.tried = ShortTextField(3), ShortTextField(3)
        self.informed = CheckField(_("The person was informed"))
        self.informed_reason = ShortTextField(2)
        self.consent = ChoiceField(options(CONSENT_LABELS))
        self.consent_reason = ShortTextField(2)
        self._add()
        if case is not None:
            self._take(case)
        self.informed.changed.connect(self._show_reasons)
        self.consent.changed.connect(self._show_reasons)
        self._show_reasons()
        self.keep()

    def value(self) -> CaseDetails:
        """Answer what the fields say."""
        return CaseDetails(
            self.person.value(),
            self.agency.value(),
            self.criteria.value(),
            self.means.value(),
            self.tried.value(),
            self.informed.value(),
            self.informed_reason.value(),
            self.consent.value(),
            self.consent_reason.value(),
        )

    def _add(self) -> None:
        self.add("person_id", _("Person"), self.person)
        self.add("raised_agency", _("Brought up by"), self.agency)
        self.add("criteria", _("Why the person is brought up"), self.criteria)
        self.add("own_means_insufficient", _("Why your own means do not suffice"), self.means)
        self.add("tried", _("What was tried"), self.tried)
        self.add("informed", "", self.informed)
        self.add("informed_reason", _("Why the person was not informed"), self.informed_reason)
        self.add("consent_sought", _("Was the person asked to agree?"), self.consent)
        self.add("consent_reason", _("Why there is no consent"), self.consent_reason)
        self.consent.set_value(ConsentSought.NOT_ASKED)

    def _show_reasons(self) -> None:
        """Ask why not only where something was not done; what was typed stays."""
        self.field("informed_reason").setVisible(not self.informed.value())
        has_consent = self.consent.value() == ConsentSought.GIVEN
        self.field("consent_reason").setVisible(not has_consent)

    def _take(self, case: CaseView) -> None:
        self.person.set_record(case.row.person_id, case.row.name or case.row.number)
        self.person.set_read_only(True)
        self.agency.set_value(case.raised_agency)
        self.criteria.set_value(case.criteria)
        self.means.set_value(case.own_means_insufficient)
        self.tried.set_value(case.tried)
        self.informed.set_value(case.informed)
        self.informed_reason.set_value(case.informed_reason)
        self.consent.set_value(case.consent_sought)
        self.consent_reason.set_value(case.consent_reason)


class CaseForm(ApartForm):
    """Brings a person up in a group, or corrects why."""

    def __init__(self, desk: Desk, group_id: UUID, case: CaseView | None = None) -> None:
        """Begin a case, or correct one."""
        super().__init__(desk)
        self._group_id, self._case = group_id, case
        self._id = uuid4() if case is None else case.row.id
        self.content = CaseFields(desk, case)
        heading = (
            _("Bring a person up")
            if case is None
            else _("Case {number}").format(number=case.row.number)
        )
        told = quiet(_("Only members of this group read this, and each look is put on record."))
        self.arrange(self.content, heading, _("Save case"), told)

    def send(self) -> Pending[UUID]:
        """Save the case."""
        details = self.content.value()
        if self._case is None:
            return self.desk.act(raise_case, self._group_id, self._id, details)
        return self.desk.act(change_case, self._id, self._case.row.version, details)
