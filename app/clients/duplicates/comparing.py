"""Comparing two people: how probably they are one, and what speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.clients.duplicates.addresses import AddressLevel, compare_places
from app.clients.duplicates.births import BirthLevel, compare_births
from app.clients.duplicates.evidence import (
    namesakes,
    of_births,
    of_names,
    of_places,
    of_swapped,
    of_ways,
    whole_name,
)
from app.clients.duplicates.names import NameLevel, compare_names, may_be_alike
from app.clients.duplicates.odds import Odds

if TYPE_CHECKING:
    from app.clients.duplicates.census import Census
    from app.clients.duplicates.people import Known


class Comparison(NamedTuple):
    """How far two people agree in each respect, and how probably they are one (0-1)."""

    score: float
    given: NameLevel
    family: NameLevel
    swapped: bool
    birth: BirthLevel
    address: AddressLevel
    way: str = ""
    """The number or mail address that both have."""


def compare(one: Known, two: Known, census: Census) -> Comparison:
    """Compare two people; which of them comes first does not matter."""
    given, of_given = of_names("given", one.given, two.given, census)
    family, of_family = of_names("family", one.family, two.family, census)
    birth = compare_births(one.born, two.born)
    straight, swapped = of_given.person * of_family.person, 0.0
    if given.level is NameLevel.SAME is family.level:
        straight /= whole_name(one, two, census)
    elif given.level is not NameLevel.SAME is not family.level:
        swapped = _swapped(one, two, census)
    named = max(straight, swapped)
    names = Odds(named, max(of_family.home, namesakes(named, birth)))
    address = compare_places(one.place, two.place)
    born, lives = of_births(birth, one, two, census), of_places(address, one, two, census)
    way, reached = of_ways(one, two, census)
    person = names.person * born.person * lives.person * reached.person * census.duplicate_odds
    home = names.home * born.home * lives.home * reached.home * census.home_odds
    score = person / (person + home + 1.0)
    return Comparison(score, given.level, family.level, swapped > straight, birth, address, way)


def _swapped(one: Known, two: Known, census: Census) -> float:
    """Weigh the names crosswise."""
    if not (one.given and one.family and two.given and two.family):
        return 0.0
    if not (may_be_alike(one.given, two.family) and may_be_alike(one.family, two.given)):
        return 0.0
    crossed = compare_names(one.given, two.family), compare_names(one.family, two.given)
    return of_swapped(crossed, census)
