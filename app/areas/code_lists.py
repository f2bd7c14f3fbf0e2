"""The area lists that the program carries."""

from __future__ import annotations

import json
from functools import cache

from app.areas.rules import AreaList, read_area_list
from resources import read_text

AREA_LISTS = ("duesseldorf", "ballerup")
"""The lists by their id, as they are offered."""


@cache
def area_list(list_id: str) -> AreaList:
    """Answer a carried list. Raises `KeyError` for an id that is not in `AREA_LISTS`."""
    if list_id not in AREA_LISTS:
        raise KeyError(list_id)
    return read_area_list(json.loads(read_text("codelists", "areas", f"{list_id}.json")))


def area_lists() -> tuple[AreaList, ...]:
    """Answer all carried lists."""
    return tuple(area_list(list_id) for list_id in AREA_LISTS)
