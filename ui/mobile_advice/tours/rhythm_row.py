"""The row of a rhythm in the form of a tour: how often, on which day, and what on holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.mobile_advice.tours.rules import (
    HOLIDAY_LABELS,
    NTH_LABELS,
    RHYTHM_LABELS,
    WEEKDAYS,
    Rhythm,
    RhythmDetails,
)
from resources.text import _
from ui.mobile_advice.tours.days_field import DaysField
from ui.mobile_advice.tours.words import options
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.rows_field import RowForm

if TYPE_CHECKING:
    from datetime import date


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
