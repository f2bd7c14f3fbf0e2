"""E-mail addresses are looked at kindly; numbers are shown as at home."""

from __future__ import annotations

import pytest

from app.clients.rules.contact import NOT_AN_EMAIL, check_email, show_phone
from app.errors import Problem
from app.text_rules import NOT_STORABLE, ONE_LINE, TOO_LONG


@pytest.mark.parametrize(
    "email", ["", "anna@example.org", "a.b+c@mail.example.dk", "müller@bücher.example", "o'x@a.de"]
)
def test_what_looks_like_an_email_address_is_taken(email: str) -> None:
    assert check_email(email, "email") == ()


@pytest.mark.parametrize(
    "email",
    ["anna", "anna@", "@example.org", "anna@example", "anna @example.org", "a@b@c.de",
     "a@example..org", "<anna@example.org>", "a@b.de, c@d.de"],
)  # fmt: skip
def test_what_cannot_be_an_email_address_is_refused(email: str) -> None:
    assert check_email(email, "email") == (Problem(NOT_AN_EMAIL, "email"),)


@pytest.mark.parametrize(
    ("email", "sentence"),
    [("a" * 250 + "@b.de", TOO_LONG), ("a\0b@c.de", NOT_STORABLE), ("a@b.de\n", ONE_LINE)],
)
def test_an_email_address_is_a_text_that_can_be_kept(email: str, sentence: str) -> None:
    (problem,) = check_email(email, "email")
    assert (problem.message, problem.field) == (sentence, "email")


@pytest.mark.parametrize(
    ("stored", "country", "shown"),
    [
        ("+49 211 8998999", "DE", "0211 8998999"),
        ("+45 44 77 20 00", "DK", "44 77 20 00"),
        ("+45 44772000", "DK", "44 77 20 00"),
        ("+45 4477 2000", "DK", "4477 2000"),
        ("+45 44 77 20 00", "DE", "+45 44 77 20 00"),
        ("ask at the kiosk, 12", "DE", "ask at the kiosk, 12"),
        ("", "DK", ""),
    ],
)
def test_a_number_is_shown_as_people_write_it_at_home(
    stored: str, country: str, shown: str
) -> None:
    assert show_phone(stored, country) == shown
