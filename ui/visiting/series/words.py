"""How series are said: their rhythm, time, pause and state."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.visiting.rules import VisitKind
from app.visiting.series.rules import FREQUENCY_LABELS, Frequency, MonthlyBy
from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from datetime import date

    from app.visiting.series.rows import AheadRow, SeriesRow
    from app.visiting.series.rules import SeriesPlan

_WEEK = 7


def rhythm_words(plan: SeriesPlan) -> str:
    """Answer "Every week on Tuesday", or on which day of the month."""
    first = plan.starts_on
    if first is None or plan.frequency == Frequency.AGREED:
        return _(FREQUENCY_LABELS[Frequency(plan.frequency)])
    weekday = formats.locale().dayName(first.isoweekday())
    if plan.frequency == Frequency.WEEKLY:
        return _("Every week on {weekday}").format(weekday=weekday)
    if plan.frequency == Frequency.FORTNIGHTLY:
        return _("Every other week on {weekday}").format(weekday=weekday)
    if plan.monthly_by == MonthlyBy.DAY:
        return _("Every month on day {number}").format(number=first.day)
    if plan.monthly_by == MonthlyBy.LAST_WEEKDAY:
        return _("Every month on the last {weekday}").format(weekday=weekday)
    return _("Every month on the {number}. {weekday}").format(
        number=(first.day - 1) // _WEEK + 1, weekday=weekday
    )


def hours_words(plan: SeriesPlan) -> str:
    """Answer "14:30–15:30"."""
    first = plan.starts_on
    if first is None or plan.start is None or plan.end is None:
        return ""
    start, end = datetime.combine(first, plan.start), datetime.combine(first, plan.end)
    return formats.show_time_span(start, end)


def kind_words(plan: SeriesPlan) -> str:
    """Answer what kind of visit it is."""
    return _(VisitKind(plan.kind).label)


def pair_words(row: SeriesRow) -> str:
    """Answer who visits whom."""
    return _("{visitor} and {person}").format(visitor=row.plan.visitor, person=row.person_name)


def state_words(row: SeriesRow, today: date) -> str:
    """Answer how a series stands on a day."""
    if row.is_over(today):
        return _("Ended")
    if not row.is_paused(today):
        return _("Running")
    if row.paused_until is None:
        return _("Paused")
    return _("Paused until {day}").format(day=formats.show_short_date(row.paused_until))


def state_tone(row: SeriesRow, today: date) -> str:
    """Answer the tone that goes with the words."""
    if row.is_over(today):
        return "plain"
    return "attention" if row.is_paused(today) else "done"


def pause_words(row: SeriesRow, today: date) -> str:
    """Answer when a series rests; "" where it does not any more."""
    if row.paused_from is None or (row.paused_until is not None and row.paused_until < today):
        return ""
    first = formats.show_day(row.paused_from)
    if row.paused_until is None:
        return _("from {day} until it is resumed").format(day=first)
    return _("from {first} to {last}").format(first=first, last=formats.show_day(row.paused_until))


def ahead_words(row: AheadRow) -> str:
    """Answer day and time of a visit ahead."""
    return f"{formats.show_date(row.start.date())}, {formats.show_time_span(row.start, row.end)}"


def oddity_words(row: AheadRow) -> str:
    """Answer what is out of the ordinary about a visit ahead."""
    if row.status != "planned":
        return _(row.status.label)
    said = []
    if row.instead_of:
        said.append(
            _("{visitor} comes instead of {usual}").format(
                visitor=row.visitor, usual=row.instead_of
            )
        )
    if row.occurs_on != row.start.date():
        said.append(_("instead of {day}").format(day=formats.show_date(row.occurs_on)))
    elif row.is_moved:
        said.append(_("at another time"))
    return " · ".join(said)
