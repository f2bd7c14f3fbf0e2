"""A vehicle that is added or changed; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.tours.actions import VEHICLE_FORM, save_vehicle
from app.mobile_advice.tours.queries import list_vehicles
from app.mobile_advice.tours.rules import VehicleDetails
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.widgets.fields import CheckField, LongTextField, TextField
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.tours.rows import VehicleRow
    from ui.desk import Desk, Pending


class VehicleFields(PartsForm):
    """Only a name is needed."""

    def __init__(self, details: VehicleDetails | None) -> None:
        """Show a vehicle, or begin one."""
        super().__init__()
        self.begin_row()
        self.put("name", _("Name"), TextField(), stretch=3)
        self.put("plate", _("Number plate"), TextField(), stretch=2)
        self.put("seats", _("Seats beside the driver's"), NumberField(), stretch=2)
        self.end_row()
        hint = _("Lift or ramp, awning, desk, network, printer, hearing loop, leaflets …")
        self.put("equipment", _("Equipment on board"), LongTextField(3), hint)
        self.put("note", _("Note"), LongTextField(3))
        self.put("is_active", _("In use"), CheckField(_("Tours go with this vehicle")))
        self.fill(details)

    def value(self) -> VehicleDetails:
        """Answer what the fields say."""
        known = {name: field.value() for name, field in self.inputs.items()}
        known["seats"] = self.inputs["seats"].number() or 0
        return VehicleDetails(**known)

    def fill(self, details: VehicleDetails | None) -> None:
        """Show a vehicle."""
        shown = details or VehicleDetails("")
        for name, field in self.inputs.items():
            if name == "seats":
                field.set_number(shown.seats or None)
            else:
                field.set_value(getattr(shown, name))
        self.keep()


class VehicleForm(KeptForm):
    """The form of one vehicle."""

    def __init__(self, desk: Desk, row: VehicleRow | None, parent: QWidget | None = None) -> None:
        """Change a vehicle as it was read, or begin one."""
        super().__init__(desk, parent)
        self._row = row
        self.vehicle_id = row.id if row is not None else uuid4()
        self.subject = str(self.vehicle_id) if row is not None else ""
        self.content = VehicleFields(row.details if row is not None else None)
        name = row.details.name if row is not None else _("New vehicle")
        self.arrange(self.content, name, _("Save vehicle"), VEHICLE_FORM, self.subject, name)

    def send(self) -> Pending[UUID]:
        """Save the vehicle."""
        version = self._row.version if self._row is not None else 0
        details = self.content.value()
        return self.desk.act(save_vehicle, self.vehicle_id, version, details, self.subject)

    def ask_newer(self) -> Pending[tuple[VehicleRow, ...]]:
        """Ask for the vehicles as others left them."""
        return self.desk.ask(list_vehicles)

    def take(self, newer: tuple[VehicleRow, ...]) -> None:
        """Show the vehicle as others left it."""
        self._row = next((row for row in newer if row.id == self.vehicle_id), self._row)
        self.content.fill(self._row.details if self._row is not None else None)
