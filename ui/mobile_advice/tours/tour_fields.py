"""The fields of a tour: stops in their order, rhythms, crew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.mobile_advice.tours.rules import CrewMate, RhythmDetails, StopTime, TourDetails
from resources.text import _
from ui.clients.languages_field import LanguagesField
from ui.clients.parts_form import PartsForm
from ui.mobile_advice.tours.part_rows import MateRow, StopTimeRow
from ui.mobile_advice.tours.rhythm_row import RhythmRow
from ui.widgets.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.widgets.number_field import NumberField
from ui.widgets.rows_field import RowsField

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.tours.rows import Choices, VehicleRow
    from ui.desk import Desk


class TourFields(PartsForm):
    """The order of the rows is the order of the stops."""

    def __init__(self, desk: Desk, details: TourDetails | None, choices: Choices) -> None:
        """Show a tour, or begin one."""
        super().__init__()
        today = desk.local_now.date()
        self.begin_row()
        self.put("name", _("Name"), TextField(), stretch=3)
        self.put(
            "vehicle_id", _("Vehicle"), ChoiceField(vehicle_options(choices.vehicles)), stretch=2
        )
        self.end_row()
        stops: RowsField[StopTime] = RowsField(
            partial(StopTimeRow, choices.stops), _("Add stop"), _("Take stop off")
        )
        self.put("stops", _("Stops in their order"), stops)
        rhythms: RowsField[RhythmDetails] = RowsField(
            partial(RhythmRow, today), _("Add rhythm"), _("Take rhythm off")
        )
        hint = _("Without a rhythm the tour goes on days that you add by hand.")
        self.put("rhythms", _("Timetable"), rhythms, hint)
        crew: RowsField[CrewMate] = RowsField(
            partial(MateRow, desk), _("Add person"), _("Take person off")
        )
        self.put("crew", _("Usual crew"), crew)
        self.begin_row()
        self.put("slot_minutes", _("Minutes of an appointment"), NumberField())
        self.put("is_active", _("In use"), CheckField(_("This tour goes")))
        self.end_row()
        self.put("languages", _("Languages of advice"), LanguagesField())
        self.put("note", _("Note"), LongTextField(3))
        self.fill(details)

    def value(self) -> TourDetails:
        """Answer what the fields say."""
        known: dict[str, Any] = {name: field.value() for name, field in self.inputs.items()}
        known["slot_minutes"] = self.inputs["slot_minutes"].number()
        return TourDetails(**known)

    def fill(self, details: TourDetails | None) -> None:
        """Show a tour; a new one has room for a stop, a rhythm and somebody on board."""
        shown = details or TourDetails("")
        for name, field in self.inputs.items():
            if name == "slot_minutes":
                field.set_number(shown.slot_minutes)
            else:
                field.set_value(getattr(shown, name))
        if details is None:
            for name in ("stops", "rhythms", "crew"):
                self.inputs[name].add_row()
        self.keep()


def vehicle_options(vehicles: tuple[VehicleRow, ...]) -> list[tuple[UUID | None, str]]:
    """Answer the vehicles that can be chosen; none is for hours in a room."""
    used = sorted(vehicles, key=lambda row: not row.details.is_active)
    none = _("None: consultation hours in a room")
    return [(None, none), *((row.id, row.details.name) for row in used)]
