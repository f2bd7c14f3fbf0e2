"""Whom a letter names above its address, and how it greets: one person, or a household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import address_lines
from app.households.rules import Addressee as Member
from app.households.rules import greet_household

if TYPE_CHECKING:
    from app.households.rules import HouseholdGreeting
    from app.letters.composing.addressees import Recipients

_ENDS = {"de": ",", "en": ","}
"""What stands behind the greeting of a household."""


def household_greeting(to: Recipients, language: str) -> str:
    """Answer how a household is greeted; "" for one person or a language without a form for it."""
    found = _household(to, language)
    return found.salutation + _ENDS.get(language, "") if found else ""


def salutation_of(to: Recipients) -> str:
    """Answer by which variant of a greeting somebody is greeted: "ms", "mr" or "none"."""
    first = to.first
    is_known = first.salutation in {"ms", "mr"} and bool(first.family_name.strip())
    return first.salutation if is_known and len(to.people) == 1 else "none"


def all_names(to: Recipients) -> str:
    """Answer everybody whom a letter is to, in one line."""
    return ", ".join(one.name for one in to.people)


def address_field(to: Recipients, country: str, language: str) -> tuple[str, ...]:
    """Answer the lines of the address field: who, then where."""
    found = _household(to, language)
    names = found.recipients if found else tuple(one.name for one in to.people)
    return (*names, *address_lines(to.first.address, sent_from=country))


def _household(to: Recipients, language: str) -> HouseholdGreeting | None:
    if len(to.people) == 1:
        return None
    members = [Member(one.given_name, one.family_name, one.salutation) for one in to.people]
    try:
        return greet_household(members, to.household, language)
    except KeyError:
        return None
