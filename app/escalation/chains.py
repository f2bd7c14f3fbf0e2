"""The chains of steps and the emergency numbers that hold in an office."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from app.admin.office_settings import Setting, office_setting
from app.escalation.rules import chain_on, numbers_on, read_chains, read_numbers, read_steps
from app.escalation.statements import COUNTRY
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Connection

    from app.escalation.rules import Cause, Chain, EmergencyNumber

_COUNTRIES = ("DE", "DK")


@cache
def delivered_chains(country: str) -> tuple[Chain, ...]:
    """Answer the chains that the program carries for a country ("DE", "DK")."""
    file = f"escalation_{country.lower()}.toml"
    return read_chains(tomllib.loads(read_text("visiting", file)))


def own_steps(code: str) -> Setting[list[dict[str, Any]]]:
    """Answer the choice of the office that holds its own steps of a chain; empty is delivered."""
    return Setting(f"chain_{code}", default=[])


def office_country(connection: Connection) -> str:
    """Answer the country of the office, "DE" or "DK"."""
    return connection.scalar(COUNTRY) or _COUNTRIES[0]


def chain_here(connection: Connection, cause: Cause, day: date) -> Chain:
    """Answer the steps that follow a cause in this office on a day."""
    delivered = chain_on(delivered_chains(office_country(connection)), cause, day)
    own = office_setting(connection, own_steps(cause))
    return replace(delivered, steps=read_steps(own), is_own=True) if own else delivered


def emergency_numbers(country: str, day: date) -> tuple[EmergencyNumber, ...]:
    """Answer the numbers to ring in a country on a day."""
    return numbers_on(_numbers(), country, day)


def sentences() -> Iterator[str]:
    """Answer every English sentence of chains and numbers, for the catalogues."""
    for country in _COUNTRIES:
        for chain in delivered_chains(country):
            yield chain.title
            for step in chain.steps:
                yield from filter(None, (step.title, step.hint))
    for number in _numbers():
        yield from (number.title, number.when)


@cache
def _numbers() -> tuple[EmergencyNumber, ...]:
    return read_numbers(tomllib.loads(read_text("visiting", "emergency.toml"))["number"])
