"""How common names, dates of birth and addresses are among the people that are looked through."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from app.clients.duplicates.counting import (
    count_homes,
    count_names,
    count_namesakes,
    same_parts,
    slips_in_births,
)
from app.clients.duplicates.weights import weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.clients.duplicates.births import Born
    from app.clients.duplicates.names import Likeness
    from app.clients.duplicates.odds import Odds
    from app.clients.duplicates.people import Known


class Parts(NamedTuple):
    """Parts (0-1) of other people who have a value; `unseen` for one that nobody here has."""

    seen: dict[str, float]
    unseen: float

    def of(self, value: str) -> float:
        """Answer the part of other people who have a value."""
        return self.seen.get(value, self.unseen)


@dataclass(frozen=True, slots=True, eq=False)
class Census:
    """How common everything is; of nobody it knows only what is expected."""

    given: Parts
    family: Parts
    words: Parts
    """Words in either name; of a word that stands only once nearly nothing, as it may be a slip."""
    births: Parts
    houses: Parts
    roads: Parts
    towns: Parts
    ways: Parts
    whole_names: Parts
    """Whole names, "given|family", that more people have than two cards of one person explain."""
    same_birth: tuple[float, float, float]
    """Parts of chance pairs who share the year, the month, the day of birth."""
    birth_slips: float
    """How much oftener dates of birth are wrong here than expected (times)."""
    duplicate_odds: float
    """Odds that any two people are one, before anything is compared."""
    home_odds: float
    """Odds that any two people are two of one household."""
    weighed: dict[tuple[str, str, str], tuple[Likeness, Odds]] = field(default_factory=dict)
    """Names that were already compared and weighed in this process."""


def take_census(people: Sequence[Known]) -> Census:
    """Count people; the order of people does not matter."""
    given = count_names(person.given for person in people)
    family = count_names(person.family for person in people)
    births = [person.born for person in people if person.born.is_full]
    places = [person.place for person in people]
    count, expected = len(people), weights().expected
    everybody = count + expected["people"]
    homes = count_homes(people) + expected["people"] * expected["households"]
    return Census(
        given=_parts(given, "given_name", count),
        family=_parts(family, "family_name", count),
        words=_parts(given | family, "rare_name", count),
        births=_parts(Counter(map(str, births)), "birth_date", count),
        houses=_parts(Counter(place.house for place in places if place.street), "address", count),
        roads=_parts(Counter(place.road for place in places if place.street), "street", count),
        towns=_parts(Counter(place.town for place in places if place.town), "town", count),
        ways=_parts(Counter(way for person in people for way in person.ways), "way", count),
        whole_names=Parts(
            {name: surplus / everybody for name, surplus in count_namesakes(people).items()}, 0.0
        ),
        same_birth=_same_birth(births, count),
        birth_slips=slips_in_births(people, same_parts(births)),
        duplicate_odds=2 * expected["duplicates"] / everybody,
        home_odds=2 * homes / everybody / everybody,
    )


def _parts(counts: Mapping[str, int], expected: str, people: int) -> Parts:
    """Weigh counts, without the person who is looked at, with what is expected."""
    prior = weights().expected
    everybody = people + prior["people"]
    unseen = prior["people"] * prior[expected]
    seen = {value: (count - 1 + unseen) / everybody for value, count in counts.items()}
    return Parts(seen, unseen / everybody)


def _same_birth(births: Sequence[Born], people: int) -> tuple[float, float, float]:
    prior = weights().expected
    own = people / (people + prior["people"])
    year, month, day = (
        own * counted + (1 - own) * prior[name]
        for name, counted in zip(
            ("same_year", "same_month", "same_day"), same_parts(births), strict=True
        )
    )
    return year, month, day


NOBODY = take_census(())
"""The census of an office of which nothing is known yet."""
