"""What can be counted among people before any two are compared; their order never matters."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from app.clients.duplicates.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.clients.duplicates.births import Born
    from app.clients.duplicates.people import Known

_LARGEST_HOME = 12
"""People of one family name at one address beyond which it is an institution, not a home."""
_ONE_PERSON = 2
"""Years of birth that one person may have on two cards by a slip."""


def count_names(names: Iterable[str]) -> Counter[str]:
    """Count whole names and each of their words, each once a person."""
    counts: Counter[str] = Counter()
    for name, times in Counter(names).items():
        for word in {name, "".join(name.split()), *name.split()}:
            counts[word] += times
    del counts[""]
    return counts


def count_namesakes(people: Sequence[Known]) -> dict[str, int]:
    """Count years of birth of people of one whole name, beyond those of one person."""
    years: dict[str, set[int]] = {}
    for person in people:
        if person.given and person.family and person.born.year:
            years.setdefault(person.whole_name, set()).add(person.born.year)
    return {
        name: len(born) - _ONE_PERSON for name, born in years.items() if len(born) > _ONE_PERSON
    }


def count_homes(people: Sequence[Known]) -> int:
    """Count pairs of people who share a home and a family name and are surely not one person."""
    homes: dict[tuple[str, str], list[Known]] = {}
    for person in people:
        if person.place.street and person.place.number and person.family:
            homes.setdefault((person.place.house, person.family), []).append(person)
    return sum(
        _are_two(one, two)
        for home in homes.values()
        if len(home) <= _LARGEST_HOME
        for one, two in combinations(home, 2)
    )


def _are_two(one: Known, two: Known) -> bool:
    both_named = bool(one.given and two.given and one.given[0] != two.given[0])
    return both_named and one.born.year != two.born.year and one.born.is_full and two.born.is_full


def same_parts(births: Sequence[Born]) -> tuple[float, float, float]:
    """Answer how probably two people by chance share the year, the month, the day of birth."""
    year, month, day = (_same(Counter(born[part] for born in births)) for part in range(3))
    return year, month, day


def _same(counts: Counter[int]) -> float:
    people = counts.total()
    return sum(count * count for count in counts.values()) / people / people if people else 0.0


def slips_in_births(people: Sequence[Known], same: tuple[float, float, float]) -> float:
    """Answer how much oftener births are wrong than expected (times), seen at equal names.

    Pairs of one whole name whose births agree in two parts of three, less those that chance
    explains, are held against those whose births agree wholly.
    """
    born = [(person.whole_name, *person.born) for person in people if person.is_complete]
    pairs = _pairs(name for name, *_ in born)
    year, month, day = same
    wholly = _pairs(born)
    partly = (
        _pairs((name, y, m) for name, y, m, _ in born) - pairs * year * month
        + _pairs((name, y, d) for name, y, _, d in born) - pairs * year * day
        + _pairs((name, m, d) for name, _, m, d in born) - pairs * month * day
        - 3 * wholly
    )  # fmt: skip
    table, least = weights().birth, weights().expected["births_compared"]
    share = (table["m_day"] + table["m_month"] + table["m_year"]) / table["m_same"]
    found = (max(partly, 0.0) + least * share) / (wholly + least) / share
    return min(max(found, 1.0), table["most_slips"])


def _pairs(values: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(values).values())
