"""A tour that is added or changed; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.tours.actions import TOUR_FORM, save_tour
from app.mobile_advice.tours.queries import tour_to_edit
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.tours.tour_fields import TourFields

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.tours.actions import SavedTour
    from app.mobile_advice.tours.rows import TourToEdit
    from ui.desk import Desk, Pending


class TourForm(KeptForm):
    """The form of one tour; what it did to days ahead is told when it is saved."""

    def __init__(self, desk: Desk, editing: TourToEdit, parent: QWidget | None = None) -> None:
        """Change a tour as it was read, or begin one."""
        super().__init__(desk, parent)
        self._editing = editing
        card = editing.card
        # Made here, so that saving twice makes one tour.
        self.tour_id = card.row.id if card is not None else uuid4()
        self.subject = str(self.tour_id) if card is not None else ""
        self.outcome: SavedTour | None = None
        details = card.details if card is not None else None
        self.content = TourFields(desk, details, editing.choices)
        name = card.row.name if card is not None else _("New tour")
        self.arrange(self.content, name, _("Save tour"), TOUR_FORM, self.subject, name)

    def send(self) -> Pending[SavedTour]:
        """Save the tour."""
        card = self._editing.card
        version = card.row.version if card is not None else 0
        details = self.content.value()
        return self.desk.act(save_tour, self.tour_id, version, details, self.subject)

    def ask_newer(self) -> Pending[TourToEdit]:
        """Ask for the tour as others left it."""
        return self.desk.ask(tour_to_edit, self.tour_id, self.desk.local_now.date())

    def take(self, newer: TourToEdit) -> None:
        """Show the tour as others left it."""
        self._editing = newer
        if newer.card is not None:
            self.content.fill(newer.card.details)

    def _on_saved(self, answer: object) -> None:
        from app.mobile_advice.tours.actions import SavedTour  # noqa: PLC0415 - only a type above

        self.outcome = answer if isinstance(answer, SavedTour) else None
        super()._on_saved(answer)
