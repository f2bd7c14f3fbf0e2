"""A calendar file leaves without names, or with first names, a right and a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import icalendar
import pytest
from sqlalchemy import func, select

from app.access.rules import NO_RIGHT, Role
from app.errors import Refused
from app.exchange.writing.queries import latest_exports
from app.visiting.actions import cancel_visit
from app.visiting.calendar.exporting import (
    CalendarWish,
    CalendarWords,
    calendar_file,
    export_calendar,
)
from app.visiting.calendar.ics import CalendarEvent, write_calendar
from db.access import Member
from db.exchange import ExportedPerson
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned

if TYPE_CHECKING:
    from app.office import Act, Office

NAMELESS = CalendarWish(MONDAY, MONDAY + timedelta(days=7), CalendarWords("Besuch"))
NAMED = replace(NAMELESS, words=CalendarWords("Besuch", "Besuch bei {name}"), reason="Own phone")


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office)


def events(content: bytes) -> list[dict[str, str]]:
    """Answer the entries of a file as another program reads them."""
    entries: Any = icalendar.Calendar.from_ical(content.decode()).walk("VEVENT")
    names = ("SUMMARY", "UID", "STATUS")
    return [
        {name: str(entry[name]) for name in names}
        | {"start": entry.start.isoformat(), "end": entry.end.isoformat()}
        | {"all": " ".join(entry.keys())}
        for entry in entries
    ]


def test_a_file_says_when_and_nothing_about_whom_or_where(office: Office, erna: UUID) -> None:
    visit = visit_planned(office, erna, start=time(14, 0))
    content = office.ask(calendar_file, NAMELESS, NOW)
    (event,) = events(content)
    assert event["SUMMARY"] == "Besuch"
    assert event["start"] == "2026-11-23T13:00:00+00:00"
    assert event["end"] == "2026-11-23T14:00:00+00:00"
    assert event["UID"] == f"{visit}@nahbar"
    assert event["STATUS"] == "CONFIRMED"
    for word in (b"Erna", b"Kr", b"Karin", b"LOCATION"):
        assert word not in content
    assert office.ask(latest_exports) == ()


def test_first_names_leave_only_with_a_reason_and_a_line_in_the_log(
    office: Office, erna: UUID
) -> None:
    visit_planned(office, erna)
    content = office.act(export_calendar, NAMED).value
    assert [event["SUMMARY"] for event in events(content)] == ["Besuch bei Erna"]
    assert "Krüger".encode() not in content
    (line,) = office.ask(latest_exports)
    assert (line.list_name, line.form, line.reason, line.rows) == (
        "visiting",
        "ics",
        "Own phone",
        1,
    )
    told = office.ask(
        lambda connection: connection.scalar(select(func.count(ExportedPerson.person_id)))
    )
    assert told == 1
    with pytest.raises(Refused) as refused:
        office.act(export_calendar, replace(NAMED, reason=" "))
    assert refused.value.problems[0].field == "reason"


def _join(act: Act, role: Role) -> None:
    act.session.add(Member(name=act.who, role=role, is_active=True, since=act.now))


def test_without_the_right_no_name_leaves(office: Office, erna: UUID) -> None:
    visit_planned(office, erna)
    office.act(_join, Role.VOLUNTEER)
    with pytest.raises(Refused) as refused:
        office.act(export_calendar, NAMED)
    assert refused.value.problems[0].message == NO_RIGHT


def test_one_visitors_file_has_only_their_visits_and_says_what_is_cancelled(
    office: Office, erna: UUID
) -> None:
    visit_planned(office, erna)
    cancelled = visit_planned(office, erna, MONDAY + timedelta(days=1), visitor="Omid Rahimi")
    office.act(cancel_visit, cancelled, 1)
    (event,) = events(office.ask(calendar_file, replace(NAMELESS, visitor="Omid Rahimi"), NOW))
    assert (event["UID"], event["STATUS"]) == (f"{cancelled}@nahbar", "CANCELLED")


@pytest.mark.parametrize(
    ("day", "hour"), [(date(2026, 3, 28), 13), (date(2026, 3, 30), 12), (date(2026, 10, 26), 13)]
)
def test_a_change_of_clocks_moves_no_visit(day: date, hour: int) -> None:
    start = datetime.combine(day, time(14, 0))
    content = write_calendar([CalendarEvent(uuid4(), start, start + timedelta(hours=1), "V")], NOW)
    (event,) = events(content)
    assert event["start"] == f"{day}T{hour}:00:00+00:00"


def test_hostile_text_stays_one_text(office: Office) -> None:
    text = "a\r\nATTENDEE:mailto:x@y\r\n; , \\ 😀 \u202e"
    (event,) = events(write_calendar([CalendarEvent(uuid4(), NOW, NOW, text)], NOW))
    assert "ATTENDEE" not in event["all"]
    assert event["SUMMARY"].startswith("a ATTENDEE:mailto:x@y ; , \\")
