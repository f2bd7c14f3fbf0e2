"""What a contact card says of a person, in the columns of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADERS = (
    "given name", "family name", "date of birth", "phone", "mobile", "email",
    "c/o", "street", "postcode", "town", "country", "languages", "note",
)  # fmt: skip
"""The columns of a list that is made of contact cards."""
_PART = re.compile(r"(?<!\\);")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NAME_PARTS, _ADDRESS_PARTS = 5, 7
_BIRTH = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?")


class Property(NamedTuple):
    """One property of a card: its name and its parameters in capitals, its value as written."""

    name: str
    parameters: frozenset[str]
    value: str


class _Name(NamedTuple):
    family: str
    given: str


def facts_of(card: Sequence[Property]) -> list[str]:
    """Answer the cells of a card in the order of `HEADERS`; empty ones when it names nobody."""
    name = _name(card)
    if not (name.family or name.given):
        return []
    _, extended, street, town, _, postcode, country = _parts(card, "ADR", _ADDRESS_PARTS)
    mobile = _phone(card, mobile=True)
    return [
        name.given,
        name.family,
        _birth(_first(card, "BDAY")),
        _phone(card, mobile=False),
        mobile,
        _plain(_first(card, "EMAIL")).strip(),
        extended,
        street,
        postcode,
        town,
        country,
        ", ".join(_plain(one.value) for one in card if one.name == "LANG"),
        _plain(_first(card, "NOTE")),
    ]


def _name(card: Sequence[Property]) -> _Name:
    """Answer the name: by its parts, or the last word of the formatted one as family name."""
    family, given, further, *_ = _parts(card, "N", _NAME_PARTS)
    if family or given:
        return _Name(family, f"{given} {further}".strip())
    given, _, family = _plain(_first(card, "FN")).strip().rpartition(" ")
    return _Name(family, given)


def _first(card: Sequence[Property], name: str) -> str:
    """Answer the preferred property of a name, or the first one."""
    found = [one for one in card if one.name == name and one.value.strip()]
    preferred = [one for one in found if "PREF" in one.parameters]
    return (preferred or found)[0].value if found else ""


def _parts(card: Sequence[Property], name: str, count: int) -> list[str]:
    written = _PART.split(_first(card, name), maxsplit=count)[:count]
    parts = [" ".join(_plain(part).split()) for part in written]
    return (parts + [""] * count)[:count]


def _phone(card: Sequence[Property], *, mobile: bool) -> str:
    phones = [one for one in card if one.name == "TEL" and "FAX" not in one.parameters]
    wanted = [one for one in phones if ("CELL" in one.parameters) == mobile]
    return _plain(_first(wanted, "TEL")).removeprefix("tel:").strip()


def _birth(value: str) -> str:
    """Answer a date of birth with its hyphens; 19381124 would be read as a day first."""
    found = _BIRTH.fullmatch(value.strip())
    return "-".join(found.groups()) if found else value.strip()


def _plain(value: str) -> str:
    r"""Answer a value without its escapes: \n is a line break, \, a comma."""
    return _ESCAPED.sub(lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], value)
