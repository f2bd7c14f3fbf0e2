"""E-mail addresses and the way a stored phone number is shown at home."""

from __future__ import annotations

import re

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

NOT_AN_EMAIL = N_("An e-mail address looks like name@example.org. Please check it.")

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\.]+(\.[^\s@<>()\[\],;:\"\\.]+)+")
_HOME = {"DE": ("+49 ", "0"), "DK": ("+45 ", "")}
_DANISH_DIGITS = 8


def check_email(email: str, field: str) -> tuple[Problem, ...]:
    """Answer a problem unless a typed text is one e-mail address; empty is allowed."""
    if problems := check_text(email, field, longest=NAME_LENGTH):
        return problems
    typed = email.strip()
    return () if not typed or _EMAIL.fullmatch(typed) else (Problem(NOT_AN_EMAIL, field),)


def show_phone(stored: str, country: str) -> str:
    """Answer a stored number as people write it in a country: +49 211 899 is 0211 899."""
    prefix, trunk = _HOME.get(country, ("", ""))
    if prefix and stored.startswith(prefix):
        at_home = trunk + stored.removeprefix(prefix)
        return _in_pairs(at_home) if country == "DK" else at_home
    return stored


def _in_pairs(number: str) -> str:
    """Answer an eight-digit Danish number as "17 24 83 83"; others stay as they are."""
    if len(number) != _DANISH_DIGITS or not number.isdigit():
        return number
    return " ".join(number[at : at + 2] for at in range(0, _DANISH_DIGITS, 2))
