"""The rules of preventive visits that the program carries: one dated file for each country."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from app.preventive.rules import read_days, read_rules
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.preventive.rules import PreventiveDays, PreventiveRule

COUNTRIES = ("DE", "DK")
"""Of which the program carries rules."""


@cache
def delivered_rules(country: str) -> tuple[PreventiveRule, ...]:
    """Answer the rules of a country ("DE", "DK"), those that no longer hold among them."""
    return read_rules(_tables(country))


@cache
def preventive_days(country: str) -> PreventiveDays:
    """Answer how long people of a country have to answer."""
    return read_days(_tables(country))


def sentences() -> Iterator[str]:
    """Answer every title of a rule and what it rests on, for the catalogues."""
    for country in COUNTRIES:
        for rule in delivered_rules(country):
            yield from (rule.title, rule.law)
        yield from (entry["law"] for entry in _tables(country).get("exemption", ()))


@cache
def exemption_law(country: str, code: str) -> str:
    """Answer by which law an exemption holds, in English; "" where none names it."""
    known = _tables(country).get("exemption", ())
    return next((str(entry["law"]) for entry in known if entry["code"] == code), "")


@cache
def _tables(country: str) -> dict[str, Any]:
    return tomllib.loads(read_text("visiting", f"preventive_{country.lower()}.toml"))
