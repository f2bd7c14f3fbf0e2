"""The words and figures of handing over: dated files of the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """How long an answer is waited for in a country, from a day on."""

    answer_days: int
    """Calendar days that the form fills in."""
    near_days: int
    """So many days before it is due it is shown as near."""
    may_ask: bool
    """Whether a receiver may ask to open the card of a person who is hidden."""
    valid_from: date


@cache
def handing_words(language: str) -> Mapping[str, str]:
    """Answer what the receiver reads, by code; English where there is no such language."""
    tag = language if language in {"de", "da", "en"} else "en"
    return tomllib.loads(read_text("referrals", f"handing_over_{tag}.toml"))


@cache
def period(country: str, on: date) -> Period:
    """Answer the figures of a country that hold on a day; those of Germany elsewhere."""
    rows = tomllib.loads(read_text("referrals", "handing_over.toml"))["period"]
    wanted = country if country in {"DE", "DK"} else "DE"
    found = [row for row in rows if row["country"] == wanted and row["valid_from"] <= on]
    row = max(found or [row for row in rows if row["country"] == wanted], key=_began)
    return Period(
        row["answer_days"], row["near_days"], row["may_ask_for_access"], row["valid_from"]
    )


def _began(row: Mapping[str, date]) -> date:
    return row["valid_from"]
