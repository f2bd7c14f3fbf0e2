"""Makes the plan for the whole office: the best assignment, with reasons; it asks no database."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from app.errors import N_, Problem
from app.matches.rules import LeftOver, OfficePlan, PlannedPair, Withdrawn
from app.visiting.matching.assignment import best_assignment
from app.visiting.matching.candidates import candidates
from app.visiting.matching.exclusions import exclusions, is_possible
from app.visiting.matching.explaining import explain
from app.visiting.matching.grades import Grades, grade, score
from app.visiting.matching.office_task import OfficeFacts
from app.visiting.matching.task import check_locks

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.matches.queries import OfficeToPlan
    from app.visiting.matching.exclusions import Exclusion
    from app.visiting.matching.task import Assignment, MatchTask
    from app.visiting.matching.wishes import Person, Volunteer

    Pairs = frozenset[tuple[UUID, UUID]]
    Report = Callable[[int, int], None]

MORE_ROOM = N_("When one of these takes on another person: {names}")
FOR_SO_MANY = N_("{remedy} ({count})")
"""A remedy, and for how many volunteers it alone is missing."""
NOBODY_BECAUSE = N_("None of the {count} volunteers is possible.")
_BEST = Grades(1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
_TOLD = 3
"""Remedies, and names, that are told of one person."""


def plan_office(
    office: OfficeToPlan,
    locked: Pairs = frozenset(),
    ruled_out: Pairs = frozenset(),
    report: Report | None = None,
) -> OfficePlan:
    """Answer the best assignment of everybody who waits.

    `locked` are pairs that must be in it, `ruled_out` pairs that must not. `report` is told how
    many people have been looked at; what it raises ends the work. Raises `Refused` when the
    locked pairs do not fit, `RuntimeError` when optimality could not be proven.
    """
    facts = _facts(office, locked, ruled_out)
    task = facts.task(report)
    check_locks(task)
    found = best_assignment(task)
    return _Telling(office, facts, task, found).plan()


def _facts(office: OfficeToPlan, locked: Pairs, ruled_out: Pairs) -> OfficeFacts:
    rows = {str(one.id): place for place, one in enumerate(office.people)}
    columns = {str(one.id): place for place, one in enumerate(office.volunteers)}
    apart = office.taken | {(one.hex, other.hex) for one, other in ruled_out}
    # Nobody is a volunteer for herself.
    apart |= {(key, key) for key in rows.keys() & columns.keys()}
    return OfficeFacts(
        office.people,
        office.volunteers,
        office.weights,
        frozenset(
            (rows[one], columns[other]) for one, other in apart if one in rows and other in columns
        ),
        tuple(
            sorted(
                (rows[one.hex], columns[other.hex])
                for one, other in locked
                if one.hex in rows and other.hex in columns
            )
        ),
    )


class _Telling:
    """Says an assignment in names and reasons."""

    def __init__(
        self, office: OfficeToPlan, facts: OfficeFacts, task: MatchTask, found: Assignment
    ) -> None:
        self._office, self._facts, self._task, self._found = office, facts, task, found
        self._most = score(_BEST, facts.weights)

    def plan(self) -> OfficePlan:
        """Answer the plan."""
        office = self._office
        anew = {(one.person_id.hex, one.visitor_id.hex): one for one in office.anew}
        chosen = {self._keys(pair) for pair in self._found.pairs}
        pairs = tuple(
            self._pair(pair, anew[key].id if (key := self._keys(pair)) in anew else None)
            for pair in self._found.pairs
        )
        withdrawn = tuple(
            Withdrawn(
                one.id, one.person_id, one.visitor_id,
                self._name(one.person_id.hex), self._name(one.visitor_id.hex),
            )
            for key, one in anew.items()
            if key not in chosen
        )  # fmt: skip
        return OfficePlan(
            tuple(sorted(pairs, key=lambda pair: (pair.match_id is not None, -pair.suits))),
            withdrawn,
            tuple(self._left_over()),
            len(office.people),
            office.no_wish,
            self._found.total / self._most,
            self._found.bound / self._most,
        )

    def _pair(self, pair: tuple[int, int], match_id: UUID | None) -> PlannedPair:
        person, volunteer = self._facts.people[pair[0]], self._facts.volunteers[pair[1]]
        (told,) = candidates(person, [volunteer], weights=self._facts.weights)
        return PlannedPair(
            UUID(str(person.id)),
            UUID(str(volunteer.id)),
            self._name(person.id),
            self._name(volunteer.id),
            told.score / self._most,
            told.in_favour,
            told.against,
            match_id,
            is_locked=pair in self._facts.locked,
        )

    def _left_over(self) -> list[LeftOver]:
        count = Counter(person for person, _ in self._found.pairs)
        return [
            LeftOver(
                UUID(str(self._facts.people[one.person].id)),
                self._name(self._facts.people[one.person].id),
                count[one.person],
                self._facts.people[one.person].wanted,
                one.reason,
                tuple(self._would_help(one.person)),
            )
            for one in explain(self._task, self._found, self._nobody)
        ]

    def _nobody(self, person: int) -> Problem:
        del person
        count = len(self._facts.volunteers)
        return Problem(NOBODY_BECAUSE, values={"count": count}) if count else self._facts.nobody("")

    def _would_help(self, place: int) -> list[Problem]:
        """Answer who would have to take on more, and what alone keeps the most others away."""
        person, partners = self._facts.people[place], self._partners(place)
        possible: list[Volunteer] = []
        alone: Counter[Exclusion] = Counter()
        for column, volunteer in enumerate(self._facts.volunteers):
            if column in partners:
                continue
            apart = (place, column) in self._facts.apart
            if not apart and is_possible(person, volunteer):
                possible.append(volunteer)
            elif not self._is_taken(person, volunteer):
                reasons = list(exclusions(person, volunteer, apart=apart))
                if len(reasons) == 1:
                    alone[reasons[0]] += 1
        told = [*self._more_room(person, possible), *_remedies(alone)]
        # Where nobody is kept away by one thing alone, what keeps most of them away is told.
        return (told or _remedies(Counter(dict(self._facts.why_nobody(place)))))[:_TOLD]

    def _more_room(self, person: Person, possible: list[Volunteer]) -> list[Problem]:
        if not possible:
            return []
        weights = self._facts.weights
        possible.sort(key=lambda one: -score(grade(person, one), weights))
        names = ", ".join(self._name(one.id) for one in possible[:_TOLD])
        return [Problem(MORE_ROOM, values={"names": names})]

    def _is_taken(self, person: Person, volunteer: Volunteer) -> bool:
        key = (str(person.id), str(volunteer.id))
        return key in self._office.taken or person.id == volunteer.id

    def _partners(self, place: int) -> set[int]:
        return {volunteer for person, volunteer in self._found.pairs if person == place}

    def _keys(self, pair: tuple[int, int]) -> tuple[str, str]:
        people, volunteers = self._facts.people, self._facts.volunteers
        return str(people[pair[0]].id), str(volunteers[pair[1]].id)

    def _name(self, key: object) -> str:
        return self._office.names.get(str(key), "")


def _remedies(alone: Counter[Exclusion]) -> list[Problem]:
    return [
        Problem(FOR_SO_MANY, values={"remedy": exclusion.remedy, "count": count})
        for exclusion, count in alone.most_common(_TOLD)
    ]
