"""Visits as an iCalendar file (RFC 5545): times in UTC, so that no change of clocks moves them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.exchange.writing.harmless import storable
from app.visiting.rules import HOME_ZONE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

_PRODUCT = "-//Nahbar//Visits//EN"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One entry of the file; it says no more than it shows."""

    key: UUID
    """The same visit has the same key in every file, so that it is brought up to date."""
    start: datetime
    """Local wall-clock time of `HOME_ZONE`."""
    end: datetime
    summary: str
    place: str = ""
    is_cancelled: bool = False
    is_tentative: bool = False
    """Whether it is planned and may still change."""
    is_public: bool = False
    """Whether everybody may see it, as a public timetable; visits are private."""
    told: str = ""
    """What is to be known besides, in one line."""


def write_calendar(events: Iterable[CalendarEvent], now: datetime, name: str = "") -> bytes:
    """Answer a calendar in UTF-8, stamped with the instant `now`.

    Whoever follows it sees its `name`, a property that calendars know although no standard has it.
    """
    import vobject  # noqa: PLC0415 - 80 ms to import, needed only for files

    calendar: Any = vobject.iCalendar()
    calendar.add("prodid").value = _PRODUCT
    if name:
        calendar.add("x-wr-calname").value = _plain(name)
    for event in events:
        _add(calendar.add("vevent"), event, now.astimezone(vobject.icalendar.utc))
    calendar.add("method").value = "PUBLISH"
    text: str = calendar.serialize()
    return text.encode()


def _add(entry: Any, event: CalendarEvent, now: datetime) -> None:  # noqa: ANN401 - vobject has no types
    entry.add("uid").value = f"{event.key}@nahbar"
    entry.add("dtstamp").value = now
    entry.add("dtstart").value = _instant(event.start, now)
    entry.add("dtend").value = _instant(event.end, now)
    entry.add("summary").value = _plain(event.summary)
    if event.place:
        entry.add("location").value = _plain(event.place)
    if event.told:
        entry.add("description").value = _plain(event.told)
    entry.add("status").value = _status(event)
    entry.add("class").value = "PUBLIC" if event.is_public else "PRIVATE"


def _status(event: CalendarEvent) -> str:
    if event.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if event.is_tentative else "CONFIRMED"


def _instant(local: datetime, now: datetime) -> datetime:
    """Answer a local time as an instant in the zone that the file is written in."""
    return local.replace(tzinfo=HOME_ZONE).astimezone(UTC).replace(tzinfo=now.tzinfo)


def _plain(text: str) -> str:
    """Answer a text on one line: a line break could begin a new fact."""
    return " ".join(storable(text).split())
