"""Who is to be matched with whom by bare scores, and the assignment that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused

if TYPE_CHECKING:
    from app.visiting.given import Id

OVER_WANTED = N_("More volunteers are locked to {name} than the {wanted} that are wanted.")
OVER_CAPACITY = N_("More people are locked to {name} than the {capacity} that there is room for.")


@dataclass(frozen=True, slots=True)
class MatchTask:
    """People, volunteers and the scores of the pairs that are possible.

    People and volunteers are meant by their places in `people` and `volunteers`. A pair that
    is not listed is excluded. A locked pair is always kept; where it is not listed it counts
    zero, as the office decided for it by hand.
    """

    people: tuple[Id, ...]
    wanted: tuple[int, ...]
    """How many volunteers each person wants at most."""
    volunteers: tuple[Id, ...]
    capacity: tuple[int, ...]
    """How many people each volunteer visits at most."""
    pair_people: tuple[int, ...] = ()
    pair_volunteers: tuple[int, ...] = ()
    scores: tuple[float, ...] = ()
    """From 0; the sum over the assigned pairs is maximised."""
    locked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A person with fewer volunteers than wanted, and why."""

    person: int
    reason: Problem


@dataclass(frozen=True, slots=True)
class Assignment:
    """The best assignment: pairs of places, their sum, and the sum that none can exceed."""

    pairs: tuple[tuple[int, int], ...]
    total: float
    bound: float


def check_locks(task: MatchTask) -> None:
    """Raise `Refused` when the locked pairs do not fit into what is wanted and possible."""
    people, volunteers = list(task.wanted), list(task.capacity)
    for person, volunteer in task.locked:
        people[person] -= 1
        volunteers[volunteer] -= 1
        if people[person] < 0:
            values = {"name": task.people[person], "wanted": task.wanted[person]}
            raise Refused(Problem(OVER_WANTED, "locked", values))
        if volunteers[volunteer] < 0:
            named = {"name": task.volunteers[volunteer], "capacity": task.capacity[volunteer]}
            raise Refused(Problem(OVER_CAPACITY, "locked", named))
