"""Beside the list of tours: one tour, the vehicles, or a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.mobile_advice.tours.queries import list_vehicles, tour_to_edit
from resources.text import _, ngettext
from ui.mobile_advice.tours.tour_card import TourCardView
from ui.mobile_advice.tours.tour_form import TourForm
from ui.mobile_advice.tours.vehicle_form import VehicleForm
from ui.mobile_advice.tours.vehicles_view import VehiclesView
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.mobile_advice.tours.rows import TourToEdit, VehicleRow
    from ui.desk import Desk


class TourPanel(CardPanel):
    """Records are tours; vehicles have their own list here."""

    card: TourCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a tour to see its stops and its days."), icon="bus")
        super().__init__(desk, TourCardView(desk), nothing)
        self.vehicles = VehiclesView(desk)
        self.vehicles.wanted.connect(self._on_vehicle_wanted)
        self.addWidget(self.vehicles)
        self._is_new = False
        self._wanted_vehicle: UUID | None = None

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a tour, or of a new one."""
        self._is_new = record_id is None
        asked = self.desk.ask(tour_to_edit, record_id, self.desk.local_now.date())
        self.wait(asked.then(self._on_ready))

    def edit_vehicle(self, vehicle_id: UUID | None) -> None:
        """Open the form of a vehicle, or of a new one."""
        if vehicle_id is None:
            self._on_vehicle_wanted(None)
            return
        self._wanted_vehicle = vehicle_id
        self.wait(self.desk.ask(list_vehicles).then(self._on_vehicles))

    def show_vehicles(self) -> None:
        """Show the list of vehicles."""
        self.end_form()
        self.vehicles.refresh()
        self.setCurrentWidget(self.vehicles)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        super().refresh()
        if self.currentWidget() is self.vehicles:
            self.vehicles.refresh()

    def record_of(self, form: TourForm | VehicleForm) -> UUID:
        """Answer the tour or vehicle that a form is about."""
        return form.vehicle_id if isinstance(form, VehicleForm) else form.tour_id

    def saved_words(self, form: TourForm | VehicleForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved, and what became of days ahead."""
        if isinstance(form, VehicleForm):
            return _("The vehicle is saved."), None
        saved = form.outcome
        words = [_("The tour is saved.")]
        if saved is not None and saved.made:
            words.append(
                ngettext("{count} day is planned.", "{count} days are planned.", saved.made)
            )
        if saved is not None and saved.kept:
            words.append(
                ngettext(
                    "{count} day stays as it was: confirmed, changed, or with appointments.",
                    "{count} days stay as they were: confirmed, changed, or with appointments.",
                    saved.kept,
                )
            )
        return " ".join(words), None

    def _on_saved(self, answer: object) -> None:
        if isinstance(self.form, VehicleForm):
            self.said.emit(*self.saved_words(self.form))
            self.show_vehicles()
            return
        super()._on_saved(answer)

    def _on_left(self) -> None:
        if isinstance(self.form, VehicleForm):
            self.show_vehicles()
            self.vehicles.add_button.setFocus()
            return
        super()._on_left()

    def _on_ready(self, editing: TourToEdit) -> None:
        if editing.card is None and not self._is_new:
            self.said.emit(_("This tour is no longer in the office."), None)
            return
        self.open_form(partial(TourForm, self.desk, editing), "name")

    def _on_vehicle_wanted(self, row: VehicleRow | None) -> None:
        self.open_form(partial(VehicleForm, self.desk, row), "name")

    def _on_vehicles(self, rows: tuple[VehicleRow, ...]) -> None:
        row = next((row for row in rows if row.id == self._wanted_vehicle), None)
        if row is not None:
            self._on_vehicle_wanted(row)
