"""Until when a remedy is open: the decided cases, and what holds for any date."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.errors import Refused
from app.letters.deadlines.queries import deadline
from app.letters.deadlines.reckoning import WHY_ARRIVED_BEFORE, WHY_NATIONWIDE, add_months
from app.letters.deadlines.rules import Asked, Deadline

STATES = (
    *("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV"),
    *("NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"),
)
DAYS = st.dates(date(2005, 1, 1), date(2035, 12, 31))
PLACES = st.sampled_from([("de", state) for state in ("", *STATES)] + [("dk", "")])


def _german(posted: str, kind: str = "widerspruch", state: str = "nw") -> Deadline:
    return deadline(Asked("de", kind, date.fromisoformat(posted), state))


def _dates(found: Deadline) -> tuple[str, str, str]:
    return (found.notified_on.isoformat(), found.raw_end.isoformat(), found.end.isoformat())


@pytest.mark.parametrize("kind", ["widerspruch", "klage"])
@pytest.mark.parametrize(
    ("posted", "notified", "raw", "end"),
    [
        ("2007-09-26", "2007-09-29", "2007-10-29", "2007-10-29"),
        ("2009-01-15", "2009-01-18", "2009-02-18", "2009-02-18"),
        ("2026-01-26", "2026-01-30", "2026-02-28", "2026-03-02"),
        ("2026-03-02", "2026-03-06", "2026-04-06", "2026-04-07"),
        ("2026-11-27", "2026-12-01", "2027-01-01", "2027-01-04"),
        ("2025-12-29", "2026-01-02", "2026-02-02", "2026-02-02"),
    ],
)
def test_german_periods_are_those_that_were_decided(
    kind: str, posted: str, notified: str, raw: str, end: str
) -> None:
    assert _dates(_german(posted, kind)) == (notified, raw, end)


def test_the_fourth_day_counts_for_letters_posted_since_2025() -> None:
    assert _german("2024-12-31").notified_on == date(2025, 1, 3)
    assert _german("2025-01-01").notified_on == date(2025, 1, 5)


def test_the_assumed_day_stays_on_a_sunday_and_says_why() -> None:
    found = _german("2009-01-15")

    assert "BSG, 06.05.2010, B 14 AS 12/09 R" in found.sources
    assert not found.is_moved


def test_a_state_holiday_moves_the_end_in_its_state_only() -> None:
    # Corpus Christi, 4 June 2026, is a holiday in North Rhine-Westphalia but not in Berlin.
    assert _german("2026-04-30", state="nw").end == date(2026, 6, 5)
    assert _german("2026-04-30", state="be").end == date(2026, 6, 4)


def test_without_a_state_the_answer_warns_of_state_holidays() -> None:
    messages = [reason.message for reason in _german("2026-04-30", state="").reasons]

    assert WHY_NATIONWIDE in messages
    assert WHY_NATIONWIDE not in [reason.message for reason in _german("2026-04-30").reasons]


def test_a_late_letter_is_notified_when_it_arrives_and_an_early_one_is_not() -> None:
    late = Asked("de", "klage", date(2026, 1, 26), "NW", date(2026, 2, 5))
    early = Asked("de", "klage", date(2026, 1, 26), "NW", date(2026, 1, 27))

    assert deadline(late).notified_on == date(2026, 2, 5)
    assert deadline(early).notified_on == date(2026, 1, 30)
    assert WHY_ARRIVED_BEFORE in [reason.message for reason in deadline(early).reasons]


def test_a_danish_complaint_is_open_four_weeks_from_receipt() -> None:
    posted = date(2026, 11, 3)

    assumed = deadline(Asked("dk", "klage", posted))
    received = deadline(Asked("dk", "klage", posted, received=date(2026, 11, 9)))

    assert _dates(assumed) == ("2026-11-03", "2026-12-01", "2026-12-01")
    assert _dates(received) == ("2026-11-09", "2026-12-07", "2026-12-07")
    assert any("assumption" in source for source in assumed.sources)


def test_a_danish_letter_on_paper_takes_six_working_days() -> None:
    # Friday, 18 December 2026: 21, 22, 23, 24, 28 and 29 December are working days.
    found = deadline(Asked("dk", "klage", date(2026, 12, 18), channel="letter"))

    assert found.notified_on == date(2026, 12, 29)


def test_a_danish_end_moves_over_the_whole_of_easter() -> None:
    found = deadline(Asked("dk", "klage", date(2026, 3, 5)))

    assert (found.raw_end, found.end) == (date(2026, 4, 2), date(2026, 4, 7))


def test_great_prayer_day_moves_an_end_only_before_2024() -> None:
    before = deadline(Asked("dk", "klage", date(2023, 4, 7)))
    since = deadline(Asked("dk", "klage", date(2024, 3, 29)))

    assert (before.raw_end, before.end) == (date(2023, 5, 5), date(2023, 5, 8))
    assert (since.raw_end, since.end) == (date(2024, 4, 26), date(2024, 4, 26))


def test_constitution_day_and_christmas_eve_are_no_full_holidays() -> None:
    assert not deadline(Asked("dk", "klage", date(2026, 5, 8))).is_moved
    assert not deadline(Asked("dk", "klage", date(2026, 11, 26))).is_moved


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (Asked("se", "klage", date(2026, 1, 1)), "country"),
        (Asked("dk", "widerspruch", date(2026, 1, 1)), "kind"),
        (Asked("de", "klage", date(2026, 1, 1), "xx"), "state"),
        (Asked("dk", "klage", date(2026, 1, 1), "nw"), "state"),
        (Asked("de", "klage", date(2026, 1, 1), channel="digital"), "channel"),
        (Asked("de", "klage", date(2026, 1, 1), received=date(2025, 12, 31)), "received"),
        (Asked("de", "klage", date(2026, 1, 1), received=date(9999, 12, 31)), "received"),
        (Asked("de", "klage", date(1999, 1, 1)), "posted"),
        (Asked("de", "klage", date.max), "posted"),
        (Asked("dk", "klage", date.min), "posted"),
        (Asked("dk", "klage", date(2018, 6, 25), channel="letter"), "posted"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_its_field(asked: Asked, field: str) -> None:
    with pytest.raises(Refused) as refused:
        deadline(asked)

    assert [problem.field for problem in refused.value.problems] == [field]


@given(posted=DAYS, place=PLACES)
@example(posted=date(2024, 1, 28), place=("de", "NW"))
@example(posted=date(2035, 12, 31), place=("dk", ""))
def test_an_end_is_the_first_working_day_from_the_raw_end(
    posted: date, place: tuple[str, str]
) -> None:
    country, state = place
    found = deadline(Asked(country, "klage", posted, state))

    closed = holidays.country_holidays(country.upper(), subdiv=state or None)
    between = [found.raw_end + timedelta(days=n) for n in range((found.end - found.raw_end).days)]
    assert found.end.weekday() < 5
    assert found.end not in closed
    assert all(day.weekday() > 4 or day in closed for day in between)
    assert found.is_moved is bool(between)


@given(posted=DAYS)
def test_a_german_raw_end_bears_the_number_of_the_day_or_ends_its_month(posted: date) -> None:
    found = _german(posted.isoformat())

    days = 3 if posted < date(2025, 1, 1) else 4
    assert found.notified_on == posted + timedelta(days=days)
    following = (found.notified_on.replace(day=1) + timedelta(days=31)).replace(day=1)
    assert (found.raw_end.year, found.raw_end.month) == (following.year, following.month)
    if found.raw_end.day != found.notified_on.day:
        assert (found.raw_end + timedelta(days=1)).day == 1
        assert found.raw_end.day < found.notified_on.day


@given(posted=DAYS)
def test_a_danish_raw_end_falls_on_the_weekday_of_the_receipt(posted: date) -> None:
    found = deadline(Asked("dk", "klage", posted))

    assert found.notified_on == posted
    assert found.raw_end - found.notified_on == timedelta(weeks=4)


@given(posted=DAYS, place=PLACES)
def test_a_letter_posted_later_never_ends_earlier(posted: date, place: tuple[str, str]) -> None:
    country, state = place
    today = deadline(Asked(country, "klage", posted, state))
    tomorrow = deadline(Asked(country, "klage", posted + timedelta(days=1), state))

    assert today.notified_on < tomorrow.notified_on
    assert today.raw_end <= tomorrow.raw_end
    assert today.end <= tomorrow.end


@given(posted=DAYS, place=PLACES)
def test_every_step_has_its_law(posted: date, place: tuple[str, str]) -> None:
    found = deadline(Asked(place[0], "klage", posted, place[1]))

    assert all(reason.message.format(**reason.values) for reason in found.reasons)
    assert all(found.sources)


def test_months_are_added_over_the_turn_of_the_year() -> None:
    assert add_months(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert add_months(date(2027, 12, 31), 2) == date(2028, 2, 29)
    assert add_months(date(2026, 12, 1), 0) == date(2026, 12, 1)
