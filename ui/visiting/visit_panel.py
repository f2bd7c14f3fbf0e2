"""Beside the week: the chosen visit, or the form that plans, changes or records one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.drafts.told_state import ToldState
from ui.visiting.series.visit_reach import VisitReach
from ui.visiting.visit_card import VisitCard
from ui.visiting.visit_deeds import VisitDeeds
from ui.visiting.visit_form import VisitForm
from ui.visiting.visit_record_form import VisitRecordForm
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.escalation.recording import RecordedVisit
    from app.visiting.rows import ClientToVisit, VisitDetails
    from ui.desk import Desk
    from ui.visiting.calendar.places import NewVisit

VisitWork = VisitForm | VisitRecordForm


class VisitPanel(QWidget):
    """Shows one thing at a time; a form that is left keeps its draft."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    saved_state = Signal(str)
    visit_wanted = Signal(object)
    """The id of a visit that was planned or recorded, or whose form was left."""
    finished = Signal()
    """What one came for is done: a visit is planned, changed or recorded."""
    closed = Signal()
    """A form without a visit was left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._desk = desk
        self.deeds = VisitDeeds(desk, self)
        self.deeds.said.connect(self.said)
        self.deeds.done.connect(self.visit_wanted)
        self._reach = VisitReach(desk, self)
        self._reach.change_wanted.connect(self._on_change_this_wanted)
        self._reach.cancel_wanted.connect(self._on_cancel_this_wanted)
        self._reach.place_wanted.connect(self.place_wanted)
        self._reach.said.connect(self.said)
        self._reach.done.connect(self.show_nothing)
        self._kept = ToldState(self)
        self._kept.told.connect(self.saved_state)
        self._shown: QWidget | None = None
        self.card: VisitCard | None = None
        self.work: VisitWork | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that a visit can be chosen."""
        self._leave_work()
        self._put(EmptyState(_("Choose a visit to see it here."), icon="visiting"))

    def show_visit(self, details: VisitDetails) -> None:
        """Show a visit with its buttons; under a hand nothing moves that did not change."""
        now = self._desk.local_now
        if self.card is not None and self.card.shows(details, now):
            return
        deed = self.card.deed_in_hand() if self.card is not None else ""
        self._leave_work()
        card = VisitCard(details, now, self._desk.who)
        body = ScrollBody(most_width=640)
        body.add(card)
        body.end()
        self._put(body)
        self.card = card
        card.record_wanted.connect(self._on_record_wanted)
        card.change_wanted.connect(self._on_change_wanted)
        card.letter_wanted.connect(self._on_letter_wanted)
        card.client_wanted.connect(self._on_client_wanted)
        card.cancel_wanted.connect(self._on_cancel_wanted)
        card.restore_wanted.connect(self._on_restore_wanted)
        card.reopen_wanted.connect(self._on_reopen_wanted)
        card.concern_wanted.connect(self._on_concern_wanted)
        card.reading_wanted.connect(self._on_reading_wanted)
        card.series_wanted.connect(self._on_series_wanted)
        card.substitute_wanted.connect(self._on_substitute_wanted)
        card.take_in_hand(deed)

    def record(self, details: VisitDetails) -> VisitRecordForm:
        """Open the record of a visit."""
        # The older form keeps its draft first, so that a new one finds it.
        self.flush()
        form = VisitRecordForm(self._desk, details)
        form.recorded.connect(self._on_recorded)
        self._begin(form)
        form.outcome.setFocus()
        return form

    def change(self, details: VisitDetails) -> VisitForm:
        """Open the plan of a visit."""
        self.flush()
        form = VisitForm(self._desk, changes=details)
        form.planned.connect(self._on_changed)
        self._begin(form)
        form.fields.day.setFocus()
        return form

    def plan(self, client: ClientToVisit | None, new: NewVisit | None) -> VisitForm:
        """Open the form for a new visit, with what the calendar says about it."""
        self.flush()
        form = VisitForm(self._desk, client=client, new=new)
        form.planned.connect(self._on_planned)
        form.series_wanted.connect(self._on_new_series_wanted)
        self._begin(form)
        form.fields.focus_field("visitor" if client else "client_id")
        return form

    def flush(self) -> None:
        """Save the draft of an open form at once."""
        if self.work is not None:
            self.work.keeper.flush()

    def _begin(self, form: VisitWork) -> None:
        self._leave_work()
        self._put(form)
        self.work = form
        form.left.connect(self._on_left)
        self._kept.follow(form.keeper)

    def _leave_work(self) -> None:
        self.flush()
        self._kept.leave()
        self.work = None
        self.card = None

    def _put(self, widget: QWidget) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        self._layout.addWidget(widget)
        widget.show()

    def _on_record_wanted(self) -> None:
        if self.card is not None:
            self.record(self.card.details)

    def _on_change_wanted(self) -> None:
        if self.card is not None:
            self._reach.change(self.card.details.visit)

    def _on_change_this_wanted(self) -> None:
        if self.card is not None:
            self.change(self.card.details)

    def _on_series_wanted(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("series", self.card.details.visit.series_id))

    def _on_new_series_wanted(self, person_id: UUID | None) -> None:
        self.place_wanted.emit(Place("series", person_id, "plan" if person_id else "new"))

    def _on_substitute_wanted(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("substitutes", self.card.details.visit.id, "visit"))

    def _on_letter_wanted(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("letters", self.card.details.visit.id, "write"))

    def _on_client_wanted(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("clients", self.card.details.visit.client_id))

    def _on_cancel_wanted(self) -> None:
        if self.card is not None:
            self._reach.cancel(self.card.details.visit)

    def _on_cancel_this_wanted(self) -> None:
        if self.card is not None:
            self.deeds.cancel(self.card.details.visit)

    def _on_restore_wanted(self) -> None:
        if self.card is not None:
            visit = self.card.details.visit
            self.deeds.restore(visit.id, visit.version)

    def _on_reopen_wanted(self) -> None:
        if self.card is not None:
            visit = self.card.details.visit
            self.deeds.reopen(visit.id, visit.version)

    def _on_concern_wanted(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("concerns", self.card.details.facts.concern_id))

    def _on_reading_wanted(self) -> None:
        if self.card is not None:
            self.deeds.read(self.card.details.visit.id)

    def _on_recorded(self, saved: RecordedVisit, is_first: bool) -> None:  # noqa: FBT001 - a slot
        self.work = None
        self.deeds.tell_recorded(saved, can_undo=is_first)
        self.finished.emit()
        if saved.concern_id is not None:
            # Nothing is more urgent now than whom to call.
            self.place_wanted.emit(Place("concerns", saved.concern_id))

    def _on_planned(self, visit_id: UUID) -> None:
        self.said.emit(_("The visit is planned."), None)
        self.work = None
        self.visit_wanted.emit(visit_id)
        self.finished.emit()

    def _on_changed(self, visit_id: UUID) -> None:
        self.said.emit(_("The visit is changed."), None)
        self.work = None
        self.visit_wanted.emit(visit_id)
        self.finished.emit()

    def _on_left(self, visit_id: UUID | None) -> None:
        if visit_id is None:
            self.closed.emit()
        else:
            self.visit_wanted.emit(visit_id)
