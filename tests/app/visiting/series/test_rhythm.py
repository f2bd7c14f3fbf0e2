"""Requirements of rhythms: the days that iCalendar says, on the sample calendars of others."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import recurring_ical_events
from icalendar import Calendar
from recurring_ical_events.constants import CALENDARS

from app.visiting.series.rhythm import Rhythm
from app.visiting.series.rules import Frequency, MonthlyBy
from app.visiting.series.rules.plan import times_on

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SPAN = timedelta(days=800)
_OURS = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "WKST"}


def rhythm_of(  # noqa: PLR0911 - each answer is a way of its own
    event: Any,  # noqa: ANN401 - an event of icalendar
    first: date,
) -> Rhythm | None:
    """Answer a rule of iCalendar as a rhythm, None where a series cannot say it."""
    rule = event["RRULE"]
    if isinstance(rule, list) or "FREQ" not in rule or set(rule) - _OURS:
        return None
    step, by_day = int(rule.get("INTERVAL", [1])[0]), [str(day) for day in rule.get("BYDAY", [])]
    until = _date(rule["UNTIL"][0]) if "UNTIL" in rule else None
    frequency, own = str(rule["FREQ"][0]), _DAYS[first.weekday()]
    if frequency == "WEEKLY" and step in {1, 2} and by_day in ([], [own]):
        kind = Frequency.WEEKLY if step == 1 else Frequency.FORTNIGHTLY
        return Rhythm(kind, first, "", until)
    if frequency != "MONTHLY" or step != 1 or len(by_day) > 1:
        return None
    by_number = [int(day) for day in rule.get("BYMONTHDAY", [first.day])]
    if not by_day and by_number == [first.day]:
        return Rhythm(Frequency.MONTHLY, first, MonthlyBy.DAY, until)
    if "BYMONTHDAY" in rule:
        return None
    ways = {
        f"{(first.day - 1) // 7 + 1}{own}": MonthlyBy.WEEKDAY,
        f"-1{own}": MonthlyBy.LAST_WEEKDAY,
    }
    way = ways.get(by_day[0].lstrip("+")) if by_day else None
    if way is MonthlyBy.LAST_WEEKDAY and (first + timedelta(days=7)).month == first.month:
        return None
    return Rhythm(Frequency.MONTHLY, first, way, until) if way else None


def _date(value: Any) -> date:  # noqa: ANN401 - a date or an instant
    return value.date() if isinstance(value, datetime) else value


def _cases() -> Iterator[Any]:
    seen: set[Rhythm] = set()
    for file in sorted(CALENDARS.glob("*.ics")):
        written = file.read_bytes()
        if b"FREQ=WEEKLY" not in written and b"FREQ=MONTHLY" not in written:
            continue
        try:
            calendar = Calendar.from_ical(written)
        except ValueError:
            continue
        events: list[Any] = calendar.walk("VEVENT")
        for number, event in enumerate(events):
            if "RRULE" not in event or "RECURRENCE-ID" in event or "DTSTART" not in event:
                continue
            rhythm = rhythm_of(event, _date(event["DTSTART"].dt))
            if rhythm is not None and rhythm not in seen:
                seen.add(rhythm)
                yield pytest.param(event, rhythm, id=f"{file.stem}-{number}")


CASES = list(_cases())


def test_many_rules_of_the_sample_calendars_can_be_said() -> None:
    assert len(CASES) >= 40
    assert {rhythm.frequency for _event, rhythm in (case.values for case in CASES)} == {
        Frequency.WEEKLY,
        Frequency.FORTNIGHTLY,
        Frequency.MONTHLY,
    }


@pytest.mark.parametrize(("event", "rhythm"), CASES)
def test_a_rhythm_falls_on_the_days_of_the_sample_calendars(
    event: Any,  # noqa: ANN401 - an event of icalendar
    rhythm: Rhythm,
) -> None:
    alone = Calendar()
    rule = {name: value for name, value in event["RRULE"].items() if name != "COUNT"}
    plain = event.copy()
    for name in ("EXDATE", "RDATE", "RRULE", "DTSTART", "DTEND", "DURATION", "UID"):
        plain.pop(name, None)
    first = rhythm.starts_on
    if "UNTIL" in rule:
        rule["UNTIL"] = [_date(rule["UNTIL"][0])]
    plain.add("UID", "one")
    plain.add("DTSTART", first)
    plain.add("RRULE", rule)
    alone.add_component(plain)
    last = first + _SPAN
    found = recurring_ical_events.of(alone).between(first, last)

    expected = sorted(_date(one["DTSTART"].dt) for one in found)
    assert list(rhythm.days(first, last - timedelta(days=1))) == expected


def test_what_is_agreed_has_no_days() -> None:
    rhythm = Rhythm(Frequency.AGREED, date(2026, 11, 24))
    assert rhythm.days(date(2026, 1, 1), date(2027, 1, 1)) == ()
    assert rhythm.next_after(date(2026, 1, 1)) is None


def test_a_visit_keeps_its_hour_when_the_clocks_change() -> None:
    for day in (date(2027, 3, 21), date(2027, 3, 28), date(2027, 10, 31)):
        start, end = times_on(day, 14 * 60 + 30, 60)
        assert (start, end) == (
            datetime.combine(day, time(14, 30)),
            datetime.combine(day, time(15, 30)),
        )


def test_an_hour_that_does_not_exist_comes_later() -> None:
    start, end = times_on(date(2027, 3, 28), 2 * 60 + 15, 30)
    assert (start.time(), end.time()) == (time(3, 15), time(3, 45))
