"""The dated rules of each country, read from the legal configuration that the program carries."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.errors import Problem, Refused
from app.letters.deadlines.rules import (
    NO_SUCH_COUNTRY,
    Counting,
    Kind,
    Law,
    Moving,
    Notification,
    Remedy,
    Span,
)
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTRIES = ("de", "dk")
"""The countries whose rules are carried, as the files in resources/legal are named."""
_LATEST = date(2099, 12, 31)
"""Rules without an end are trusted so far; holidays of the next century are anybody's guess."""
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@lru_cache
def law_of(country: str) -> Law:
    """Answer a country's rules; raises `Refused` beside "country" when there are none."""
    if country not in COUNTRIES:
        raise Refused(Problem(NO_SUCH_COUNTRY, "country"))
    return read_law(read_text("legal", f"{country}.toml"))


def read_law(text: str) -> Law:
    """Read rules from TOML; a missing or misspelt entry is a bug and raises as one."""
    table = tomllib.loads(text)
    return Law(
        table["jurisdiction"],
        tuple(_notification(entry) for entry in table["notification"]),
        tuple(_remedy(entry) for entry in table["remedy"]),
        _moving(table["moving"]),
    )


def _span(entry: Mapping[str, Any]) -> Span:
    return Span(entry["valid_from"], entry["valid_to"] or _LATEST)


def _notification(entry: Mapping[str, Any]) -> Notification:
    return Notification(
        entry["channel"],
        entry["days"],
        Counting(entry["count"]),
        entry["receipt_decides"],
        _span(entry),
        entry["source"],
    )


def _remedy(entry: Mapping[str, Any]) -> Remedy:
    return Remedy(
        Kind(entry["kind"]),
        entry.get("months", 0),
        entry.get("weeks", 0),
        _span(entry),
        entry["source"],
        entry["counting_source"],
    )


def _moving(entry: Mapping[str, Any]) -> Moving:
    days = (date.fromisoformat(f"2000-{day}") for day in entry["also"])
    return Moving(
        frozenset(_WEEK.index(name) for name in entry["weekdays"]),
        entry["holidays"],
        frozenset((day.month, day.day) for day in days),
        tuple(entry["places"]),
        entry["source"],
        entry["fixed_source"],
    )
