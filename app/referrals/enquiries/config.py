"""The dated rules of enquiries that the program carries: one file of each kind for a country."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from app.clients.queries import home_country
from app.escalation.chains import emergency_numbers
from app.referrals.enquiries.rules import clock_on, read_ages, read_clock
from app.visiting.holidays import holidays_between
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from app.referrals.enquiries.rules import ClockRules, PensionAge

COUNTRIES = ("DE", "DK")
LONGEST_WAIT = 60
"""Calendar days within which every period of the clock ends, holidays among them."""


@dataclass(frozen=True, slots=True)
class CountryWords:
    """What is called otherwise in each country; English, translated where it is shown."""

    valid_from: date
    child_channel: str
    """Who is told of a concern about a child."""
    cpr_law: str
    """By which law a person number is kept only where it is needed; "" without such numbers."""
    source: str


def clock_here(connection: Connection, day: date) -> ClockRules:
    """Answer the periods that hold in this office on a day."""
    return clock_on(delivered_clock(home_country(connection)), day)


def words_here(connection: Connection, day: date) -> CountryWords:
    """Answer what is called otherwise in the country of this office."""
    versions = _words(home_country(connection))
    began = [one for one in versions if one.valid_from <= day]
    return began[-1] if began else versions[0]


def emergency_here(connection: Connection, day: date) -> str:
    """Answer the numbers to ring in this office, the police among them, such as "112 / 110"."""
    numbers = emergency_numbers(home_country(connection), day)
    return " / ".join(one.number for one in numbers if one.is_emergency)


def pension_ages(country: str, day: date) -> tuple[PensionAge, ...]:
    """Answer the ages of the state pension that hold on a day; none where no plan asks for it."""
    found = read_ages(_tables("enquiries", country).get("pension_age", ()))
    return tuple(age for age in found if age.valid_from <= day)


def holidays_from(connection: Connection, day: date) -> frozenset[date]:
    """Answer the public holidays on which no period of the clock counts."""
    found = holidays_between(connection, day, day + timedelta(days=LONGEST_WAIT))
    return frozenset(one.day for one in found)


def sentences() -> Iterator[str]:
    """Answer every English text of the files, for the catalogues."""
    for country in COUNTRIES:
        yield from (words.child_channel for words in _words(country))


@cache
def delivered_clock(country: str) -> tuple[ClockRules, ...]:
    """Answer the periods of a country ("DE", "DK"), older ones among them."""
    return read_clock(_tables("clock", country)["clock"])


@cache
def _words(country: str) -> tuple[CountryWords, ...]:
    return tuple(CountryWords(**table) for table in _tables("enquiries", country)["words"])


@cache
def _tables(kind: str, country: str) -> dict[str, Any]:
    return tomllib.loads(read_text("referrals", f"{kind}_{country.lower()}.toml"))
