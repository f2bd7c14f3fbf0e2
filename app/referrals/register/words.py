"""How the register is said in one language, on screens, in lists and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from app.exchange.writing.list_words import LISTS
from app.letters.templates.rules import OTHER_TITLES, TITLES
from app.referrals.bases import bases
from app.referrals.disclosures.rules import (
    NO_BASIS,
    OVERRIDDEN,
    OVERRIDE,
    OWN_LETTER,
    WHAT_NAMES,
    LeftBy,
)
from app.referrals.handing_over.rules import KIND_LABELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.referrals.disclosures.rules import RegisterRow

    Say = Callable[[str], str]

ENQUIRY = N_("Enquiry {number}")
_TITLES = {basis.code: basis.title for country in ("DE", "DK") for basis in bases(country)}
_PURPOSES = {**{kind.value: words for kind, words in KIND_LABELS.items()}, **TITLES, **OTHER_TITLES}


def what_words(row: RegisterRow, say: Say) -> str:
    """Answer what left, in words of a language."""
    if row.by is LeftBy.EXPORT:
        return say(LISTS[row.what]) if row.what in LISTS else row.what
    if row.by is LeftBy.LETTER:
        return say(_PURPOSES.get(row.purpose, row.purpose))
    return ", ".join(say(WHAT_NAMES.get(code, code)) for code in row.what.split(",") if code)


def why_words(row: RegisterRow, say: Say) -> str:
    """Answer what for."""
    if row.by is LeftBy.LETTER:
        return ""
    if row.by is LeftBy.ANSWER:
        return say(ENQUIRY).format(number=row.purpose)
    return say(_PURPOSES[row.purpose]) if row.purpose in _PURPOSES else row.purpose


def to_words(row: RegisterRow, say: Say) -> str:
    """Answer to whom; letters and lists have no other recipient."""
    if row.by is LeftBy.LETTER:
        return say(OWN_LETTER)
    if row.by is LeftBy.PSP:
        return say(row.recipient)
    return row.recipient


def basis_words(row: RegisterRow, say: Say) -> str:
    """Answer on what basis, with the sections of the law."""
    if row.by is LeftBy.EXPORT:
        return say(NO_BASIS)
    if row.basis == OVERRIDE:
        return ": ".join(filter(None, (say(OVERRIDDEN), row.law)))
    title = say(_TITLES[row.basis]) if row.basis in _TITLES else row.basis
    return ": ".join(filter(None, (title, row.law)))
