"""Phone numbers: read however they are typed, kept in the international form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.errors import N_, Problem

NO_DIGITS = N_("A phone number has digits. Please check it.")
KEPT_AS_TYPED = N_("This is kept as typed: it is no complete phone number.")
"""The hint beside a number that the program cannot dial from anywhere."""

_WORDS = re.compile(r"[^\W\d_]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number as it is stored, and whether it was understood."""

    stored: str
    is_understood: bool


def read_phone(typed: str, country: str, field: str = "phone") -> Phone | Problem:
    """Read a number as typed in a country ("DE", "DK").

    An understood number is stored like "+49 211 8998999"; anything else with a digit in it
    is kept as typed. Text without a digit is refused.
    """
    text = typed.strip()
    if not text:
        return Phone("", is_understood=True)
    if not any(character.isdigit() for character in text):
        return Problem(NO_DIGITS, field)
    number = _international(text, country)
    return Phone(number or text, is_understood=bool(number))


def _international(text: str, country: str) -> str:
    """Answer the international form, or "" when the whole text is not one valid number."""
    import phonenumbers  # noqa: PLC0415 - 40 ms to import, needed only where a card is saved

    if _WORDS.search(text):
        return ""
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
