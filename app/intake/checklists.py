"""The checklists that the program carries: one dated file for each service."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.intake.rules import Service, checklist_on, read_checklists
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.intake.rules import Checklist, ChecklistItem


@cache
def checklists(service: Service) -> tuple[Checklist, ...]:
    """Answer all versions of the checklist of a service, oldest first."""
    return read_checklists(service, tomllib.loads(read_text("intake", f"{service.value}.toml")))


def items_of(service: str, on: date, country: str) -> tuple[ChecklistItem, ...]:
    """Answer what is asked for a service on a day in a country ("DE", "DK")."""
    return checklist_on(checklists(Service(service)), on).within(country)


def sentences() -> Iterator[str]:
    """Answer every English word and sentence of all checklists, for the catalogues."""
    for service in Service:
        for version in checklists(service):
            for item in version.items:
                yield from filter(None, (item.label, item.hint, item.group))
                yield from (words for _code, words in item.choices)
