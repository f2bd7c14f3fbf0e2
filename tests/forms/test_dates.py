"""Dates and times in letters."""

from __future__ import annotations

from datetime import datetime

import pytest

from forms.dates import clock_time, day_and_times, long_day, plain_day

START = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001 - local wall-clock time
END = datetime(2026, 11, 24, 15, 0)  # noqa: DTZ001 - local wall-clock time


def test_german_letters_write_the_day_in_full() -> None:
    assert long_day(START, "de") == "Dienstag, 24. November 2026"
    assert day_and_times(START, END, "de") == (
        "Dienstag, 24. November 2026, 14:30 bis 15:00\u00a0Uhr"
    )


def test_danish_letters_write_it_as_danes_do() -> None:
    assert long_day(START, "da") == "tirsdag den 24. november 2026"
    assert day_and_times(START, END, "da") == (
        "tirsdag den 24. november 2026 kl.\u00a014.30 til 15.00"
    )


def test_english_letters_put_the_day_first() -> None:
    assert day_and_times(START, END, "en") == "Tuesday, 24 November 2026, 14:30 to 15:00"


def test_the_date_of_a_letter_has_no_weekday() -> None:
    assert plain_day(START, "de") == "24. November 2026"
    assert plain_day(START, "en") == "24 November 2026"


def test_times_are_on_the_24_hour_clock() -> None:
    early = START.replace(hour=0, minute=5)

    assert [clock_time(early, language) for language in ("de", "da")] == ["00:05", "00.05"]


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("ro", "marți, 24 noiembrie 2026"),
        ("el", "Τρίτη, 24 Νοεμβρίου 2026"),
        ("fa", "سه\u200cشنبه، 24 نوامبر 2026"),  # noqa: RUF001 - Persian
        ("kmr", "sêşem, 24ê mijdara 2026an"),
        ("ckb", "سێشەممە، 24ی تشرینی دووەمی 2026"),
    ],
)
def test_the_day_is_written_in_every_language_of_free_letters(language: str, day: str) -> None:
    assert long_day(START, language) == day
    assert plain_day(START, language) in day
