"""Noting what a volunteer proved: only days and results, never what a paper says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.volunteers.actions import PROOF_FORM, record_proof
from app.volunteers.queries import volunteer_card
from app.volunteers.rules import (
    ASSESSMENT_LABELS,
    CERTIFICATE_LABELS,
    CERTIFICATES,
    ProofDetails,
    RequirementKind,
)
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.volunteers.words import options
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField, TriStateField
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.volunteers.queries import VolunteerCard
    from ui.desk import Desk, Pending

_OF_CERTIFICATES = ("certificate_kind", "issued_on")
_GERMAN = ("has_excluding_entry",)
_DANISH = ("consent_requested_on", "assessment")


class ProofFields(PartsForm):
    """What is asked follows what is proven, and the country."""

    def __init__(self, desk: Desk, card: VolunteerCard, code: str) -> None:
        """Begin with a requirement and today."""
        super().__init__()
        self._kinds = {one.requirement.code: one.requirement.kind for one in card.standings}
        self._is_danish = card.country == "DK"
        titles = [(one.requirement.code, _(one.requirement.title)) for one in card.standings]
        self.put("requirement_code", _("What was proven"), ChoiceField(titles))
        self._told = quiet(
            _(
                "Look at the paper and give it back: it is not copied or kept. Only its date and "
                "your answer are noted."
            )
        )
        self.add_widget(self._told)
        self.put("inspected_on", _("On"), DateField())
        kinds = {kind: CERTIFICATE_LABELS[kind] for kind in CERTIFICATES[card.country]}
        self.begin_row()
        self.put("certificate_kind", _("Certificate"), ChoiceField(options(kinds)))
        self.put("issued_on", _("Issued on"), DateField())
        self.end_row()
        label = _("Does an entry stand there that excludes?")
        self.put("has_excluding_entry", label, TriStateField())
        self.begin_row()
        self.put("consent_requested_on", _("Asked to agree on"), DateField())
        assessments = options(ASSESSMENT_LABELS, ("", _("Choose the assessment")))
        self.put("assessment", _("Assessment"), ChoiceField(assessments))
        self.end_row()
        self.put("is_waived", "", CheckField(_("Nothing is asked of this volunteer")))
        self.put("waiver_reason", _("Why"), TextField())
        self.inputs["requirement_code"].set_value(code)
        self.inputs["inspected_on"].set_value(desk.local_now.date())
        self.inputs["requirement_code"].changed.connect(self._on_asked_changed)
        self.inputs["is_waived"].changed.connect(self._on_asked_changed)
        self._on_asked_changed()
        self.keep()

    def value(self) -> ProofDetails:
        """Answer what the fields say; what is not asked says nothing."""
        return ProofDetails(
            **{
                name: field.value()
                for name, field in self.inputs.items()
                if not self.field(name).isHidden()
            }
        )

    def _on_asked_changed(self) -> None:
        kind = self._kinds.get(self.inputs["requirement_code"].value())
        is_waived = self.inputs["is_waived"].value()
        paper = kind is RequirementKind.CERTIFICATE and not is_waived
        self._told.setVisible(paper)
        self.field("inspected_on").setVisible(not is_waived)
        self.field("waiver_reason").setVisible(is_waived)
        for name in _OF_CERTIFICATES:
            self.field(name).setVisible(paper)
        for name in _GERMAN:
            self.field(name).setVisible(paper and not self._is_danish)
        for name in _DANISH:
            self.field(name).setVisible(paper and self._is_danish)


class ProofForm(KeptForm):
    """The form of one new proof."""

    def __init__(
        self, desk: Desk, card: VolunteerCard, code: str, parent: QWidget | None = None
    ) -> None:
        """Note a proof of a volunteer."""
        super().__init__(desk, parent)
        # Made here, so that saving twice makes one proof.
        self.proof_id = uuid4()
        self.person_id: UUID = card.person_id
        self.content = ProofFields(desk, card, code)
        heading = _("What {name} proved").format(name=card.name)
        self.arrange(
            self.content, heading, _("Save proof"), PROOF_FORM, str(card.person_id), card.name
        )

    def send(self) -> Pending[UUID]:
        """Save the proof."""
        return self.desk.act(record_proof, self.proof_id, self.person_id, self.content.value())

    def ask_newer(self) -> Pending[VolunteerCard | None]:
        """Ask for the volunteer as others left it; a new proof has no older one."""
        return self.desk.ask(volunteer_card, self.person_id, self.desk.local_now.date())

    def take(self, newer: VolunteerCard) -> None:
        """Keep what is typed."""
        del newer
