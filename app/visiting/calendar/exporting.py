"""Taking visits out of the office as a calendar file: without names, or logged with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.exchange.writing.actions import export_list, note_exported
from app.exchange.writing.rules import ExportFormat, ExportWish
from app.visiting.calendar.ics import CalendarEvent, write_calendar
from app.visiting.calendar.queries import calendar_visits
from app.visiting.rules import VisitStatus

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act
    from app.visiting.calendar.raw_visits import RawVisit

LIST_NAME = "visiting"
MOST_EVENTS = 1_000_000
"""More than any office has in the days of a view: a file leaves nothing out."""
_COLUMNS = ("day", "from", "until", "first_name")


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What entries are called in the language of the window."""

    visit: str
    """Such as "Visit"."""
    visit_to: str = ""
    """Such as "Visit to {name}"; "" leaves the first name out."""


@dataclass(frozen=True, slots=True)
class CalendarWish:
    """Which visits go into the file, and how they are called there."""

    first: date
    after: date
    words: CalendarWords
    visitor: str = ""
    """Whose visits alone; "" for everybody's."""
    area_id: UUID | None = None
    reason: str = ""
    """What the names are needed for."""

    @property
    def with_names(self) -> bool:
        """Whether first names leave the office."""
        return bool(self.words.visit_to)


def calendar_file(connection: Connection, wish: CalendarWish, now: datetime) -> bytes:
    """Answer the file without names; `now` is an aware instant."""
    found = _chosen(connection, wish)
    return write_calendar((_event(visit, wish.words.visit) for visit in found), now)


def export_calendar(act: Act, wish: CalendarWish) -> bytes:
    """Answer the file with first names, after noting who takes it, why, and whom it is about.

    Raises `Refused` without the right or without a sensible reason.
    """
    found = _chosen(act.session.connection(), wish)
    asked = ExportWish(LIST_NAME, ExportFormat.ICS, _COLUMNS, wish.reason, len(found))
    log_id = export_list(act, asked)
    note_exported(act, log_id, [visit.client_id for visit in found])
    named = (
        _event(visit, wish.words.visit_to.replace("{name}", visit.given_name)) for visit in found
    )
    return write_calendar(named, act.now)


def _chosen(connection: Connection, wish: CalendarWish) -> list[RawVisit]:
    """Answer the visits that took place or will; those that were not held are left out."""
    span = (wish.first, wish.after, wish.area_id, wish.visitor)
    found = calendar_visits(connection, *span, most=MOST_EVENTS).visits
    return [visit for visit in found if visit.status is not VisitStatus.NOT_HELD]


def _event(visit: RawVisit, summary: str) -> CalendarEvent:
    """Answer the entry of a visit; where it is stays in the office."""
    return CalendarEvent(
        key=visit.id,
        start=visit.start,
        end=visit.end,
        summary=summary,
        is_cancelled=visit.status is VisitStatus.CANCELLED,
    )
