"""Bare scores are read as they stand, and whatever cannot be meant is refused by name."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import Refused
from app.visiting.given import Given
from app.visiting.matching.score_reading import read_scores


def _pair(**changes: object) -> dict[str, object]:
    return {"person": "p1", "volunteer": "v1", "score": 2, **changes}


def _file(**changes: object) -> dict[str, Any]:
    whole = {"people": {"p1": 1}, "volunteers": {"v1": 2, "v2": 1}, "pairs": [_pair()]}
    return {**whole, **changes}


def test_scores_are_read() -> None:
    task = read_scores(Given(_file(locked=[["p1", "v2"]]), ""))

    assert (task.people, task.wanted, task.capacity) == (("p1",), (1,), (2, 1))
    assert (task.pair_people, task.pair_volunteers, task.scores) == ((0,), (0,), (2,))
    assert task.locked == ((0, 1),)


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (_file(people=None), "people"),
        (_file(people=["p1"]), "people"),
        (_file(people={"p1": -1}), "people.p1"),
        (_file(volunteers={"v1": 1.5}), "volunteers.v1"),
        (_file(pairs={}), "pairs"),
        (_file(pairs=[3]), "pairs[0]"),
        (_file(pairs=[_pair(person="p9")]), "pairs[0].person"),
        (_file(pairs=[_pair(volunteer=[])]), "pairs[0].volunteer"),
        (_file(pairs=[_pair(score=-1)]), "pairs[0].score"),
        (_file(pairs=[_pair(score=True)]), "pairs[0].score"),
        (_file(pairs=[_pair(score="2")]), "pairs[0].score"),
        (_file(pairs=[_pair(score=float("nan"))]), "pairs[0].score"),
        (_file(pairs=[_pair(), _pair(score=1)]), "pairs"),
        (_file(locked=[["p1"]]), "locked[0]"),
        (_file(locked=[["p1", "v3"]]), "locked[0]"),
        (_file(locked=[["p1", "v1"], ["p1", "v1"]]), "locked[1]"),
        (_file(locked=[["p1", "v1"], ["p1", "v2"]]), "locked"),
    ],
)
def test_what_cannot_be_meant_is_refused_where_it_stands(value: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        read_scores(Given(value, ""))

    assert refused.value.problems[0].field == field
