"""Why a person stays without a volunteer, or with fewer than wanted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.visiting.matching.task import Unmatched

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.visiting.matching.task import Assignment, MatchTask

NO_PAIR = N_("No volunteer is possible: no pair is listed.")
NO_ROOM = N_("No possible volunteer has room for anybody: {count}.")
ALL_TAKEN = N_(
    "Every possible volunteer is taken where that adds more to the whole: {count} in all."
)
MORE_NEEDED = N_(
    "Found {found} of {wanted} volunteers, {missing} still needed. Every other possible volunteer "
    "is taken where that adds more to the whole: {others} in all."
)
NO_OTHERS = N_(
    "Found {found} of {wanted} volunteers, {missing} still needed. Nobody else is possible."
)


def explain(
    task: MatchTask, assignment: Assignment, nobody: Callable[[int], Problem] | None = None
) -> tuple[Unmatched, ...]:
    """Answer everybody who got fewer volunteers than wanted, and why.

    `nobody` says why no volunteer at all is possible for a person.
    """
    found = Counter(person for person, _ in assignment.pairs)
    short = {person for person, wanted in enumerate(task.wanted) if found[person] < wanted}
    possible = _possible(task, short)
    partners: dict[int, set[int]] = {person: set() for person in short}
    for person, volunteer in assignment.pairs:
        if person in short:
            partners[person].add(volunteer)
    return tuple(
        Unmatched(person, _reason(task, person, partners[person], possible[person], nobody))
        for person in sorted(short)
    )


def _possible(task: MatchTask, people: set[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {person: set() for person in people}
    for person, volunteer in zip(task.pair_people, task.pair_volunteers, strict=True):
        if person in found:
            found[person].add(volunteer)
    return found


def _reason(
    task: MatchTask,
    person: int,
    found: set[int],
    possible: set[int],
    nobody: Callable[[int], Problem] | None,
) -> Problem:
    others = possible - found
    if found:
        wanted = task.wanted[person]
        values = {"found": len(found), "wanted": wanted, "missing": wanted - len(found)}
        if not others:
            return Problem(NO_OTHERS, values=values)
        return Problem(MORE_NEEDED, values=values | {"others": len(others)})
    if not others:
        return nobody(person) if nobody else Problem(NO_PAIR)
    has_room = any(task.capacity[volunteer] for volunteer in others)
    return Problem(ALL_TAKEN if has_room else NO_ROOM, values={"count": len(others)})
