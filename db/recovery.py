"""Recovery keys: letters a person can copy from paper, in groups that find their own mistakes."""

from __future__ import annotations

import re
import secrets
import unicodedata

from app.errors import N_, Problem, Refused

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which are mistaken for 1, 0 and V."""
GROUPS = 6
DATA_LETTERS = 5
"""Letters of a group that carry 5 bits each; one more letter checks them."""
GROUP_LETTERS = DATA_LETTERS + 1

_LOOK_ALIKES = str.maketrans("ILO", "110")
_SEPARATORS = re.compile(r"[\s\-–—_.:,]+")
_FIELD = "recovery_key"


def new_recovery_key() -> str:
    """Answer a fresh recovery key of 150 random bits, such as `7K2QMA-…` with six groups."""
    groups = []
    for place in range(GROUPS):
        values = [secrets.randbelow(len(ALPHABET)) for _ in range(DATA_LETTERS)]
        groups.append("".join(ALPHABET[value] for value in [*values, _check(values, place)]))
    return "-".join(groups)


def tidy(text: str) -> str:
    """Answer the key as it stands on paper, whatever case, spaces or look-alikes were typed.

    Raises `Refused` that names the first group (`group`, from 1) with a typing mistake.
    """
    groups = _split(text)
    for number, group in enumerate(groups, start=1):
        if not _is_right(group, number - 1):
            raise Refused(Problem(MISTYPED, _FIELD, {"group": number}))
    return "-".join(groups)


def secret_of(text: str) -> bytes:
    """Answer the random part of a recovery key as bytes; raises `Refused` like `tidy`."""
    return tidy(text).replace("-", "").encode("ascii")


def _split(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).upper().translate(_LOOK_ALIKES).strip()
    parts = [part for part in _SEPARATORS.split(plain) if part]
    if len(parts) != GROUPS:
        joined = "".join(parts)
        parts = [joined[at : at + GROUP_LETTERS] for at in range(0, len(joined), GROUP_LETTERS)]
    if not parts:
        raise Refused(Problem(MISSING, _FIELD))
    if len(parts) > GROUPS and all(map(_is_right, parts[:GROUPS], range(GROUPS))):
        raise Refused(Problem(TOO_LONG, _FIELD, {"groups": GROUPS}))
    return (parts + [""] * GROUPS)[:GROUPS]


def _is_right(group: str, place: int) -> bool:
    if len(group) != GROUP_LETTERS or any(letter not in ALPHABET for letter in group):
        return False
    values = [ALPHABET.index(letter) for letter in group]
    return _check(values[:-1], place) == values[-1]


def _check(values: list[int], place: int) -> int:
    """Weigh each letter differently in the field of 32 elements, beginning with the place.

    Any one wrong letter, any two swapped letters and any group in the wrong place are found.
    """
    total = place + 1
    weight = 1
    for value in values:
        weight = _times(weight, 2)
        total ^= _times(value, weight)
    return total


def _times(first: int, second: int) -> int:
    """Multiply in the field of 32 elements (modulo x⁵ + x² + 1)."""
    product = 0
    while second:
        if second & 1:
            product ^= first
        second >>= 1
        first <<= 1
        if first & 0b100000:
            first ^= 0b100101
    return product


MISSING = N_("Type the recovery key.")
MISTYPED = N_("Group {group} of the recovery key has a typing mistake.")
TOO_LONG = N_("The recovery key has {groups} groups; more were typed.")
