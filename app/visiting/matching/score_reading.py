"""Matching tasks with bare scores as they stand in a file, each fact checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from app.visiting.given import LARGEST, Given, Id, checked_id, number, refuse
from app.visiting.matching.task import MatchTask, check_locks

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 100_000
"""People, and volunteers, in one task."""
MOST_PAIRS = 5_000_000

TOO_MANY = N_("{where} holds {count} entries, and at most {most} can be matched together.")
UNKNOWN = N_("{where} names {name}, who is not listed.")
PAIR_TWICE = N_("{where} lists {person} with {volunteer} twice.")
NO_PAIR = N_("{where} must be a person and a volunteer.")

Places = dict[Id, int]


def read_scores(given: Given) -> MatchTask:
    """Answer the task of `people`, `volunteers`, `pairs` and `locked`; raises `Refused`."""
    wanted, capacity = _counts(given, "people"), _counts(given, "volunteers")
    people, volunteers = places(wanted), places(capacity)
    rows, columns, scores = _pairs(given, people, volunteers)
    task = MatchTask(
        people=tuple(wanted),
        wanted=tuple(wanted.values()),
        volunteers=tuple(capacity),
        capacity=tuple(capacity.values()),
        pair_people=tuple(rows),
        pair_volunteers=tuple(columns),
        scores=tuple(scores),
        locked=named_pairs(given, "locked", people, volunteers),
    )
    check_locks(task)
    return task


def places(ids: Mapping[Id, object]) -> Places:
    """Answer the place of each id in its list."""
    return {one: place for place, one in enumerate(ids)}


def named_pairs(
    given: Given, key: str, people: Places, volunteers: Places
) -> tuple[tuple[int, int], ...]:
    """Answer a list of [person, volunteer] by their places; none may stand there twice."""
    found: dict[tuple[int, int], None] = {}
    for index, item in enumerate(given.optional_items(key)):
        where = f"{given.at(key)}[{index}]"
        if not isinstance(item, list) or len(item) != 2:  # noqa: PLR2004 - a pair is two
            raise refuse(NO_PAIR, where)
        pair = _known(people, item[0], where), _known(volunteers, item[1], where)
        if pair in found:
            raise refuse(PAIR_TWICE, where, person=item[0], volunteer=item[1])
        found[pair] = None
    return tuple(found)


def _known(listed: Places, name: object, where: str) -> int:
    place = listed.get(checked_id(name, where))
    if place is None:
        raise refuse(UNKNOWN, where, name=name)
    return place


def _counts(given: Given, key: str) -> dict[Id, int]:
    table = given.inner(key)
    if len(table.facts) > MOST:
        raise refuse(TOO_MANY, key, count=len(table.facts), most=MOST)
    return {checked_id(name, key): table.whole(name, 0, 1_000) for name in table.facts}


def _pairs(
    given: Given, people: Places, volunteers: Places
) -> tuple[list[int], list[int], list[float]]:
    """Answer places and scores; all at once, and one by one only to say what is wrong."""
    pairs = given.items("pairs")
    if len(pairs) > MOST_PAIRS:
        raise refuse(TOO_MANY, "pairs", count=len(pairs), most=MOST_PAIRS)
    try:
        rows = [people[pair["person"]] for pair in pairs]  # type: ignore[index] # said below
        columns = [volunteers[pair["volunteer"]] for pair in pairs]  # type: ignore[index] # as above
        scores: list[float] = [pair["score"] for pair in pairs]  # type: ignore[index] # as above
    except (KeyError, TypeError, IndexError):
        raise _wrong_pair(pairs, people, volunteers) from None
    if not _are_scores(scores):
        raise _wrong_pair(pairs, people, volunteers)
    _need_different(given, rows, columns, tuple(people), tuple(volunteers))
    return rows, columns, scores


def _are_scores(scores: list[float]) -> bool:
    return set(map(type, scores)) <= {int, float} and (
        not scores or (min(scores) >= 0 and max(scores) <= LARGEST)
    )


def _wrong_pair(pairs: list[object], people: Places, volunteers: Places) -> Exception:
    """Answer what is wrong with the first pair that is."""
    for index, item in enumerate(pairs):
        pair = Given.of(item, f"pairs[{index}]")
        _known(people, pair.value("person"), pair.at("person"))
        _known(volunteers, pair.value("volunteer"), pair.at("volunteer"))
        number(pair.value("score"), pair.at("score"), 0)
    return refuse(NO_PAIR, "pairs")


def _need_different(
    given: Given,
    rows: list[int],
    columns: list[int],
    people: tuple[Id, ...],
    others: tuple[Id, ...],
) -> None:
    pairs = list(zip(rows, columns, strict=True))
    if len(set(pairs)) == len(pairs):
        return
    seen: set[tuple[int, int]] = set()
    for person, volunteer in pairs:
        if (person, volunteer) in seen:
            where = given.at("pairs")
            raise refuse(PAIR_TWICE, where, person=people[person], volunteer=others[volunteer])
        seen.add((person, volunteer))
