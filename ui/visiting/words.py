"""How visits are said on screens: status as word, colour and icon; time, place, person."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.visiting.rules import VisitStatus
from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.visiting.rows import VisitRow

_TONES = MappingProxyType(
    {
        VisitStatus.PLANNED: "primary",
        VisitStatus.HELD: "done",
        VisitStatus.NOT_HELD: "attention",
        VisitStatus.CANCELLED: "quiet",
    }
)
_ICONS = MappingProxyType(
    {
        VisitStatus.PLANNED: "clock",
        VisitStatus.HELD: "done",
        VisitStatus.NOT_HELD: "close",
        VisitStatus.CANCELLED: "cancelled",
    }
)


def is_waiting(visit: VisitRow, now: datetime) -> bool:
    """Answer whether a visit is over, or going on, and nobody has said how it went."""
    return visit.status is VisitStatus.PLANNED and visit.start <= now


def status_words(visit: VisitRow, now: datetime) -> str:
    """Answer the word for a visit's state, such as "Held" or "To be recorded"."""
    return _("To be recorded") if is_waiting(visit, now) else _(visit.status.label)


def status_tone(visit: VisitRow, now: datetime) -> str:
    """Answer the tone that goes with the word."""
    return "attention" if is_waiting(visit, now) else _TONES[visit.status]


def status_icon(visit: VisitRow, now: datetime) -> str:
    """Answer the icon that goes with the word."""
    return "edit" if is_waiting(visit, now) else _ICONS[visit.status]


def time_words(visit: VisitRow) -> str:
    """Answer "14:30–15:15" as planned."""
    return formats.show_time_span(visit.start, visit.end)


def when_words(visit: VisitRow) -> str:
    """Answer day and time as planned."""
    return f"{formats.show_date(visit.start.date())}, {time_words(visit)}"


def what_words(visit: VisitRow) -> str:
    """Answer where it is and who visits, as the quiet second line."""
    return " · ".join((_(visit.place.label), visit.visitor))


def outcome_words(visit: VisitRow) -> str:
    """Answer why a visit was not held, or "" for every other one."""
    return _(visit.reason.label) if visit.reason is not None else ""


def first_name(who: str) -> str:
    """Answer what a person is greeted with: the first name, after a title the whole name."""
    first = who.split(maxsplit=1)[0] if who.strip() else ""
    return who if first.endswith(".") else first


def week_words(monday: date) -> str:
    """Answer the number of a week, Monday to Sunday, as calendars print it."""
    return _("Week {number}").format(number=monday.isocalendar().week)


def draft_title(visit: VisitRow) -> str:
    """Answer what a list of drafts calls a form about this visit."""
    return f"{visit.client_name}, {formats.show_short_date(visit.start.date())}"
