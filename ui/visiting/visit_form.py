"""Planning a visit, or changing one that is planned: who visits whom, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from PySide6.QtCore import Signal

from app.visiting.actions import CHANGE_FORM, PLAN_FORM, change_planned_visit, plan_visit
from app.visiting.queries import client_to_visit, known_visitors, visit_details
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.visiting.plan_fields import PlanFields
from ui.visiting.words import draft_title
from ui.widgets.buttons import quiet_button
from ui.widgets.form_end import arrange_form
from ui.widgets.labels import title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.visiting.rows import ClientToVisit, VisitDetails
    from ui.desk import Desk, Pending
    from ui.visiting.calendar.places import NewVisit


class VisitForm(KeptForm):
    """The plan of one visit, with its draft; Ctrl+S saves, Esc leaves and keeps the draft."""

    planned = Signal(object)
    """The visit's id."""
    left = Signal(object)
    """The visit's id, or None when none is planned yet."""

    series_wanted = Signal(object)
    """The visits shall return: the id of the person chosen, or None."""

    fields: PlanFields

    def __init__(
        self,
        desk: Desk,
        *,
        client: ClientToVisit | None = None,
        changes: VisitDetails | None = None,
        new: NewVisit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Plan a visit, perhaps to a known client at a `new` time, or change a planned one."""
        super().__init__(desk, parent)
        self._changes = changes
        # Made here, so that saving twice plans one visit.
        self._visit_id: UUID = changes.visit.id if changes else uuid4()
        self._subject = str(changes.visit.id if changes else client.id if client else "")
        self.fields = PlanFields(desk)
        self._fill(client, new)
        self.arrange(
            self.fields,
            _("Change visit") if changes else _("Plan visit"),
            _("Save visit"),
            CHANGE_FORM if changes else PLAN_FORM,
            self._subject,
            draft_title(changes.visit) if changes else client.name if client else "",
        )
        self.saved.connect(self._on_planned)
        desk.ask(known_visitors).then(self.fields.visitor.set_suggestions)
        self.fields.client.chosen.connect(self._on_client_chosen)

    def lay_out(self, heading: str) -> None:
        """Offer a series to whoever plans, below the fields of the one visit."""
        self.series_button = quiet_button(_("Plan a series instead"), "refresh")
        self.series_button.clicked.connect(self._on_series_clicked)
        head = title(heading)
        notices = (self.presence, self.keeper.notice, self.conflict)
        arrange_form(self, (head, *notices, self.fields, self.series_button), self.ending)
        self.series_button.setHidden(self._changes is not None)

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit(self._visit_id if self._changes else None)

    def send(self) -> Pending[Any]:
        """Have the visit planned or changed."""
        plan = self.fields.value()
        if self._changes is None:
            return self.desk.act(plan_visit, self._visit_id, plan, self._subject)
        version = self._changes.visit.version
        return self.desk.act(change_planned_visit, self._visit_id, version, plan)

    def ask_newer(self) -> Pending[VisitDetails | None]:
        """Ask for the visit as others left it."""
        return self.desk.ask(visit_details, self._visit_id)

    def take(self, newer: VisitDetails) -> None:
        """Show the visit as others left it."""
        self._changes = newer
        self._fill_changes(newer)

    def _fill(self, client: ClientToVisit | None, new: NewVisit | None) -> None:
        if self._changes is not None:
            self._fill_changes(self._changes)
            return
        if new is not None:
            self.fields.fill_new(new)
        if client is not None:
            self.fields.fill_client(client.id, client.name)
            self.fields.suggest(client)

    def _fill_changes(self, changes: VisitDetails) -> None:
        visit = changes.visit
        self.fields.fill_client(visit.client_id, visit.client_name)
        self.fields.fill_plan(visit, changes.place_note)

    def _on_client_chosen(self, client_id: UUID | None) -> None:
        """Propose last time's visitor and place, where nothing was typed yet."""
        if client_id is not None:
            self.desk.ask(client_to_visit, client_id).then(self._on_client_found)

    def _on_client_found(self, client: ClientToVisit | None) -> None:
        if client is not None and self.fields.client.value() == client.id:
            self.fields.suggest(client)
            if self._changes is None:
                self.keeper.title = client.name

    def _on_series_clicked(self) -> None:
        self.series_wanted.emit(self.fields.client.value())

    def _on_planned(self, _answer: object) -> None:
        self.planned.emit(self._visit_id)
