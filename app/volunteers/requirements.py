"""The requirements that the program carries: one dated file for each country."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.volunteers.rules import read_requirements, required_on
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.volunteers.rules import Requirement

_COUNTRIES = ("DE", "DK")


@cache
def all_requirements(country: str) -> tuple[Requirement, ...]:
    """Answer what is and was required in a country ("DE", "DK")."""
    file = f"requirements_{country.lower()}.toml"
    return read_requirements(tomllib.loads(read_text("visiting", file)))


def requirements_on(country: str, day: date) -> tuple[Requirement, ...]:
    """Answer what is required in a country on a day, in the order in which it is met."""
    return required_on(all_requirements(country), day)


def requirement(country: str, code: str, day: date) -> Requirement | None:
    """Answer the requirement of a code on a day; None where there is none."""
    return next((one for one in requirements_on(country, day) if one.code == code), None)


def sentences() -> Iterator[str]:
    """Answer every title of a requirement, for the catalogues."""
    for country in _COUNTRIES:
        yield from (one.title for one in all_requirements(country))
