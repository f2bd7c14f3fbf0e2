"""Saying how a visit went: held or not, what was done and noticed, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.escalation.chains import emergency_numbers
from app.escalation.recording import RecordedVisit, record_and_follow
from app.visiting.actions import RECORD_FORM
from app.visiting.queries import visit_details
from app.visiting.rules import VisitStatus
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.visiting.record_fields import RecordFields
from ui.visiting.visit_facts import VisitFacts
from ui.visiting.words import draft_title
from ui.widgets.form_end import arrange_form
from ui.widgets.labels import title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.visiting.rows import VisitDetails
    from ui.desk import Desk, Pending


class VisitRecordForm(KeptForm):
    """The record of one visit, with its draft; Ctrl+S saves, Esc leaves and keeps the draft."""

    recorded = Signal(object, bool)
    """The `RecordedVisit`, and whether this was its first record, which can be taken back."""
    left = Signal(object)
    """The visit's id."""

    fields: RecordFields

    def __init__(self, desk: Desk, details: VisitDetails, parent: QWidget | None = None) -> None:
        """Fill the form from the plan, or from what was recorded before."""
        super().__init__(desk, parent)
        self._details, self._visit = details, details.visit
        self.form = RecordFields(details, _numbers(desk, details))
        self.outcome, self.reason, self.note = self.form.outcome, self.form.reason, self.form.note
        self.start, self.end = self.form.start, self.form.end
        self.arrange(
            self.form,
            _("Record visit"),
            _("Save visit"),
            RECORD_FORM,
            str(self._visit.id),
            draft_title(self._visit),
        )
        self.saved.connect(self._on_recorded)

    def lay_out(self, heading: str) -> None:
        """Show above the fields whose visit it was."""
        head = (title(heading), VisitFacts(self._details))
        parts = (*head, self.presence, self.keeper.notice, self.conflict, self.fields)
        arrange_form(self, parts, self.ending)

    def send(self) -> Pending[RecordedVisit]:
        """Have the record saved, with what follows from it."""
        words = _("Follow up: {what}").format(what=self.fields.flag_words())
        visit, fields = self._visit, self.fields
        return self.desk.act(
            record_and_follow, visit.id, visit.version, fields.value(), words, fields.claim()
        )

    def ask_newer(self) -> Pending[VisitDetails | None]:
        """Ask for the visit as others left it."""
        return self.desk.ask(visit_details, self._visit.id)

    def take(self, newer: VisitDetails | None) -> None:
        """Go on from the visit as others left it."""
        if newer is not None:
            self._details, self._visit = newer, newer.visit
            self.fields.fill(newer)

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit(self._visit.id)

    def _on_recorded(self, saved: RecordedVisit) -> None:
        self.recorded.emit(saved, self._visit.status is VisitStatus.PLANNED)


def _numbers(desk: Desk, details: VisitDetails) -> str:
    """Answer the numbers for danger to life: "112 (Ambulance), 110 (Police)"."""
    found = emergency_numbers(details.facts.country, desk.local_now.date())
    return ", ".join(
        _("{number} ({who})").format(number=one.number, who=_(one.title))
        for one in found
        if one.is_emergency
    )
