"""The stages of housing cases that the program carries: one dated file for each country."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.clients.queries import home_country
from app.referrals.housing_cases.rules import read_stages, stage_rule
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Connection

    from app.referrals.housing_cases.rules import Stage, StageRule

COUNTRIES = ("DE", "DK")


def stage_here(connection: Connection, stage: Stage, day: date) -> StageRule | None:
    """Answer what a stage means in this office on a day; None where nothing is said of it."""
    return stage_rule(delivered_stages(home_country(connection)), stage, day)


def sentences() -> Iterator[str]:
    """Answer every English sentence of the files, for the catalogues."""
    for country in COUNTRIES:
        yield from (rule.advice for rule in delivered_stages(country))


@cache
def delivered_stages(country: str) -> tuple[StageRule, ...]:
    """Answer the stages of a country ("DE", "DK"), those that no longer hold among them."""
    text = read_text("referrals", f"housing_{country.lower()}.toml")
    return read_stages(tomllib.loads(text)["stage"])
