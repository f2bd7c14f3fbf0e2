"""The fields of a series: who, how often, from when, at what time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.visiting.rules import VisitKind
from app.visiting.series.resting import GOING_ON
from app.visiting.series.rules import (
    FREQUENCY_LABELS,
    HOLIDAY_LABELS,
    MONTHLY_LABELS,
    REACH_LABELS,
    Frequency,
    MonthlyBy,
    Reach,
    SeriesPlan,
)
from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.visiting.visit_times import VisitTimes
from ui.volunteers.words import options
from ui.widgets.fields import CheckField, ChoiceField, DateField, SuggestField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from app.errors import Problem
    from ui.desk import Desk

_REACHES = (Reach.ALL, Reach.FOLLOWING)


class SeriesFields(Form):
    """`value` answers the plan; a change also says from which visit on."""

    def __init__(self, desk: Desk, *, is_change: bool) -> None:
        """Begin with a weekly visit at home."""
        super().__init__()
        self._desk, self._is_change = desk, is_change
        self._visitor_id: UUID | None = None
        self._visitor = ""
        self.client = ClientPicker(desk)
        self.visitor = SuggestField()
        self.kind: ChoiceField[str] = ChoiceField(
            [(kind.value, _(kind.label)) for kind in VisitKind]
        )
        self.frequency: ChoiceField[str] = ChoiceField(options(FREQUENCY_LABELS))
        self.monthly_by: ChoiceField[str] = ChoiceField(options(MONTHLY_LABELS))
        self.reach: ChoiceField[str] = ChoiceField(
            [(one.value, _(REACH_LABELS[one])) for one in _REACHES]
        )
        self.from_day = DateField(today=self._today)
        self.starts_on, self.until = DateField(today=self._today), DateField(today=self._today)
        self.times = VisitTimes(self)
        self.on_holidays: ChoiceField[str] = ChoiceField(options(HOLIDAY_LABELS))
        self.place_note = TextField()
        self.goes_on = CheckField(_("Plan the series all the same"))
        self._add_fields()
        self.frequency.changed.connect(self._on_frequency_changed)
        self.reach.changed.connect(self._on_reach_changed)
        self._on_frequency_changed()
        self._on_reach_changed()

    def value(self) -> SeriesPlan:
        """Answer what the fields say."""
        visitor, frequency = self.visitor.value().strip(), self.frequency.value()
        return SeriesPlan(
            person_id=self.client.value(),
            visitor_id=self._visitor_id if visitor == self._visitor else None,
            visitor=visitor,
            starts_on=self.starts_on.value(),
            start=self.times.start.value(),
            end=self.times.end.value(),
            kind=self.kind.value(),
            frequency=frequency,
            monthly_by=self.monthly_by.value() if frequency == Frequency.MONTHLY else "",
            until=self.until.value(),
            place_note=self.place_note.value(),
            on_holidays=self.on_holidays.value(),
            goes_on=self.goes_on.value(),
        )

    def changed_from(self) -> date | None:
        """Answer the first visit that changes, as it was planned; None for all ahead."""
        return self.from_day.value() if self.reach.value() == Reach.FOLLOWING else None

    def fill(self, plan: SeriesPlan, person_name: str) -> None:
        """Show a series."""
        if plan.person_id is not None:
            self.client.set_record(plan.person_id, person_name)
        self._visitor_id, self._visitor = plan.visitor_id, plan.visitor
        self.visitor.set_value(plan.visitor)
        self.kind.set_value(str(plan.kind))
        self.frequency.set_value(str(plan.frequency))
        self.monthly_by.set_value(plan.monthly_by or MonthlyBy.WEEKDAY.value)
        self.starts_on.set_value(plan.starts_on)
        self.until.set_value(plan.until)
        self.times.set_times(plan.start, plan.end)
        self.on_holidays.set_value(str(plan.on_holidays))
        self.place_note.set_value(plan.place_note)

    def fill_reach(self, from_day: date | None) -> None:
        """Show from which visit on something changes; None is all ahead."""
        self.reach.set_value((Reach.ALL if from_day is None else Reach.FOLLOWING).value)
        self.from_day.set_value(from_day)
        if from_day is not None:
            self.starts_on.set_value(from_day)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong; where somebody is away or pauses, it can go on all the same."""
        problems = tuple(problems)
        super().show_problems(problems)
        if any(problem.message in GOING_ON for problem in problems):
            self.field("goes_on").show()

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back as it was, without one time moving the other."""
        self.times.keep_quiet(on=True)
        super().restore(texts)
        self.times.keep_quiet(on=False)
        self.field("goes_on").setVisible(self.goes_on.value())

    def _add_fields(self) -> None:
        self.add("person_id", _("Who is visited"), self.client)
        self.add("visitor", _("Who visits"), self.visitor)
        self.begin_row()
        self.add("reach", _("Which visits change"), self.reach, stretch=3)
        self.add("from_day", _("From the visit on"), self.from_day, stretch=2)
        self.end_row()
        self.begin_row()
        self.add("kind", _("Kind"), self.kind)
        self.add("frequency", _("How often"), self.frequency)
        self.end_row()
        self.add("monthly_by", _("Which day of the month"), self.monthly_by)
        first = _("First changed visit") if self._is_change else _("First visit")
        self.begin_row()
        self.add("starts_on", first, self.starts_on)
        self.add("until", _("Last day"), self.until, optional=True)
        self.end_row()
        self.add(
            "goes_on",
            _("Days on which somebody is away"),
            self.goes_on,
            hint=_(
                "While the volunteer is away, the page of substitutes proposes somebody else. "
                "While the person pauses, there are no visits."
            ),
        ).hide()
        self.begin_row()
        self.add("start", _("Begins"), self.times.start, stretch=2)
        self.add("length", _("Lasts"), self.times.length, stretch=3)
        self.add("end", _("Ends"), self.times.end, stretch=2)
        self.end_row()
        self.add("on_holidays", _("On public holidays"), self.on_holidays)
        self.add(
            "place_note",
            _("Meeting point"),
            self.place_note,
            optional=True,
            hint=_("For example the ward, or which bell to ring."),
        )
        self.field("person_id").setVisible(not self._is_change)
        self.field("reach").setVisible(self._is_change)

    def _on_frequency_changed(self) -> None:
        frequency = self.frequency.value()
        self.field("monthly_by").setVisible(frequency == Frequency.MONTHLY)
        self.field("on_holidays").setVisible(frequency != Frequency.AGREED)

    def _on_reach_changed(self) -> None:
        is_following = self._is_change and self.reach.value() == Reach.FOLLOWING
        self.field("from_day").setVisible(is_following)

    def _today(self) -> date:
        return self._desk.local_now.date()


def next_on(weekday: int | None, today: date) -> date | None:
    """Answer the next day with a weekday (1 is Monday), from tomorrow on."""
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)
