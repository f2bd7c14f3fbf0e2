"""Dates, times and numbers stand as people of the language write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from resources.text import use_language
from ui import formats

DAY = date(2026, 11, 24)
START = datetime(2026, 11, 24, 14, 5)  # noqa: DTZ001 - wall-clock time, as people plan it


@pytest.mark.parametrize(
    ("language", "shown", "long"),
    [
        ("de", "Di 24.11.2026", "Dienstag, 24. November 2026"),
        ("da", "tir. 24.11.2026", "tirsdag den 24. november 2026"),
        ("en", "Tue 24 Nov 2026", "Tuesday 24 November 2026"),
    ],
)
def test_a_date_stands_as_people_write_it(language: str, shown: str, long: str) -> None:
    use_language(language)
    assert formats.show_date(DAY) == shown
    assert formats.show_long_date(DAY) == long
    assert formats.show_datetime(START) == f"{shown}, 14:05"


@pytest.mark.parametrize(
    ("language", "shown"), [("de", "Di 24.11."), ("da", "tir. 24.11."), ("en", "Tue 24 Nov")]
)
def test_a_short_date_leaves_the_year_out(language: str, shown: str) -> None:
    use_language(language)
    assert formats.show_short_date(DAY) == shown


@pytest.mark.parametrize(
    ("language", "spans"),
    [
        ("de", ("23.–29.11.2026", "30.11.–06.12.2026", "28.12.2026 – 03.01.2027", "Di 24.11.2026")),
        (
            "en",
            (
                "23–29 Nov 2026",
                "30 Nov – 6 Dec 2026",
                "28 Dec 2026 – 3 Jan 2027",
                "Tue 24 Nov 2026",
            ),
        ),
    ],
)
def test_a_span_of_days_names_what_both_share_once(language: str, spans: tuple[str, ...]) -> None:
    use_language(language)
    firsts = (date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 28))
    shown = [formats.show_date_span(first, first + timedelta(6)) for first in firsts]
    assert (*shown, formats.show_date_span(DAY, DAY)) == spans


def test_a_span_of_time_may_have_no_end_yet() -> None:
    assert formats.show_time_span(START, START + timedelta(minutes=50)) == "14:05–14:55"
    assert formats.show_time_span(START, None) == "14:05"
    assert formats.show_time(None) == ""


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (date(1948, 11, 23), "78 years"),
        (date(1948, 11, 24), "77 years"),
        (date(2025, 11, 1), "1 year"),
        (date(1928, 2, 29), "98 years"),
    ],
)
def test_an_age_is_counted_in_completed_years(born: date, age: str) -> None:
    assert formats.show_age(born, date(2026, 11, 23)) == age


@pytest.mark.parametrize(
    ("language", "number"), [("de", "20.000"), ("da", "20.000"), ("en", "20,000")]
)
def test_numbers_are_grouped_as_the_language_does(language: str, number: str) -> None:
    use_language(language)
    assert formats.show_number(20_000) == number


@pytest.mark.parametrize(
    ("octets", "shown"),
    [
        (0, "0 B"),
        (1023, "1,023 B"),
        (2048, "2 kB"),
        (2_500_000, "2.4 MB"),
        (50_000_000, "48 MB"),
        (5_000_000_000, "4.7 GB"),
    ],
)
def test_sizes_are_short(octets: int, shown: str) -> None:
    assert formats.show_size(octets) == shown


@pytest.mark.parametrize(
    ("age", "shown"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=12), "12 min ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=23), "23 hours ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=59), "59 days ago"),
        (timedelta(days=90), "3 months ago"),
        (timedelta(seconds=-9), "just now"),
    ],
)
def test_how_long_ago_is_said_in_words(age: timedelta, shown: str) -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert formats.show_ago(now - age, now) == shown
