"""The legal bases that the program carries: one dated file."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.referrals.bases.rules import Basis
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def bases(country: str) -> tuple[Basis, ...]:
    """Answer every basis of a country ("DE", "DK"), in the order of offer."""
    rows = tomllib.loads(read_text("referrals", "bases.toml"))["basis"]
    return tuple(
        Basis(
            code=row["code"],
            title=row["title"],
            law=row.get("law_of", {}).get(country, row["law"]),
            kinds=frozenset(row["kinds"]),
            not_to=frozenset(row["not_to"]),
            needs_consent=row["needs_consent"],
            valid_from=row["valid_from"],
            valid_until=row.get("valid_until"),
            source=row["source"],
        )
        for row in rows
        if row["country"] in {"", country}
    )


def sentences() -> Iterator[str]:
    """Answer every title of a basis, for the catalogues."""
    rows = tomllib.loads(read_text("referrals", "bases.toml"))["basis"]
    yield from dict.fromkeys(row["title"] for row in rows)
