"""Phone numbers and mail addresses: who shares one is one person, or of one household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST_PHONE = 6
"""Digits of a number that says something about a person."""

SAME_PHONE = N_("same phone number")
SAME_MAIL = N_("same e-mail address")


def read_ways(values: Iterable[str]) -> frozenset[str]:
    """Answer stored numbers and mail addresses as they are compared; what says nothing is left out.

    Numbers are compared by their digits, mail addresses without regard to capitals.
    """
    return frozenset(filter(None, map(_read, values)))


def shared_words(way: str) -> str:
    """Answer what two people share, as an English statement; "" where they share nothing."""
    if not way:
        return ""
    return SAME_MAIL if "@" in way else SAME_PHONE


def _read(value: str) -> str:
    if "@" in value:
        return value.strip().casefold()
    digits = "".join(character for character in value if character.isdigit())
    return digits if len(digits) >= SHORTEST_PHONE else ""
