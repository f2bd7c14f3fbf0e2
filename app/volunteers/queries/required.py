"""The requirements of an office with their versions, as the page about them shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clients.queries import home_country
from app.volunteers.requirements import all_requirements, delivered

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.volunteers.rules import Requirement


@dataclass(frozen=True, slots=True)
class RequirementHistory:
    """One requirement, as it was, is and will be."""

    code: str
    versions: tuple[Requirement, ...]
    """Oldest first; the last one can be changed."""
    current: Requirement | None
    """What holds today; None before its first day or after its last."""
    is_delivered: bool
    """Whether it holds as it was delivered."""


def requirements_of_office(connection: Connection, today: date) -> tuple[RequirementHistory, ...]:
    """Answer everything that was, is or will be required, in the order in which it is met."""
    country = home_country(connection)
    versions: dict[str, list[Requirement]] = {}
    for one in all_requirements(connection, country):
        versions.setdefault(one.code, []).append(one)
    as_delivered = set(delivered(country))
    return tuple(
        RequirementHistory(
            code,
            tuple(found),
            next((one for one in found if one.holds_on(today)), None),
            as_delivered.issuperset(found),
        )
        for code, found in versions.items()
    )
