"""What can be asked about legal blocks; no office is needed for the answer."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from typing import Any

from app.errors import Problem, Refused
from app.letters.legal.rules import NO_BLOCK, LegalBlock
from resources import read_text

_LATEST = date(2099, 12, 31)
_COUNTRIES = frozenset({"de", "dk"})


def legal_block(country: str, kind: str, posted: date) -> LegalBlock:
    """Answer the block of a kind for a letter posted on a day; country as "de" or "dk".

    Raises `Refused` beside "legal" when there is none.
    """
    blocks = legal_blocks(country.lower()) if country.lower() in _COUNTRIES else ()
    for block in blocks:
        if block.kind == kind and block.holds_on(posted):
            return block
    raise Refused(Problem(NO_BLOCK, "legal", {"day": posted.isoformat()}))


@lru_cache
def legal_blocks(country: str) -> tuple[LegalBlock, ...]:
    """Answer every block of a country, as the program carries them."""
    table = tomllib.loads(read_text("legal", f"blocks_{country}.toml"))
    return tuple(_block(entry, table["language"]) for entry in table["block"])


def _block(entry: dict[str, Any], language: str) -> LegalBlock:
    return LegalBlock(
        kind=entry["kind"],
        language=language,
        title=entry["title"],
        text=entry["text"].strip(),
        valid_from=entry["valid_from"],
        valid_to=entry["valid_to"] or _LATEST,
        source=entry["source"],
        electronic=tuple(entry["electronic"]),
        periods=tuple(entry["periods"]),
    )
