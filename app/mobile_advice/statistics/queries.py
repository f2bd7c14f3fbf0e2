"""What can be asked of statistics: the sheet of a period, and the words of its lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from app.codes.queries import own_entries
from app.codes.rules import merged
from app.mobile_advice.advice.figures import age_bands
from app.mobile_advice.advice.rules import OUTCOMES, TOPICS, ContactKind, Sex
from app.mobile_advice.advice.statements import IS_VOLUNTEER
from app.mobile_advice.statistics.rules import (
    UNSAID,
    Counted,
    Dimension,
    Presence,
    make_sheet,
)
from app.mobile_advice.statistics.statements import (
    APART,
    AREAS,
    COUNTS,
    HIDDEN,
    LINKED,
    MINE,
    NAMED,
    PLACES,
    STOPS,
    WORDS,
)
from app.mobile_advice.statistics.statements import TOPICS as TOPIC_SETS
from app.small_numbers.queries import office_safeguard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from app.codes.rules import CodeList, OwnEntry
    from app.mobile_advice.statistics.rules import Period, Sheet
    from app.mobile_advice.statistics.statements import AnySelect

_DIMENSION = {
    "kind": Dimension.KIND,
    "age_band": Dimension.AGE,
    "sex": Dimension.SEX,
    "language": Dimension.LANGUAGE,
    "topics": Dimension.TOPIC,
    "outcome": Dimension.OUTCOME,
}
K = TypeVar("K")
_WITH, _WITHOUT = "yes", "no"
"""Keys of contacts with an interpreter, and of others."""


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """A sheet, and what its lines are called where the office names them."""

    sheet: Sheet
    stops: Mapping[str, str]
    areas: Mapping[str, str]
    own: tuple[OwnEntry, ...] = ()
    """What the office says of its lists."""


def advice_sheet(
    connection: Connection, period: Period, other: Period | None = None
) -> SheetAnswer:
    """Answer the statistic of a period, told as the office treats small numbers.

    What a reader may not know is not counted: contacts of people who are restricted to others,
    and for a volunteer everything that others wrote.
    """
    mine = bool(connection.scalar(select(IS_VOLUNTEER)))
    now = count(connection, period, mine=mine)
    before = None if other is None else count(connection, other, mine=mine)
    stops = {row[0]: (row[1], row[2]) for row in connection.execute(STOPS)}
    areas = {row[0]: (row[1] or row[2], row[3]) for row in connection.execute(AREAS)}
    counted = [one for one in (now, before) if one is not None]
    own = own_entries(connection)
    keys = _keys(own, counted)
    keys[Dimension.STOP] = _listed(stops, counted, Dimension.STOP)
    keys[Dimension.AREA] = _listed(areas, counted, Dimension.AREA, only_used=True)
    sheet = make_sheet((period, other), (now, before), keys, office_safeguard(connection))
    return SheetAnswer(
        sheet,
        {key: name for key, (name, _active) in stops.items()},
        {key: name for key, (name, _used) in areas.items()},
        own,
    )


def count(connection: Connection, period: Period, *, mine: bool = False) -> Counted:
    """Answer what was counted in a period, as it is: nothing is withheld yet."""
    asked = {"first": period.first, "last": period.last}

    def rows(question: AnySelect) -> Sequence[Any]:
        return connection.execute(MINE[question] if mine else question, asked).all()

    by, sums = _grouped(rows(COUNTS))
    by[Dimension.TOPIC] = Counter(dict(rows(TOPIC_SETS)))
    places = _places(rows(PLACES))
    contacts, present = sums[0], sums[1]
    for one in rows(HIDDEN):
        contacts, present = contacts - 1, present - one.present
        _take_off(by, places, one)
    # A line that is left empty would tell of somebody who may not be known.
    by = {dimension: _without_none(counter) for dimension, counter in by.items()}
    places = _without_none(places)
    by[Dimension.TOPIC] = _topics(by[Dimension.TOPIC])
    by[Dimension.STOP], by[Dimension.AREA] = Counter(), Counter()
    for (area, stop), many in places.items():
        by[Dimension.STOP][stop] += many
        by[Dimension.AREA][area] += many
    linked = {row[0]: row[1] for row in connection.execute(LINKED)}
    named, persons, persons_by = _people(rows(NAMED)[0], linked)
    return Counted(contacts, present, named, persons, by, persons_by, places)


def _grouped(rows: Iterable[Sequence[Any]]) -> tuple[dict[Dimension, Counter[str]], list[int]]:
    """Answer the words of each dimension, out of the ways in which they come together, and sums."""
    by: dict[Dimension, Counter[str]] = {_DIMENSION[name]: Counter() for name in WORDS}
    order = [by[_DIMENSION[name]] for name in WORDS[:-1]]
    sums = [0] * 5
    for row in rows:
        words, numbers = row[: len(order)], row[len(order) :]
        for counter, word in zip(order, words, strict=True):
            counter[word] += numbers[0]
        sums = [had + more for had, more in zip(sums, numbers, strict=True)]
    contacts, _present, interpreted, first, again = sums
    by[Dimension.INTERPRETER] = Counter({_WITH: interpreted, _WITHOUT: contacts - interpreted})
    by[Dimension.PRESENCE] = Counter(
        {Presence.FIRST: first, Presence.AGAIN: again, UNSAID: contacts - first - again}
    )
    return by, sums


def _without_none(counter: Counter[K]) -> Counter[K]:
    return Counter({key: many for key, many in counter.items() if many})


def _places(rows: Iterable[Sequence[Any]]) -> Counter[tuple[str, str]]:
    return Counter({(area or UNSAID, stop or UNSAID): many for stop, area, many in rows})


def _take_off(
    by: Mapping[Dimension, Counter[str]],
    places: Counter[tuple[str, str]],
    row: Any,  # noqa: ANN401 - a row of `HIDDEN`
) -> None:
    for name in WORDS:
        by[_DIMENSION[name]][getattr(row, name)] -= 1
    by[Dimension.INTERPRETER][_WITH if row.interpreter else _WITHOUT] -= 1
    before = row.was_here_before
    key = UNSAID if before is None else (Presence.AGAIN if before else Presence.FIRST)
    by[Dimension.PRESENCE][key] -= 1
    places[row.area or UNSAID, row.stop or UNSAID] -= 1


def _topics(kept: Mapping[str, int]) -> Counter[str]:
    """Answer each topic by itself, out of the few hundred ways in which they come together."""
    found: Counter[str] = Counter()
    for codes, many in kept.items():
        for code in codes.split() or (UNSAID,):
            found[code] += many
    return found


def _people(
    row: Sequence[str | None], linked: Mapping[str, str]
) -> tuple[int, int, dict[Dimension, Counter[str]]]:
    """Answer how many contacts name somebody, how many people that is, and how many in each line.

    The row has a text for each column, in which the words of one contact stand at one place.
    """
    order = (Dimension.STOP, Dimension.AREA, *(_DIMENSION[name] for name in WORDS))
    if row[0] is None:
        return 0, 0, {dimension: Counter() for dimension in order}
    keys, words = row[:_KEYS], row[_KEYS:]
    # A server writes keys with dashes, a file without.
    found = [(text or "").replace("-", "").split(APART) for text in keys]
    found += [(text or "").split(APART) for text in words]
    people = [linked.get(one, one) for one in found[0]]
    by = {}
    for dimension, column in zip(order, found[1:], strict=True):
        pairs = set(zip(column, people, strict=True))
        if dimension is Dimension.TOPIC:
            known = {codes: codes.split() or (UNSAID,) for codes in set(column)}
            pairs = {(code, one) for codes, one in pairs for code in known[codes]}
        by[dimension] = Counter(map(_first, pairs))
    return len(people), len(set(people)), by


_KEYS = 3
"""Columns of keys before those of words."""
_first = itemgetter(0)


def _keys(own: Sequence[OwnEntry], counted: Sequence[Counted]) -> dict[Dimension, tuple[str, ...]]:
    """Answer the lines of each dimension that has a list of its own, what is counted beside it."""
    lists: dict[Dimension, Sequence[str]] = {
        Dimension.TOPIC: _codes(TOPICS, own),
        Dimension.OUTCOME: _codes(OUTCOMES, own),
        Dimension.AGE: [band.code for band in age_bands()],
        Dimension.SEX: list(Sex),
        Dimension.KIND: list(ContactKind),
        Dimension.PRESENCE: list(Presence),
        Dimension.INTERPRETER: [_WITH, _WITHOUT],
        Dimension.LANGUAGE: [],
    }
    whole = {Dimension.KIND, Dimension.INTERPRETER}
    return {
        dimension: _with_rest(known, dimension, counted, has_unsaid=dimension not in whole)
        for dimension, known in lists.items()
    }


def _codes(codes: CodeList, own: Sequence[OwnEntry]) -> list[str]:
    return [one.code for one in merged(codes, own) if one.is_active]


def _with_rest(
    known: Sequence[str], dimension: Dimension, counted: Sequence[Counted], *, has_unsaid: bool
) -> tuple[str, ...]:
    found = frozenset().union(*(one.keys(dimension) for one in counted))
    more = sorted(found - set(known) - {UNSAID})
    return (*map(str, known), *more, *((UNSAID,) if has_unsaid else ()))


def _listed(
    names: Mapping[str, tuple[str, bool]],
    counted: Sequence[Counted],
    dimension: Dimension,
    *,
    only_used: bool = False,
) -> tuple[str, ...]:
    """Answer what is in use, and whatever was counted besides; of areas what was counted alone."""
    found = frozenset().union(*(one.keys(dimension) for one in counted))
    known = (
        key for key, (_name, in_use) in names.items() if key in found or (in_use and not only_used)
    )
    return (*known, *sorted(found - names.keys() - {UNSAID}), UNSAID)
