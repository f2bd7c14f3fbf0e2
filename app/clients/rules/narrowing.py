"""What a list of people is narrowed down to beside its role and status."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from app.clients.rules.births import BirthPrecision
from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST = 130
"""The highest age that is asked for, in years."""

NOT_AN_AGE = N_("An age is a whole number from 0 to {most}.")
AGES_CROSSED = N_("The second age is below the first.")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Who belongs to a list; the empty one leaves nobody out."""

    area: str = ""
    """Name of the area where somebody lives, or its number where it has no name."""
    speaks: str = ""
    """BCP 47 tag of a language that somebody speaks, or wants letters in."""
    responsible: str = ""
    """Name of the colleague in charge."""
    age_from: int | None = None
    age_to: int | None = None
    """In full years; whose birth is not known belongs to no age."""

    @property
    def asked(self) -> frozenset[str]:
        """The names of what is asked for."""
        return frozenset(name for name, value in self._values().items() if value not in {"", None})

    @property
    def texts(self) -> dict[str, str]:
        """What is asked for as texts, as views and places keep it."""
        return {name: str(value) for name, value in self._values().items() if name in self.asked}

    def _values(self) -> dict[str, str | int | None]:
        return {each.name: getattr(self, each.name) for each in fields(self)}


NO_NARROWING = Narrowing()
"""Leaves nobody out."""


def read_narrowing(texts: Mapping[str, str]) -> Narrowing:
    """Answer a narrowing from its `texts`; what is not understood is open."""
    return Narrowing(
        texts.get("area", ""),
        texts.get("speaks", ""),
        texts.get("responsible", ""),
        _age(texts.get("age_from", "")),
        _age(texts.get("age_to", "")),
    )


def check_ages(typed_from: str, typed_to: str) -> tuple[Problem, ...]:
    """Answer what is wrong with two typed ages, naming "age_from" and "age_to"; both may be empty.

    The first age may be as high as the second, but not higher.
    """
    typed = {"age_from": typed_from.strip(), "age_to": typed_to.strip()}
    wrong = [
        Problem(NOT_AN_AGE, name, {"most": OLDEST})
        for name, text in typed.items()
        if text and _age(text) is None
    ]
    least, most = _age(typed["age_from"]), _age(typed["age_to"])
    if not wrong and least is not None and most is not None and most < least:
        return (Problem(AGES_CROSSED, "age_to"),)
    return tuple(wrong)


def born_until(years: int, today: date) -> dict[BirthPrecision, date]:
    """Answer the last stored birth, by its precision, of those who have reached an age.

    It is the opposite of `age`: unknown months and days are stored as the first, and count as
    if the birthday of this year had been.
    """
    year = max(today.year - years, 1)
    day = min(today.day, monthrange(year, today.month)[1])
    return {
        BirthPrecision.DAY: date(year, today.month, day),
        BirthPrecision.MONTH: date(year, today.month, 1),
        BirthPrecision.YEAR: date(year, 1, 1),
    }


def _age(text: str) -> int | None:
    digits = text.strip()
    is_age = digits.isascii() and digits.isdigit() and len(digits) <= len(str(OLDEST))
    return int(digits) if is_age and int(digits) <= OLDEST else None
