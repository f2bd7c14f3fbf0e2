"""From facts to scores: which pairs of an office are possible, and what each is worth."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.visiting.matching.exclusions import Exclusion, exclusions, is_possible
from app.visiting.matching.grades import grade, score
from app.visiting.matching.task import MatchTask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.visiting.matching.wishes import Person, Volunteer, Weights

NOBODY_THERE = N_("There are no volunteers.")
NOBODY = N_("None of the {count} volunteers is possible: {reasons}.")


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """Everybody in an office who waits or visits, by their places in the tuples."""

    people: tuple[Person, ...]
    volunteers: tuple[Volunteer, ...]
    weights: Weights
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs that the office excludes."""
    locked: tuple[tuple[int, int], ...] = ()

    def task(self, report: Callable[[int, int], None] | None = None) -> MatchTask:
        """Answer the possible pairs with their scores, as a task with bare scores.

        `report` is told how many people have been looked at, and of how many; what it raises
        ends the work.
        """
        by_language = self._by_language()
        everybody = tuple(range(len(self.volunteers)))
        pairs: list[tuple[int, int]] = []
        for person, wishes in enumerate(self.people):
            if report is not None:
                report(person, len(self.people))
            pairs += (
                (person, volunteer)
                for volunteer in _who_may_talk(wishes, by_language, everybody)
                if is_possible(wishes, self.volunteers[volunteer])
                and (person, volunteer) not in self.apart
            )
        return MatchTask(
            people=tuple(person.id for person in self.people),
            wanted=tuple(person.wanted for person in self.people),
            volunteers=tuple(volunteer.id for volunteer in self.volunteers),
            capacity=tuple(volunteer.capacity for volunteer in self.volunteers),
            pair_people=tuple(person for person, _ in pairs),
            pair_volunteers=tuple(volunteer for _, volunteer in pairs),
            scores=tuple(self._score(person, volunteer) for person, volunteer in pairs),
            locked=self.locked,
        )

    def _by_language(self) -> dict[str, set[int]]:
        """Answer who speaks each language, well or not; "" stands for those who named none."""
        found: dict[str, set[int]] = {"": set()}
        for place, volunteer in enumerate(self.volunteers):
            if volunteer.approved and volunteer.capacity:
                for tag in volunteer.languages or ("",):
                    found.setdefault(tag, set()).add(place)
        return found

    def why_nobody(self, person: int) -> tuple[tuple[Exclusion, int], ...]:
        """Answer what excludes the volunteers of a person, and how many of them, most first."""
        counts = Counter(
            exclusion
            for place, volunteer in enumerate(self.volunteers)
            for exclusion in exclusions(
                self.people[person], volunteer, apart=(person, place) in self.apart
            )
        )
        order = list(Exclusion)
        return tuple(sorted(counts.items(), key=lambda one: (-one[1], order.index(one[0]))))

    def nobody(self, reasons: str) -> Problem:
        """Answer the sentence for a person whom nobody can visit."""
        if not self.volunteers:
            return Problem(NOBODY_THERE)
        return Problem(NOBODY, values={"count": len(self.volunteers), "reasons": reasons})

    def _score(self, person: int, volunteer: int) -> float:
        return score(grade(self.people[person], self.volunteers[volunteer]), self.weights)


def _who_may_talk(
    person: Person, by_language: dict[str, set[int]], everybody: tuple[int, ...]
) -> Iterable[int]:
    """Answer the volunteers worth asking about: a first sieve, quick for a large office."""
    if not person.languages:
        return everybody
    return sorted(set().union(*(by_language.get(tag, ()) for tag in ("", *person.languages))))
