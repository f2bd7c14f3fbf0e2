"""The rows of a tour's form: its stops with their times, and its crew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.mobile_advice.tours.rules import (
    DUTY_LABELS,
    CrewMate,
    StopTime,
)
from resources.text import _
from ui.clients.languages_field import LanguagesField
from ui.mobile_advice.tours.crew_field import CrewField
from ui.mobile_advice.tours.words import options
from ui.widgets.fields import ChoiceField, TimeField
from ui.widgets.rows_field import RowForm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.mobile_advice.tours.rows import StopRow
    from ui.desk import Desk


def stop_options(stops: Sequence[StopRow]) -> list[tuple[UUID | None, str]]:
    """Answer the stops that can be chosen, those out of use last."""
    used = sorted(stops, key=lambda row: not row.is_active)
    return [(None, _("Choose a stop")), *((row.id, row.name) for row in used)]


class StopTimeRow(RowForm[StopTime]):
    """A stop, and from when to when the vehicle stands there."""

    def __init__(self, stops: Sequence[StopRow]) -> None:
        """Offer stops."""
        super().__init__()
        self.inputs: dict[str, Any] = {
            "stop_id": ChoiceField(stop_options(stops)),
            "start": TimeField(),
            "end": TimeField(),
        }
        self.begin_row()
        self.add("stop_id", _("Stop"), self.inputs["stop_id"], stretch=3)
        self.add("start", _("From"), self.inputs["start"])
        self.add("end", _("Until"), self.inputs["end"])
        self.end_row()

    def value(self) -> StopTime:
        """Answer what the row says."""
        return StopTime(*(field.value() for field in self.inputs.values()))

    def fill(self, value: StopTime) -> None:
        """Show a stop."""
        for name, field in self.inputs.items():
            field.set_value(getattr(value, name))


class MateRow(RowForm[CrewMate]):
    """Somebody on board: a card is chosen, or a name typed."""

    def __init__(self, desk: Desk, *, asks_times: bool = False) -> None:
        """Begin with a colleague; `asks_times` asks from when to when."""
        super().__init__()
        self._asks_times = asks_times
        self.name = CrewField(desk)
        self.inputs: dict[str, Any] = {
            "duty": ChoiceField(options(DUTY_LABELS)),
            "languages": LanguagesField(),
            "start": TimeField(),
            "end": TimeField(),
        }
        self.begin_row()
        self.add("name", _("Name"), self.name)
        self.add("duty", _("Duty"), self.inputs["duty"])
        self.end_row()
        self.begin_row()
        self.add("languages", _("Languages"), self.inputs["languages"], stretch=2, optional=True)
        self.add("start", _("On board from"), self.inputs["start"], optional=True)
        self.add("end", _("Until"), self.inputs["end"], optional=True)
        self.end_row()
        for name in ("start", "end"):
            self.field(name).setVisible(asks_times)
        self.inputs["duty"].set_value("staff")

    def value(self) -> CrewMate:
        """Answer what the row says."""
        known = {name: field.value() for name, field in self.inputs.items()}
        return CrewMate(self.name.name(), person_id=self.name.value(), **known)

    def fill(self, value: CrewMate) -> None:
        """Show somebody."""
        self.name.set_record(value.person_id, value.name)
        for name, field in self.inputs.items():
            field.set_value(getattr(value, name))
