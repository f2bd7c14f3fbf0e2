"""How a person is said in one line, enough to tell namesakes apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import Birth, BirthPrecision
from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from app.clients.queries import ClientHit


def birth_words(birth: Birth | None) -> str:
    """Answer a birth as far as it is known: "24.11.1938", "November 1938", "1938"."""
    if birth is None:
        return ""
    if birth.precision is BirthPrecision.DAY:
        return formats.show_day(birth.date)
    if birth.precision is BirthPrecision.MONTH:
        return f"{formats.month_name(birth.date.month)} {birth.date.year}"
    return str(birth.date.year)


def place_line(hit: ClientHit) -> str:
    """Answer where somebody lives in one line; a protected address is not told."""
    if hit.address_protected:
        return _("Address protected")
    street = f"{hit.street} {hit.house_number}".strip()
    town = f"{hit.postal_code} {hit.city}".strip()
    return ", ".join(filter(None, (street, town))) or _("No address")


def hit_line(hit: ClientHit) -> str:
    """Answer a client in one line, enough to tell namesakes apart."""
    parts = (hit.sorted_name, birth_words(hit.birth), place_line(hit))
    return " · ".join(filter(None, parts))
