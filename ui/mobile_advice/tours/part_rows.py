"""The rows of a tour's form: its stops with their times, its rhythms, its crew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.mobile_advice.tours.rules import (
    DUTY_LABELS,
    HOLIDAY_LABELS,
    NTH_LABELS,
    RHYTHM_LABELS,
    WEEKDAYS,
    CrewMate,
    Rhythm,
    RhythmDetails,
    StopTime,
)
from resources.text import _
from ui.clients.languages_field import LanguagesField
from ui.mobile_advice.tours.crew_field import CrewField
from ui.mobile_advice.tours.days_field import DaysField
from ui.mobile_advice.tours.words import options
from ui.widgets.fields import ChoiceField, DateField, TimeField
from ui.widgets.rows_field import RowForm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
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


class RhythmRow(RowForm[RhythmDetails]):
    """One rhythm; what is asked follows how often it returns."""

    def __init__(self, today: date) -> None:
        """Begin with every week from today on."""
        super().__init__()
        weekdays = [(at, _(name)) for at, name in enumerate(WEEKDAYS, start=1)]
        nths = [(nth, _(words)) for nth, words in NTH_LABELS.items()]
        self.inputs: dict[str, Any] = {
            "rhythm": ChoiceField(options(RHYTHM_LABELS)),
            "weekday": ChoiceField(weekdays),
            "nth": ChoiceField(nths),
            "starts_on": DateField(),
            "until": DateField(),
            "dates": DaysField(today),
            "on_holidays": ChoiceField(options(HOLIDAY_LABELS)),
        }
        self.begin_row()
        self.add("rhythm", _("Rhythm"), self.inputs["rhythm"], stretch=2)
        self.add("weekday", _("Weekday"), self.inputs["weekday"], stretch=2)
        self.add("nth", _("Which of the month"), self.inputs["nth"], stretch=2)
        self.end_row()
        self.begin_row()
        self.add("starts_on", _("From the day"), self.inputs["starts_on"])
        self.add("until", _("Last day"), self.inputs["until"], optional=True)
        self.end_row()
        hint = _("One after the other, such as 24.11.2026, 8.12.2026.")
        self.add("dates", _("Days"), self.inputs["dates"], hint=hint)
        self.add("on_holidays", _("On public holidays"), self.inputs["on_holidays"])
        self.inputs["starts_on"].set_value(today)
        self.inputs["rhythm"].changed.connect(self._show_what_matters)
        self._show_what_matters()

    def value(self) -> RhythmDetails:
        """Answer what the row says; what is not asked says nothing."""
        known = {name: field.value() for name, field in self.inputs.items()}
        known["dates"] = self.inputs["dates"].days()
        if known["rhythm"] == Rhythm.DATES:
            known |= {"weekday": None, "nth": None, "starts_on": None, "until": None}
        else:
            known["dates"] = ()
        if known["rhythm"] != Rhythm.MONTHLY:
            known["nth"] = None
        return RhythmDetails(**known)

    def fill(self, value: RhythmDetails) -> None:
        """Show a rhythm."""
        for name, field in self.inputs.items():
            known = getattr(value, name)
            if name == "dates":
                field.set_days(known)
            elif known is not None or name in {"starts_on", "until"}:
                field.set_value(known)
        self._show_what_matters()

    def _show_what_matters(self) -> None:
        rhythm = self.inputs["rhythm"].value()
        is_listed = rhythm == Rhythm.DATES
        for name in ("weekday", "starts_on", "until"):
            self.field(name).setVisible(not is_listed)
        self.field("nth").setVisible(rhythm == Rhythm.MONTHLY)
        self.field("dates").setVisible(is_listed)


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
