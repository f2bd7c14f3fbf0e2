"""A CPR number is read by its form and its day; its check digit is never a reason to refuse."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clients.rules import Birth, BirthPrecision, cpr_warnings, mask_cpr, read_cpr, show_cpr
from app.clients.rules.cpr import FAILS_MODULUS, NO_SUCH_BIRTH, NOT_A_CPR, OTHER_BIRTH, cpr_birth
from app.errors import Problem


@pytest.mark.parametrize("typed", ["111111-1118", " 1111111118 ", "111111 1118"])
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert read_cpr(typed) == "1111111118"


@pytest.mark.parametrize(
    "typed", ["111111", "111111-111", "11111-11118", "111111-11189", "a", "1" * 500]
)
def test_what_has_not_ten_digits_is_refused(typed: str) -> None:
    assert read_cpr(typed) == Problem(NOT_A_CPR, "cpr")


@pytest.mark.parametrize("typed", ["320111-1118", "111311-1118", "290201-1118", "000000-0000"])
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    assert read_cpr(typed) == Problem(NO_SUCH_BIRTH, "cpr")


def test_nothing_typed_is_no_number() -> None:
    assert read_cpr("  ") == ""


@pytest.mark.parametrize(
    ("digits", "year"),
    [
        ("0101000000", 1900), ("0101993000", 1999),
        ("0101364000", 2036), ("0101374000", 1937),
        ("0101369000", 2036), ("0101379000", 1937),
        ("0101575000", 2057), ("0101585000", 1858),
        ("0101578000", 2057), ("0101998000", 1899),
    ],
)  # fmt: skip
def test_the_seventh_digit_gives_the_century(digits: str, year: int) -> None:
    assert cpr_birth(digits) == date(year, 1, 1)


def test_a_leap_day_depends_on_the_century() -> None:
    assert cpr_birth("2902005000") == date(2000, 2, 29)
    assert cpr_birth("2902000000") is None


def test_a_number_that_fails_the_check_is_accepted_with_a_second_look() -> None:
    assert read_cpr("251248-9996") == "2512489996"
    birth = Birth(date(1948, 12, 25))
    assert [problem.message for problem in cpr_warnings("251248-9996", birth)] == [FAILS_MODULUS]
    assert cpr_warnings("111111-1118", Birth(date(1911, 11, 11))) == ()


@pytest.mark.parametrize(
    ("birth", "agrees"),
    [
        (Birth(date(1911, 11, 11)), True),
        (Birth(date(1911, 11, 12)), False),
        (Birth(date(1911, 11, 1), BirthPrecision.MONTH), True),
        (Birth(date(1911, 1, 1), BirthPrecision.YEAR), True),
        (Birth(date(1912, 1, 1), BirthPrecision.YEAR), False),
        (None, True),
    ],
)
def test_another_birth_deserves_a_second_look(birth: Birth | None, agrees: bool) -> None:  # noqa: FBT001 - a case
    found = [problem.message for problem in cpr_warnings("111111-1118", birth)]
    assert found == ([] if agrees else [OTHER_BIRTH])


def test_a_card_shows_the_birth_only() -> None:
    assert mask_cpr("1111111118") == "111111-••••"
    assert show_cpr("1111111118") == "111111-1118"
    assert mask_cpr("") == show_cpr("") == ""


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(typed: str) -> None:
    read = read_cpr(typed)
    assert isinstance(read, Problem) or read == "" or read.isdigit()
    cpr_warnings(typed, None)
