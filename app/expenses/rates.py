"""The rates that the program carries: one dated file for each country, and the cards of states."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.expenses.rules import read_cards, read_tariff
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.expenses.rules import CardRule, Tariff

_COUNTRIES = ("DE", "DK")


@cache
def tariff_of(country: str) -> Tariff:
    """Answer what was and is paid in a country ("DE", "DK"); elsewhere as in Germany."""
    known = country if country in _COUNTRIES else _COUNTRIES[0]
    return read_tariff(tomllib.loads(read_text("visiting", f"rates_{known.lower()}.toml")))


@cache
def card_rules(country: str) -> tuple[CardRule, ...]:
    """Answer what the states ask for before they give a card; only German states have one."""
    if country != "DE":
        return ()
    return read_cards(tomllib.loads(read_text("visiting", "recognition_de.toml")))


def sentences() -> Iterator[str]:
    """Answer every title of an allowance, for the catalogues."""
    for country in _COUNTRIES:
        yield from (one.title for one in tariff_of(country).allowance)
