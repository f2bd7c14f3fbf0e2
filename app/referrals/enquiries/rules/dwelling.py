"""Which home is meant: the folded address brings together what is said of the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import fold
from app.households.rules import house_key, street_key

if TYPE_CHECKING:
    from app.clients.rules import Address


def dwelling_key(address: Address) -> str:
    """Answer the key of a home; "" where street and house number, or the place, are not known.

    In a block of flats the floor and the door tell homes apart; where neither was said, all
    that is said of the house without them is brought together.
    """
    street, number = street_key(address.street), house_key(address.house_number)
    place = address.postal_code or fold(address.city).strip()
    if not (street and number and place):
        return ""
    parts = (address.country, place, street, number, address.floor, address.door)
    return "|".join("".join(part.split()).casefold() for part in parts)


def house_prefix(key: str) -> str:
    """Answer how the keys of all homes of a house begin; "" for no key."""
    return "|".join(key.split("|")[:4]) + "|" if key else ""
