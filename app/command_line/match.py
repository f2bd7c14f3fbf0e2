"""`nahbar match`: assigns volunteers to waiting people, by bare scores or by facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.json_file import read_json
from app.visiting.given import Given
from app.visiting.matching.assignment import best_assignment
from app.visiting.matching.explaining import explain
from app.visiting.matching.fact_reading import read_facts
from app.visiting.matching.score_reading import read_scores
from resources.text import _, ngettext, say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from app.errors import Problem
    from app.visiting.matching.task import Assignment, MatchTask, Unmatched


def run(arguments: Namespace) -> Answer:
    """Assign what a file holds; raises `Refused` when something in it cannot be meant."""
    given = Given(Given.of(read_json(arguments.file), str(arguments.file)).facts, "")
    task, nobody = _task(given)
    assignment = best_assignment(task)
    unmatched = explain(task, assignment, nobody)
    return Answer(_facts(task, assignment, unmatched), _lines(task, assignment, unmatched))


def _task(given: Given) -> tuple[MatchTask, Callable[[int], Problem] | None]:
    """Answer the task, and who can say why nobody is possible: that needs facts."""
    if isinstance(given.value("people"), dict):
        return read_scores(given), None
    office, task = read_facts(given)

    def nobody(person: int) -> Problem:
        counts = office.why_nobody(person)
        reasons = "; ".join(f"{say(one.reason)} ({count})" for one, count in counts)
        return office.nobody(reasons)

    return task, nobody


def _facts(
    task: MatchTask, assignment: Assignment, unmatched: tuple[Unmatched, ...]
) -> dict[str, object]:
    return {
        "assigned": [[task.people[p], task.volunteers[v]] for p, v in assignment.pairs],
        "total": assignment.total,
        "bound": assignment.bound,
        "unmatched": [
            {"person": task.people[one.person], "reason": say(one.reason)} for one in unmatched
        ],
    }


def _lines(
    task: MatchTask, assignment: Assignment, unmatched: tuple[Unmatched, ...]
) -> tuple[str, ...]:
    count = ngettext("{count} pair", "{count} pairs", len(assignment.pairs))
    return (
        _("{pairs}, {total} together; no assignment reaches more than {bound}.").format(
            pairs=count, total=f"{assignment.total:.2f}", bound=f"{assignment.bound:.2f}"
        ),
        *(f"{task.people[p]} – {task.volunteers[v]}" for p, v in assignment.pairs),
        *(f"{task.people[one.person]}: {say(one.reason)}" for one in unmatched),
    )
