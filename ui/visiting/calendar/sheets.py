"""Makes the pages of the calendar: which days, or whose, stand beside and below one another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.visiting.calendar.rules import CalendarKind
from resources.text import ngettext
from ui import formats
from ui.visiting.calendar.places import Head, Lot, Sheet
from ui.visiting.calendar.words import period_words
from ui.widgets.columns import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from app.visiting.calendar.rules import Span
    from app.visiting.rows import VisitRow

_WEEK = 7
_SATURDAY = 5


class SheetMaker:
    """Makes the sheet of a kind around a day; `holidays` names closed days."""

    def __init__(
        self, kind: CalendarKind, day: date, now: datetime, holidays: Mapping[date, str]
    ) -> None:
        """Make sheets as they are at the local time `now`."""
        self._kind, self._day, self._now = kind, day, now
        self._holidays = holidays
        self._span: Span = kind.span(day)

    def sheet(self, visits: Sequence[VisitRow], visitors: Iterable[str] = ()) -> Sheet:
        """Answer the sheet of visits; `visitors` have a column though they visit nobody then."""
        if self._kind is CalendarKind.MONTH:
            return self._month(visits)
        if self._kind is CalendarKind.VISITORS:
            return self._side_by_side(visits, visitors)
        if self._kind is CalendarKind.VISITORS_WEEK:
            return self._visitors_week(visits, visitors)
        return self._days(visits)

    def _days(self, visits: Sequence[VisitRow]) -> Sheet:
        by_day = _by_day(visits)
        lots = tuple(Lot(day, "", tuple(by_day[day])) for day in self._span.days)
        return Sheet(self._title(), lots, tuple(map(self._day_head, self._span.days)), self._now)

    def _month(self, visits: Sequence[VisitRow]) -> Sheet:
        by_day, days = _by_day(visits), self._span.days
        mondays = days[::_WEEK]
        return Sheet(
            self._title(),
            tuple(Lot(day, "", tuple(by_day[day])) for day in days),
            tuple(Head(formats.weekday_name(day)) for day in days[:_WEEK]),
            self._now,
            rows=tuple(Head("", str(day.isocalendar().week), day=day) for day in mondays),
            cells=tuple(map(self._day_head, days)),
        )

    def _side_by_side(self, visits: Sequence[VisitRow], visitors: Iterable[str]) -> Sheet:
        on_day = [visit for visit in visits if visit.start.date() == self._day]
        by_visitor = _by_visitor(on_day)
        names = _names(by_visitor, visitors)
        lots = tuple(Lot(self._day, name, tuple(by_visitor[name])) for name in names)
        heads = tuple(Head(name, note=_count(by_visitor[name])) for name in names)
        return Sheet(self._title(), lots, heads, self._now, by_visitor=True)

    def _visitors_week(self, visits: Sequence[VisitRow], visitors: Iterable[str]) -> Sheet:
        by_visitor = _by_visitor(visits)
        names = _names(by_visitor, visitors)
        by_both = {name: _by_day(by_visitor[name]) for name in names}
        lots = tuple(
            Lot(day, name, tuple(by_both[name][day])) for day in self._span.days for name in names
        )
        return Sheet(
            self._title(),
            lots,
            tuple(Head(name, note=_count(by_visitor[name])) for name in names),
            self._now,
            rows=tuple(map(self._day_head, self._span.days)),
            by_visitor=True,
        )

    def _day_head(self, day: date) -> Head:
        return Head(
            formats.weekday_name(day),
            str(day.day),
            self._holidays.get(day, ""),
            day,
            is_today=day == self._now.date(),
            is_closed=day.weekday() >= _SATURDAY or day in self._holidays,
            is_outside=self._kind is CalendarKind.MONTH and day.month != self._day.month,
        )

    def _title(self) -> str:
        return period_words(self._kind, self._day, self._span)


def _by_day(visits: Iterable[VisitRow]) -> dict[date, list[VisitRow]]:
    found: dict[date, list[VisitRow]] = defaultdict(list)
    for visit in visits:
        found[visit.start.date()].append(visit)
    return found


def _by_visitor(visits: Iterable[VisitRow]) -> dict[str, list[VisitRow]]:
    found: dict[str, list[VisitRow]] = defaultdict(list)
    for visit in visits:
        found[visit.visitor].append(visit)
    return found


def _names(by_visitor: Mapping[str, object], visitors: Iterable[str]) -> list[str]:
    return sorted({*by_visitor, *visitors} - {""}, key=name_key)


def _count(visits: Sequence[VisitRow]) -> str:
    return ngettext("{count} visit", "{count} visits", len(visits)) if visits else ""
