"""Somebody accepts: the visit is planned at once, by the fields of every visit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.preventive.actions import VISIT_FORM, accept_with_visit
from app.preventive.offers import occasion_of_open
from app.preventive.queries import preventive_file
from app.visiting.queries import client_to_visit, known_visitors
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.visiting.plan_fields import PlanFields

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.preventive.queries import OpenVisit, PreventiveFile
    from app.visiting.rows import ClientToVisit
    from ui.desk import Desk, Pending


class AcceptForm(KeptForm):
    """The plan of the visit that somebody wants."""

    def __init__(
        self, desk: Desk, file: PreventiveFile, visit: OpenVisit, parent: QWidget | None = None
    ) -> None:
        """Take a visit of a person as it was read."""
        super().__init__(desk, parent)
        self.person_id = file.person_id
        self._occasion = occasion_of_open(file.person_id, visit)
        # Made here, so that saving twice plans one visit.
        self._visit_id = uuid4()
        self.content = PlanFields(desk)
        self.content.fill_client(file.person_id, file.name)
        self.content.field("client_id").hide()
        heading = _("{name} accepts: plan the visit").format(name=file.name)
        self.arrange(
            self.content, heading, _("Save visit"), VISIT_FORM, str(file.person_id), file.name
        )
        desk.ask(known_visitors).then(self.content.visitor.set_suggestions)
        desk.ask(client_to_visit, file.person_id).then(self._on_client)

    def send(self) -> Pending[UUID]:
        """Plan the visit and note the answer."""
        plan = self.content.value()
        return self.desk.act(accept_with_visit, self._occasion, self._visit_id, plan)

    def ask_newer(self) -> Pending[PreventiveFile | None]:
        """Ask for what is known of the person now."""
        return self.desk.ask(preventive_file, self.person_id, self.desk.local_now.date())

    def take(self, newer: PreventiveFile) -> None:
        """Accept the offer as others left it."""
        for visit in newer.open_visits(self._occasion.due_on):
            occasion = occasion_of_open(self.person_id, visit)
            if occasion.id == self._occasion.id:
                self._occasion = occasion

    def _on_client(self, client: ClientToVisit | None) -> None:
        if client is not None:
            self.content.suggest(client)
