"""A date of birth may be known to the day, the month or the year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clients.rules.births import (
    BORN_LATER,
    BORN_TOO_EARLY,
    NO_SUCH_DAY,
    NOT_A_BIRTH,
    SHORT_YEAR,
    Birth,
    BirthPrecision,
    age,
    check_birth,
    read_birth,
    write_birth,
)
from app.errors import Problem

TODAY = date(2026, 11, 23)
DAY, MONTH, YEAR = BirthPrecision


@pytest.mark.parametrize(
    "typed",
    ["24.11.1938", " 24. 11. 1938", "24/11/1938", "24/11-1938", "24-11-1938", "1938-11-24",
     "24111938", "24 11 1938"],
)  # fmt: skip
def test_a_full_date_is_understood_in_every_usual_form(typed: str) -> None:
    assert read_birth(typed) == Birth(date(1938, 11, 24), DAY)


@pytest.mark.parametrize("typed", ["03.1938", "3/1938", "1938-03", "ca. 03.1938"])
def test_month_and_year_are_enough(typed: str) -> None:
    assert read_birth(typed) == Birth(date(1938, 3, 1), MONTH)


@pytest.mark.parametrize("typed", ["1938", "ca. 1938", "ca 1938", "um 1938", "omkring 1938"])
def test_the_year_alone_is_enough(typed: str) -> None:
    assert read_birth(typed) == Birth(date(1938, 1, 1), YEAR)


def test_a_birth_may_be_unknown() -> None:
    assert read_birth("  ") is None


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("24.11.38", SHORT_YEAR),
        ("38", SHORT_YEAR),
        ("31.02.1938", NO_SUCH_DAY),
        ("13.1938", NO_SUCH_DAY),
        ("00.00.0000", NO_SUCH_DAY),
        ("yesterday", NOT_A_BIRTH),
        ("ca.", NOT_A_BIRTH),
        ("\u0662\u0664.11.1938", NOT_A_BIRTH),
        ("24.11.1938 or so", NOT_A_BIRTH),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(typed: str, message: str) -> None:
    assert read_birth(typed) == Problem(message, "birth")


@given(typed=st.text(max_size=30) | st.text(alphabet="0123456789.-/ ", max_size=12))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    answer = read_birth(typed)
    assert answer is None or isinstance(answer, (Birth, Problem))
    if isinstance(answer, Birth):
        assert read_birth(write_birth(answer)) == answer


def test_nobody_is_born_in_the_future() -> None:
    assert check_birth(Birth(TODAY), TODAY) == ()
    assert check_birth(Birth(date(2026, 11, 24)), TODAY) == (Problem(BORN_LATER, "birth"),)


def test_nobody_alive_was_born_before_1890() -> None:
    assert check_birth(Birth(date(1890, 1, 1)), TODAY) == ()
    (problem,) = check_birth(Birth(date(1889, 12, 31)), TODAY)
    assert (problem.message, problem.values) == (BORN_TOO_EARLY, {"year": 1890})


@pytest.mark.parametrize(
    ("birth", "years", "is_approximate"),
    [
        (Birth(date(1938, 11, 23)), 88, False),
        (Birth(date(1938, 11, 24)), 87, False),
        (Birth(date(1938, 11, 1), MONTH), 88, True),
        (Birth(date(1938, 12, 1), MONTH), 87, False),
        (Birth(date(1938, 3, 1), MONTH), 88, False),
        (Birth(date(1938, 1, 1), YEAR), 88, True),
    ],
)
def test_age_counts_full_years(birth: Birth, years: int, *, is_approximate: bool) -> None:
    answer = age(birth, TODAY)
    assert (answer.years, answer.is_approximate) == (years, is_approximate)


def test_who_was_born_on_29_february_becomes_older_on_1_march() -> None:
    assert age(Birth(date(1940, 2, 29)), date(2026, 2, 28)).years == 85
    assert age(Birth(date(1940, 2, 29)), date(2026, 3, 1)).years == 86
