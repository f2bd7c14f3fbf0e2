"""The form of one fact: what, to whom, why, on what ground, for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.referrals.psp.cases import add_fact, change_fact
from app.referrals.psp.rules import AGENCY_LABELS, CATEGORY_LABELS, FactCategory, FactDetails
from resources.text import _
from ui.referrals.psp.apart_form import ApartForm
from ui.referrals.psp.words import case_name, options
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import CheckField, ChoiceField, DateField
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from app.referrals.psp.rows import CaseView
    from app.referrals.psp.rules import Basis, Fact
    from ui.desk import Desk, Pending


class FactFields(Form):
    """One fact with its ground."""

    def __init__(self, case: CaseView, fact: Fact | None) -> None:
        """Begin empty, or with a fact."""
        super().__init__()
        self.words, self.necessity = ShortTextField(3), ShortTextField(2)
        self.category = ChoiceField(options(CATEGORY_LABELS))
        self.agency = ChoiceField(options(AGENCY_LABELS))
        self.recipients = CodesField(options(AGENCY_LABELS))
        self.basis = ChoiceField([("", _("Please choose"))] + [_basis(one) for one in case.bases])
        self.confirmed = CheckField(_("This is not for the investigation of a crime"))
        self.expires_on = DateField()
        self._add()
        self.agency.set_value(case.raised_agency)
        self.category.set_value(FactCategory.SOCIAL)
        self.expires_on.set_value(case.usual_expiry)
        if fact is not None:
            self._take(fact)
        self.keep()

    def value(self) -> FactDetails:
        """Answer what the fields say."""
        return FactDetails(
            self.words.value(),
            self.category.value(),
            self.agency.value(),
            self.recipients.value(),
            self.necessity.value(),
            self.basis.value(),
            self.confirmed.value(),
            self.expires_on.value(),
        )

    def _add(self) -> None:
        self.add("text", _("Fact"), self.words)
        self.begin_row()
        self.add("category", _("About"), self.category)
        self.add("from_agency", _("From"), self.agency)
        self.end_row()
        self.add("recipients", _("Who needs it"), self.recipients)
        self.add("necessity", _("Why they need it"), self.necessity)
        self.add("basis", _("Legal basis"), self.basis)
        self.add("not_for_investigation", "", self.confirmed)
        self.add(
            "expires_on",
            _("Last day on which it is needed"),
            self.expires_on,
            hint=_("After it the fact leaves lists and extracts, and is to be deleted."),
        )

    def _take(self, fact: Fact) -> None:
        self.words.set_value(fact.text)
        self.category.set_value(fact.category)
        self.agency.set_value(fact.from_agency)
        self.recipients.set_value(fact.recipients)
        self.necessity.set_value(fact.necessity)
        self.basis.set_value(fact.basis)
        self.confirmed.set_value(fact.not_for_investigation)
        self.expires_on.set_value(fact.expires_on)


class FactForm(ApartForm):
    """Adds a fact to a case, or changes one."""

    def __init__(self, desk: Desk, case: CaseView, fact: Fact | None = None) -> None:
        """Begin a fact, or change one."""
        super().__init__(desk)
        self._case_id, self._fact = case.row.id, fact
        self._id = uuid4() if fact is None else fact.id
        self.content = FactFields(case, fact)
        name = case_name(case.row.number, case.row.name)
        self.arrange(self.content, _("Fact about {name}").format(name=name), _("Save fact"))

    def send(self) -> Pending[UUID]:
        """Save the fact."""
        details = self.content.value()
        if self._fact is None:
            return self.desk.act(add_fact, self._case_id, self._id, details)
        return self.desk.act(change_fact, self._id, self._fact.version, details)


def _basis(basis: Basis) -> tuple[str, str]:
    return basis.code, f"{_(basis.title)} ({basis.law})"
