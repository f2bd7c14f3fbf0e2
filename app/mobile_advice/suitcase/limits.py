"""For how long suitcases are packed: the dated configuration that the program carries."""

from __future__ import annotations

import tomllib
from functools import cache

from app.mobile_advice.suitcase.rules import Limits, read_limits
from resources import read_text


@cache
def limits() -> Limits:
    """Answer the limits."""
    return read_limits(tomllib.loads(read_text("mobile_advice", "suitcase.toml")))
