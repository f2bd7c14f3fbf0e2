"""Saying how a visit went: held with its real times, or not and why, and a short note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.visiting.actions import RECORD_FORM, record_visit
from app.visiting.rules import LIMITS, NotHeldReason, VisitRecord, VisitStatus
from resources.text import _
from ui.drafts.draft_keeper import DraftKeeper
from ui.visiting.note_field import NoteField
from ui.visiting.outcome_field import OutcomeField
from ui.visiting.visit_facts import VisitFacts
from ui.visiting.words import draft_title
from ui.widgets.fields import ChoiceField, TimeField
from ui.widgets.form import Form
from ui.widgets.form_end import FormEnd, arrange_form
from ui.widgets.labels import title

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.visiting.rows import SavedVisit, VisitDetails
    from ui.desk import Desk


class VisitRecordForm(QWidget):
    """The record of one visit, with its draft; Ctrl+S saves, Esc leaves and keeps the draft."""

    recorded = Signal(object, bool)
    """The `SavedVisit`, and whether this was its first record, which can be taken back."""
    left = Signal(object)
    """The visit's id."""

    def __init__(self, desk: Desk, details: VisitDetails, parent: QWidget | None = None) -> None:
        """Fill the form from the plan, or from what was recorded before."""
        super().__init__(parent)
        self._desk, self._visit = desk, details.visit
        self.outcome = OutcomeField()
        self.start, self.end = TimeField(), TimeField()
        self.reason: ChoiceField[NotHeldReason | None] = ChoiceField(_reasons())
        self.note = NoteField(LIMITS.note)
        self.form = self._build_form()
        self._fill(details)
        self.keeper = DraftKeeper(
            desk, self.form, RECORD_FORM, str(self._visit.id), draft_title(self._visit), self
        )
        self.ending = FormEnd(self, _("Save visit"), self.keeper.saved)
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)
        parts = (title(_("Record visit")), VisitFacts(details), self.keeper.notice, self.form)
        arrange_form(self, parts, self.ending)
        self.outcome.changed.connect(self._on_outcome_changed)
        self._on_outcome_changed()
        self.keeper.begin()

    def value(self) -> VisitRecord:
        """Answer what the form says."""
        return VisitRecord(
            held=self.outcome.value(),
            start=self.start.value(),
            end=self.end.value(),
            reason=self.reason.value(),
            note=self.note.value(),
        )

    def save(self) -> None:
        """Save the record; problems are shown beside the fields."""
        if not self.ending.may_save() or not self.form.check():
            return
        self.keeper.hold()
        self.ending.show_busy()
        pending = self._desk.act(record_visit, self._visit.id, self._visit.version, self.value())
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit(self._visit.id)

    def _build_form(self) -> Form:
        form = Form()
        form.add("held", _("Outcome"), self.outcome)
        form.begin_row()
        form.add("start", _("Began"), self.start)
        form.add("end", _("Ended"), self.end)
        form.end_row()
        form.add("reason", _("Reason"), self.reason)
        form.add(
            "note",
            _("Note"),
            self.note,
            optional=True,
            hint=_("Facts in a few sentences: what you saw, heard and agreed."),
        )
        return form

    def _fill(self, details: VisitDetails) -> None:
        visit = details.visit
        self.start.set_value((details.actual_start or visit.start).time())
        self.end.set_value((details.actual_end or visit.end).time())
        self.reason.set_value(visit.reason)
        self.note.set_value(details.note)
        if visit.status is not VisitStatus.PLANNED:
            self.outcome.set_value(visit.status is VisitStatus.HELD)

    def _on_outcome_changed(self) -> None:
        held = self.outcome.value()
        self.form.field("start").setVisible(held is True)
        self.form.field("end").setVisible(held is True)
        self.form.field("reason").setVisible(held is False)

    def _on_saved(self, saved: SavedVisit) -> None:
        self.keeper.finish()
        self.recorded.emit(saved, self._visit.status is VisitStatus.PLANNED)

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        self.form.show_problems(refused.problems)
        self.keeper.go_on()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
        self.keeper.go_on()


def _reasons() -> list[tuple[NotHeldReason | None, str]]:
    choose: tuple[NotHeldReason | None, str] = (None, _("Please choose"))
    return [choose, *((reason, _(reason.label)) for reason in NotHeldReason)]
