"""E-mail addresses and the way a stored phone number is shown at home."""

from __future__ import annotations

import re

from app.errors import N_, Problem

EMAIL_LENGTH = 254
"""Longest e-mail address that the mail system carries (RFC 5321 § 4.5.3.1.3)."""

NOT_AN_EMAIL = N_("An e-mail address looks like name@example.org. Please check it.")

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\.]+(\.[^\s@<>()\[\],;:\"\\.]+)+")
_HOME = {"DE": ("+49 ", "0"), "DK": ("+45 ", "")}


def check_email(email: str, field: str) -> tuple[Problem, ...]:
    """Answer a problem unless a text looks like one e-mail address; empty is allowed."""
    if not email or (len(email) <= EMAIL_LENGTH and _EMAIL.fullmatch(email)):
        return ()
    return (Problem(NOT_AN_EMAIL, field),)


def show_phone(stored: str, country: str) -> str:
    """Answer a stored number as people write it in a country: +49 211 899 is 0211 899."""
    prefix, trunk = _HOME.get(country, ("", ""))
    if prefix and stored.startswith(prefix):
        return trunk + stored.removeprefix(prefix)
    return stored
