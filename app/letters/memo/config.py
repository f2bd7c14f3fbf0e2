"""The limits and words of Digital Post messages, as they are kept beside the letters."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from app.letters.memo.rules import Limits
from resources import read_text


@cache
def limits() -> Limits:
    """Answer how much a message may hold."""
    table = _table()
    return Limits(**table["longest"], message=table["size"]["message"])


def namespace(name: str) -> str:
    """Answer the namespace of the elements: "memo", or "core" for data of persons."""
    return str(_table()["names"][name])


def word(name: str) -> str:
    """Answer one of the Danish words of a message: "appointment", "answer" or "file"."""
    return str(_table()["words"][name])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(read_text("letters", "memo.toml"))
