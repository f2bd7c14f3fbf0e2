"""German and Danish postal addresses: what is typed, what is stored, what is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

COUNTRIES = ("DE", "DK")
"""Countries whose addresses the program knows (ISO 3166-1)."""

_ABROAD = {("DE", "DK"): "DÄNEMARK", ("DK", "DE"): "TYSKLAND"}
"""The country line of a letter, by the countries of sender and recipient, in capitals."""

UNKNOWN_COUNTRY = N_("Please choose Germany or Denmark.")
NOT_A_POSTAL_CODE = N_("A postcode has {digits} digits here. Please check it.")
NOT_A_FLOOR = N_("A floor is st, kl or a number here, such as 3.")
NOT_A_DOOR = N_("A door is tv, mf, th or its number here.")


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; every part may be empty. Floor and door are Danish etage and dør."""

    country: str
    care_of: str = ""
    street: str = ""
    house_number: str = ""
    floor: str = ""
    door: str = ""
    postal_code: str = ""
    city: str = ""


class AddressParts(Protocol):
    """Any form in which an address is typed."""

    @property
    def country(self) -> str:
        """Country of the address, "DE" or "DK"."""

    @property
    def care_of(self) -> str:
        """With whom somebody lives."""

    @property
    def street(self) -> str:
        """Street without the number."""

    @property
    def house_number(self) -> str:
        """Number with its letter."""

    @property
    def floor(self) -> str:
        """Danish etage, or a floor in words."""

    @property
    def door(self) -> str:
        """Danish dør."""

    @property
    def postal_code(self) -> str:
        """Postcode."""

    @property
    def city(self) -> str:
        """Town."""


def typed_address(typed: AddressParts) -> Address:
    """Answer a typed address as it is stored; German addresses have no door."""
    parts = {name: getattr(typed, name) for name in _TEXTS}
    if typed.country != "DK":
        parts["door"] = ""
    return tidy_address(Address(country=typed.country, **parts))


_TEXTS = ("care_of", "street", "house_number", "floor", "door", "postal_code", "city")
_FLOORS = {"stuen": "st", "stue": "st", "kælder": "kl", "kælderen": "kl", "kld": "kl"}
_DOORS = {"tilvenstre": "tv", "venstre": "tv", "midtfor": "mf", "midt": "mf", "tilhøjre": "th",
          "højre": "th"}  # fmt: skip
_ANYTHING = re.compile(r".*", re.DOTALL)
_FORMS: dict[str, dict[str, tuple[re.Pattern[str], Problem]]] = {
    "DE": {"postal_code": (re.compile(r"[0-9]{5}"), Problem(NOT_A_POSTAL_CODE, "", {"digits": 5}))},
    "DK": {
        "postal_code": (re.compile(r"[0-9]{4}"), Problem(NOT_A_POSTAL_CODE, "", {"digits": 4})),
        "floor": (re.compile(r"st|kl|[1-9][0-9]?"), Problem(NOT_A_FLOOR)),
        "door": (re.compile(r"[0-9a-zæøå][0-9a-zæøå/-]{0,4}"), Problem(NOT_A_DOOR)),
    },
}
"""The form of a part of an address in a country, and what to say when it has another."""
_CARE_OF = re.compile(r"^\s*c\s*/\s*o\b[\s:.]*", re.IGNORECASE)


def tidy_address(address: Address) -> Address:
    """Answer an address as it is stored: no stray spaces, "10 a" as 10A in Denmark.

    What is not understood stays as it was typed, for `check_address` to name.
    """
    parts = {name: " ".join(getattr(address, name).split()) for name in _TEXTS}
    parts["care_of"] = _CARE_OF.sub("", parts["care_of"])
    parts["postal_code"] = _tidy_postal_code(parts["postal_code"], address.country)
    if address.country == "DK":
        parts["house_number"] = _tidy_danish_number(parts["house_number"])
        parts["floor"] = _tidy_danish_part(parts["floor"].lower().removesuffix("sal"), _FLOORS)
        parts["door"] = _tidy_danish_part(parts["door"].lower(), _DOORS)
    return replace(address, **parts)


def _tidy_postal_code(typed: str, country: str) -> str:
    digits = re.sub(rf"^(?:{country}|{country[:1]})[\s-]*|\s", "", typed, flags=re.IGNORECASE)
    return digits if digits.isascii() and digits.isdigit() else typed


def _tidy_danish_number(typed: str) -> str:
    single = re.fullmatch(r"(\d+)\s*([a-zæøå]?)", typed, flags=re.IGNORECASE)
    return single[1] + single[2].upper() if single else typed


def _tidy_danish_part(typed: str, words: dict[str, str]) -> str:
    short = re.sub(r"[\s.]", "", typed)
    return words.get(short, short)


def check_address(address: Address) -> tuple[Problem, ...]:
    """Answer what is wrong with a tidied address, one problem a part; gaps are allowed."""
    if address.country not in COUNTRIES:
        return (Problem(UNKNOWN_COUNTRY, "country"),)
    return tuple(problem for name in _TEXTS for problem in _check_part(address, name))


def _check_part(address: Address, name: str) -> tuple[Problem, ...]:
    value: str = getattr(address, name)
    form, problem = _FORMS[address.country].get(name, (_ANYTHING, None))
    if problem is None or not value or form.fullmatch(value):
        return check_text(value, name, longest=NAME_LENGTH)
    return (replace(problem, field=name),)


def address_lines(address: Address, *, sent_from: str = "") -> tuple[str, ...]:
    """Answer the lines of an address below the name, without empty ones.

    `sent_from` is the sender's country: letters abroad end with the country in capitals.
    Germany: street and number, postcode and town (DIN 5008). Denmark: "10A, 3. tv".
    """
    care_of = f"c/o {address.care_of}" if address.care_of else ""
    street = f"{address.street} {address.house_number}".strip()
    if address.country == "DK":
        street = ", ".join(filter(None, (street, _danish_door(address))))
    town = f"{address.postal_code} {address.city}".strip()
    country = _ABROAD.get((sent_from, address.country), "")
    return tuple(filter(None, (care_of, street, town, country)))


def _danish_door(address: Address) -> str:
    floor = f"{address.floor}." if address.floor else ""
    return f"{floor} {address.door}".strip()
