"""Phone numbers are understood where that is possible and kept as typed where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clients.phones import NO_DIGITS, Phone, read_phone
from app.errors import Problem


@pytest.mark.parametrize(
    ("typed", "country", "stored"),
    [
        ("0211 8998999", "DE", "+49 211 8998999"),
        ("(0211) 899-8999", "DE", "+49 211 8998999"),
        ("0211/89 98 999", "DE", "+49 211 8998999"),
        ("0049 211 8998999", "DE", "+49 211 8998999"),
        ("0176 12345678", "DE", "+49 176 12345678"),
        ("44 77 20 00", "DK", "+45 44 77 20 00"),
        ("44772000", "DK", "+45 44 77 20 00"),
        ("+45 44772000", "DE", "+45 44 77 20 00"),
    ],
)
def test_a_number_is_understood_however_it_is_typed(typed: str, country: str, stored: str) -> None:
    assert read_phone(typed, country) == Phone(stored, is_understood=True)


@pytest.mark.parametrize(
    "typed",
    ["112", "0211 899 89 99 (Tochter)", "0211 8998999 / 0176 12345678", "ring 3 times, 8998999"],
)
def test_what_is_not_one_number_is_kept_as_typed(typed: str) -> None:
    assert read_phone(f" {typed} ", "DE") == Phone(typed, is_understood=False)


def test_no_number_is_no_problem() -> None:
    assert read_phone("  ", "DE") == Phone("", is_understood=True)


def test_a_number_without_a_digit_is_refused() -> None:
    assert read_phone("none", "DE", "mobile") == Problem(NO_DIGITS, "mobile")


@given(typed=st.text(max_size=40) | st.text(alphabet="0123456789+-/() ", max_size=30))
def test_whatever_is_typed_is_kept_or_refused_and_reads_the_same_again(typed: str) -> None:
    phone = read_phone(typed, "DE")
    if isinstance(phone, Phone):
        assert read_phone(phone.stored, "DE") == phone
