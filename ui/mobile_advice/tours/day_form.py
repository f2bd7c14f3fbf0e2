"""A day of a tour that is changed: stops, times, order, crew, vehicle; its draft is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.mobile_advice.tours.day_actions import DAY_FORM, change_day
from app.mobile_advice.tours.keeping import SavedDay
from app.mobile_advice.tours.queries import day_to_edit
from app.mobile_advice.tours.rules import CrewMate, DayDetails, HaltDetails
from resources.text import _
from ui import formats
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.tours.halt_row import HaltRowForm
from ui.mobile_advice.tours.part_rows import MateRow
from ui.mobile_advice.tours.tour_fields import vehicle_options
from ui.widgets.fields import ChoiceField, LongTextField
from ui.widgets.rows_field import RowsField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.tours.rows import DayToEdit
    from ui.desk import Desk, Pending


class DayFields(PartsForm):
    """The order of the rows is the order of the stops."""

    def __init__(self, desk: Desk, editing: DayToEdit) -> None:
        """Show a day."""
        super().__init__()
        choices = editing.choices
        halts: RowsField[HaltDetails] = RowsField(
            partial(HaltRowForm, choices.stops), _("Add stop"), _("Take stop off")
        )
        self.put("halts", _("Stops in their order"), halts)
        crew: RowsField[CrewMate] = RowsField(
            partial(MateRow, desk, asks_times=True), _("Add person"), _("Take person off")
        )
        self.put("crew", _("Crew"), crew)
        self.put("vehicle_id", _("Vehicle"), ChoiceField(vehicle_options(choices.vehicles)))
        self.put("note", _("Note"), LongTextField(3))
        self.fill(editing)

    def value(self) -> DayDetails:
        """Answer what the fields say."""
        return DayDetails(**{name: field.value() for name, field in self.inputs.items()})

    def fill(self, editing: DayToEdit) -> None:
        """Show a day."""
        details = editing.card.as_details()
        for name, field in self.inputs.items():
            field.set_value(getattr(details, name))
        self.keep()


class DayForm(KeptForm):
    """The form of one day."""

    def __init__(self, desk: Desk, editing: DayToEdit, parent: QWidget | None = None) -> None:
        """Change a day as it was read."""
        super().__init__(desk, parent)
        self._editing = editing
        self.day_id = editing.card.row.id
        self.outcome: SavedDay | None = None
        self.content = DayFields(desk, editing)
        row = editing.card.row
        heading = _("{tour} on {day}").format(tour=row.tour, day=formats.show_day(row.day))
        self.arrange(self.content, heading, _("Save day"), DAY_FORM, str(self.day_id), heading)

    def send(self) -> Pending[SavedDay]:
        """Save the day."""
        version = self._editing.card.row.version
        return self.desk.act(change_day, self.day_id, version, self.content.value())

    def ask_newer(self) -> Pending[DayToEdit | None]:
        """Ask for the day as others left it."""
        return self.desk.ask(day_to_edit, self.day_id)

    def take(self, newer: DayToEdit) -> None:
        """Show the day as others left it."""
        self._editing = newer
        self.content.fill(newer)

    def _on_saved(self, answer: object) -> None:
        self.outcome = answer if isinstance(answer, SavedDay) else None
        super()._on_saved(answer)
