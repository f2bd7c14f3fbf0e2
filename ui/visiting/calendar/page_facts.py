"""What a page of the calendar holds, by its view: which of the visits that are known, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.visiting.calendar.rules import CalendarKind
from resources.text import _
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from datetime import date

    from app.visiting.rows import VisitRow

    Visits = tuple[VisitRow, ...]


def has_day(kind: CalendarKind, day: date, wanted: date) -> bool:
    """Answer whether the page of a day has another one; of a month, its own days alone."""
    if kind is CalendarKind.MONTH:
        return (wanted.year, wanted.month) == (day.year, day.month)
    return wanted in kind.span(day)


def visits_on_page(kind: CalendarKind, day: date, visits: Visits) -> Visits:
    """Answer the visits of the days that are shown: side by side, more are known."""
    if kind is not CalendarKind.VISITORS:
        return visits
    return tuple(visit for visit in visits if visit.start.date() == day)


def names_on_page(chosen: str, visits: Visits) -> list[str]:
    """Answer who has a column side by side."""
    return [chosen] if chosen else list({visit.visitor for visit in visits})


def nothing_on_page(visits: Visits) -> EmptyState:
    """Answer what is said where nothing is to be seen."""
    if visits:
        return EmptyState(_("No visit of this week fits the filter."), _("Show all"))
    return EmptyState(
        _("No visits are planned in this week yet."), _("Plan visit"), icon="calendar"
    )
