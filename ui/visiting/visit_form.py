"""Planning a visit, or changing one that is planned: who visits whom, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.visiting.actions import CHANGE_FORM, PLAN_FORM, change_planned_visit, plan_visit
from app.visiting.queries import client_to_visit, known_visitors
from resources.text import _
from ui.drafts.draft_keeper import DraftKeeper
from ui.visiting.plan_fields import PlanFields
from ui.visiting.words import draft_title
from ui.widgets.form_end import FormEnd, arrange_form
from ui.widgets.labels import title

if TYPE_CHECKING:
    from datetime import date

    from app.errors import Refused, Unavailable
    from app.visiting.rows import ClientToVisit, VisitDetails
    from app.visiting.rules import VisitPlan
    from ui.desk import Desk


class VisitForm(QWidget):
    """The plan of one visit, with its draft; Ctrl+S saves, Esc leaves and keeps the draft."""

    planned = Signal(object)
    """The visit's id."""
    left = Signal(object)
    """The visit's id, or None when none is planned yet."""

    def __init__(
        self,
        desk: Desk,
        *,
        client: ClientToVisit | None = None,
        changes: VisitDetails | None = None,
        day: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Plan a visit, perhaps to a known client on a `day`, or change a planned one."""
        super().__init__(parent)
        self._desk, self._changes = desk, changes
        # Made here, so that saving twice plans one visit.
        self._visit_id: UUID = changes.visit.id if changes else uuid4()
        self._subject = str(changes.visit.id if changes else client.id if client else "")
        self.fields = PlanFields(desk)
        self._fill(client, changes, day)
        self.keeper = DraftKeeper(
            desk,
            self.fields,
            CHANGE_FORM if changes else PLAN_FORM,
            self._subject,
            draft_title(changes.visit) if changes else client.name if client else "",
            self,
        )
        self.ending = FormEnd(self, _("Save visit"), self.keeper.saved)
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)
        self._arrange()
        desk.ask(known_visitors).then(self.fields.visitor.set_suggestions)
        self.fields.client.chosen.connect(self._on_client_chosen)
        self.keeper.begin()

    def save(self) -> None:
        """Save the plan; problems are shown beside the fields."""
        if not self.ending.may_save() or not self.fields.check():
            return
        self.keeper.hold()
        self.ending.show_busy()
        plan = self.fields.value()
        if self._changes is not None:
            self._change(self._changes.visit.version, plan)
        else:
            pending = self._desk.act(plan_visit, self._visit_id, plan, self._subject)
            pending.then(self._on_saved).if_refused(self._on_refused)
            pending.if_unavailable(self._on_unavailable)

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit(self._changes.visit.id if self._changes else None)

    def _change(self, version: int, plan: VisitPlan) -> None:
        pending = self._desk.act(change_planned_visit, self._visit_id, version, plan)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        head = title(_("Change visit") if self._changes else _("Plan visit"))
        arrange_form(self, (head, self.keeper.notice, self.fields), self.ending)

    def _fill(
        self, client: ClientToVisit | None, changes: VisitDetails | None, day: date | None
    ) -> None:
        if changes is not None:
            visit = changes.visit
            self.fields.fill_client(visit.client_id, visit.client_name)
            self.fields.fill_plan(visit, changes.place_note)
            return
        self.fields.day.set_value(day)
        if client is not None:
            self.fields.fill_client(client.id, client.name)
            self.fields.suggest(client)

    def _on_client_chosen(self, client_id: UUID | None) -> None:
        """Propose last time's visitor and place, where nothing was typed yet."""
        if client_id is not None:
            self._desk.ask(client_to_visit, client_id).then(self._on_client_found)

    def _on_client_found(self, client: ClientToVisit | None) -> None:
        if client is not None and self.fields.client.value() == client.id:
            self.fields.suggest(client)
            if self._changes is None:
                self.keeper.title = client.name

    def _on_saved(self, _answer: object) -> None:
        self.keeper.finish()
        self.planned.emit(self._visit_id)

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        self.fields.show_problems(refused.problems)
        self.keeper.go_on()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
        self.keeper.go_on()
