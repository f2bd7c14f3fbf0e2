"""What each agreement says: how much likelier it is of one person, and of one household.

Every observation is weighed against two people taken by chance (Fellegi and Sunter 1969). Beside
"one person" and "two strangers" stands a third explanation, "two of one household", which
shares family name and address: without it spouses, twins, and father and son of one name would
all be taken for duplicates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.duplicates.addresses import AddressLevel
from app.clients.duplicates.births import BirthLevel
from app.clients.duplicates.names import Likeness, NameLevel, compare_names
from app.clients.duplicates.odds import NOTHING, Odds
from app.clients.duplicates.weights import weights

if TYPE_CHECKING:
    from app.clients.duplicates.census import Census, Parts
    from app.clients.duplicates.people import Known


_BY_NAME = frozenset({NameLevel.SAME, NameLevel.PART})
_BY_WORD = frozenset({NameLevel.TYPO, NameLevel.SOUND})
_PARTS = {
    BirthLevel.DIGIT: (0, 1, 2),
    BirthLevel.DAY: (0, 1),
    BirthLevel.MONTH: (0, 2),
    BirthLevel.YEAR: (1, 2),
}
"""Which of year, month and day agree by chance when the level is seen."""


def of_names(field: str, one: str, two: str, census: Census) -> tuple[Likeness, Odds]:
    """Compare and weigh two names of the field "given" or "family"; each two are done once."""
    key = (field, one, two)
    known = census.weighed.get(key)
    if known is None:
        likeness = compare_names(one, two)
        weigh = _of_given if field == "given" else _of_family
        known = census.weighed[key] = (likeness, weigh(likeness, census))
    return known


def _of_given(likeness: Likeness, census: Census) -> Odds:
    """Weigh given names; that two of a household share one is weighed by `namesakes`."""
    return Odds(_of_name(likeness, weights().given_name, census, census.given), 1.0)


def _of_family(likeness: Likeness, census: Census) -> Odds:
    table = weights().family_name
    person = _of_name(likeness, table, census, census.family)
    if likeness.level is NameLevel.MISSING:
        return NOTHING
    if likeness.level is NameLevel.DIFFERENT:
        return Odds(person, table["home_different"])
    return Odds(person, max(1.0, table["home_same"] * person))


def namesakes(names: float, birth: BirthLevel) -> float:
    """Weigh how likely two of a household share both names, given what the names say of one."""
    table = weights().given_name
    apart = birth in {BirthLevel.DIFFERENT, BirthLevel.MISSING, BirthLevel.KNOWN}
    return names * table["home_same" if apart else "home_near"]


def whole_name(one: Known, two: Known, census: Census) -> float:
    """Answer how much commoner a whole name is than its parts let expect (1.0 and more).

    Given and family names come in pairs: few people who are called Zineb are called Müller.
    """
    sharing = max(census.whole_names.of(card.whole_name) for card in (one, two))
    return max(1.0, sharing / census.given.of(one.given) / census.family.of(one.family))


def of_swapped(crossed: tuple[Likeness, Likeness], census: Census) -> float:
    """Weigh given names found in the field of the other's family name, both ways."""
    table = weights().given_name
    odds = weights().names["m_swapped"]
    for likeness in crossed:
        if likeness.level not in _BY_NAME and likeness.level not in _BY_WORD:
            return 0.0
        odds *= min(
            _of_name(likeness, table, census, parts) for parts in (census.given, census.family)
        )
    return odds


def _of_name(likeness: Likeness, table: dict[str, float], census: Census, parts: Parts) -> float:
    level = likeness.level
    if level is NameLevel.MISSING:
        return 1.0
    m = table[f"m_{level}"]
    if level in _BY_NAME:
        return m / max(parts.of(likeness.mine), parts.of(likeness.theirs))
    if level in _BY_WORD:
        return _of_spelling(likeness, m, census, parts)
    return m / table.get(f"u_{level}", 1.0)


def _of_spelling(likeness: Likeness, m: float, census: Census, parts: Parts) -> float:
    """Weigh a slip: nearly as much as the name itself, unless both spellings are real names."""
    names = weights().names
    rarer = min(census.words.of(likeness.mine), census.words.of(likeness.theirs))
    commoner = max(parts.of(likeness.mine), parts.of(likeness.theirs))
    return min(names["spelling_known"] / commoner, m * names["misspelling"] / rarer)


def of_births(level: BirthLevel, one: Known, two: Known, census: Census) -> Odds:
    """Weigh dates of birth."""
    if level is BirthLevel.MISSING:
        return NOTHING
    table = weights().birth
    m, chance = table[f"m_{level}"], table.get(f"u_{level}", 1.0)
    if level is BirthLevel.SAME or level is BirthLevel.SWAPPED:
        chance = max(census.births.of(str(one.born)), census.births.of(str(two.born)))
    elif level in _PARTS:
        m *= census.birth_slips
        for part in _PARTS[level]:
            chance *= census.same_birth[part]
    return Odds(m / chance, max(1.0, table["home_same"] * m / chance))


def of_places(level: AddressLevel, one: Known, two: Known, census: Census) -> Odds:
    """Weigh addresses, each as one thing."""
    table = weights().address
    if level is AddressLevel.MISSING:
        return Odds(1.0, table["home_missing"])
    mine, theirs = one.place, two.place
    chance = 1.0
    if level is AddressLevel.SAME:
        chance = max(census.houses.of(mine.house), census.houses.of(theirs.house))
    elif level is AddressLevel.CLOSE or level is AddressLevel.STREET:
        chance = max(census.roads.of(mine.road), census.roads.of(theirs.road))
    elif level is AddressLevel.AREA:
        chance = max(census.towns.of(mine.town), census.towns.of(theirs.town))
    home = table.get(f"home_{level}", table["home_other"])
    return Odds(table[f"m_{level}"] / chance, home / chance)


def of_ways(one: Known, two: Known, census: Census) -> tuple[str, Odds]:
    """Weigh the rarest number or mail address that both have; having others says nothing."""
    shared = one.ways & two.ways
    if not shared:
        return "", NOTHING
    chance, way = min((census.ways.of(way), way) for way in shared)
    table = weights().way
    return way, Odds(table["m_same"] / chance, table["home_same"] / chance)
