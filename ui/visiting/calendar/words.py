"""What the calendar says: whole sentences for readers of the screen, and its titles."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from app.visiting.calendar.rules import CalendarKind
from resources.text import _, ngettext
from ui import formats
from ui.visiting.words import outcome_words, status_words, time_words, week_words
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.visiting.calendar.rules import Span
    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.places import Sheet, Stop

_MOST_IN_TIP = 12
"""So many visits are named where there is no room for them."""


def visit_sentence(visit: VisitRow, now: datetime) -> str:
    """Answer everything that a calendar knows of a visit, in one breath."""
    sentence = _("{day}, {times}: {visitor} visits {name}, {place}. {status}.").format(
        day=formats.show_long_date(visit.start.date()),
        times=time_words(visit),
        visitor=visit.visitor,
        name=visit.client_name,
        place=_(visit.place.label),
        status=status_words(visit, now),
    )
    more = [f"{reason}."] if (reason := outcome_words(visit)) else []
    if visit.instead_of:
        more.append(_("Instead of {name}.").format(name=visit.instead_of))
    if visit.series_id is not None:
        more.append(_("Part of a series."))
    return " ".join([sentence, *more])


def stop_sentence(stop: Stop, now: datetime, visitor: str = "") -> str:
    """Answer what the keyboard came to."""
    if stop.visit is not None:
        return visit_sentence(stop.visit, now)
    day = formats.show_long_date(stop.start.date())
    if stop.hidden:
        count = ngettext("{count} more visit", "{count} more visits", len(stop.hidden))
        return _("{day}: {count}. Enter shows them all.").format(day=day, count=count)
    when = f"{day}, {formats.show_time(stop.start)}" if stop.is_timed else day
    whose = f"{visitor}: " if visitor else ""
    return whose + _("{when}: nothing is planned. Enter plans a visit.").format(when=when)


def tip_words(stop: Stop, now: datetime) -> str:
    """Answer the words of a tip, so that Qt reads nothing into what people typed."""
    visits = (stop.visit,) if stop.visit is not None else stop.hidden
    lines = [html.escape(shown(visit_sentence(visit, now))) for visit in visits[:_MOST_IN_TIP]]
    return f"<p>{'<br>'.join(lines)}</p>" if lines else ""


def period_words(kind: CalendarKind, day: date, span: Span) -> str:
    """Answer what the bar above the calendar calls the days that are shown."""
    if kind in {CalendarKind.DAY, CalendarKind.VISITORS}:
        return formats.show_long_date(day)
    if kind is CalendarKind.MONTH:
        return f"{formats.month_name(day.month)} {day.year}"
    return f"{week_words(span.first)} · {formats.show_date_span(span.first, span.last)}"


def sheet_words(sheet: Sheet) -> str:
    """Answer what a screen reader calls a page: its days, and how many visits it has."""
    count = sum(len(lot.visits) for lot in sheet.lots)
    return " · ".join((sheet.title, ngettext("{count} visit", "{count} visits", count)))
