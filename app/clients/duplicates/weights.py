"""The weights by which evidence counts, read from the dated configuration."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from resources import read_text


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights; the tables are described where they stand, in the configuration."""

    threshold: float
    """Probability (0-1) from which a pair is shown."""
    worth_weighing: float
    sure: float
    expected: dict[str, float]
    given_name: dict[str, float]
    family_name: dict[str, float]
    names: dict[str, float]
    birth: dict[str, float]
    address: dict[str, float]
    way: dict[str, float]


@lru_cache
def weights() -> Weights:
    """Read the weights once."""
    table = tomllib.loads(read_text("duplicates", "weights.toml"))
    del table["checked"], table["source"]
    return Weights(**table)
