"""How much an office holds, as far as the person at work may know of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.access import is_known_to_me, is_listed
from db.areas import Area
from db.letters import Letter
from db.people import Person
from db.visiting import Visit

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an office holds."""

    clients: int
    visits: int
    letters: int
    areas: int


_COUNTS = select(
    select(func.count(Person.id)).where(is_listed(Person.id)).scalar_subquery(),
    select(func.count(Visit.id)).where(is_known_to_me(Visit.client_id)).scalar_subquery(),
    select(func.count(Letter.id)).where(is_known_to_me(Letter.client_id)).scalar_subquery(),
    select(func.count(Area.id)).scalar_subquery(),
)


def counts(connection: Connection) -> Counts:
    """Answer how many clients, visits, letters and areas there are."""
    return Counts(*connection.execute(_COUNTS).one())
