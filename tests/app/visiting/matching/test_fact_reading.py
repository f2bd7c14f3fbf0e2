"""Facts of an office are read into wishes, and become pairs with scores."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import Refused
from app.visiting.given import Given
from app.visiting.matching.exclusions import Exclusion
from app.visiting.matching.fact_reading import read_facts
from app.visiting.matching.wishes import Level, Spot

OFFICE: dict[str, Any] = {
    "people": [
        {
            "id": "p1",
            "wanted": 2,
            "languages": {"de": "native"},
            "gender_wish": "female",
            "hours": {"mon": ["00:00-01:15"], "sun": ["23:10-24:00"]},
            "age_wish": [20, 40],
            "district": "Bilk",
            "longitude": 6.8,
            "latitude": 51.2,
        },
        {"id": 2},
    ],
    "volunteers": [
        {"id": "v1", "gender": "male", "languages": {"de": "C1"}, "reach": 5},
        {"id": "v2", "gender": "female", "capacity": 3, "approved": False},
        {"id": "v3", "gender": "female", "brings": ["dog"]},
    ],
    "weights": {"language": 50},
    "excluded": [["p1", "v3"]],
    "locked": [[2, "v2"]],
}


def test_an_office_is_read() -> None:
    office, task = read_facts(Given(OFFICE, ""))

    person = office.people[0]
    assert (person.languages, person.least_level) == ({"de": Level.NATIVE}, Level.B1)
    assert person.hours == 0b11 | 1 << 7 * 48 - 1
    assert (person.age_wish, person.spot) == ((20, 40), Spot("Bilk", 6.8, 51.2))
    assert (office.weights.language, office.weights.distance) == (50, 25)
    pairs = set(zip(task.pair_people, task.pair_volunteers, strict=True))
    assert pairs == {(1, 0), (1, 2)}
    assert (task.wanted, task.locked) == ((2, 1), ((1, 1),))


def test_who_excludes_everybody_is_told_with_the_counts() -> None:
    office, _ = read_facts(Given(OFFICE, ""))

    assert dict(office.why_nobody(0)) == {
        Exclusion.GENDER: 1,
        Exclusion.NOT_APPROVED: 1,
        Exclusion.KEPT_APART: 1,
    }
    assert office.nobody("because").values == {"count": 3, "reasons": "because"}


def test_an_office_without_volunteers_says_so() -> None:
    office, _ = read_facts(Given({"people": [{"id": "p"}], "volunteers": []}, ""))

    assert office.nobody("").message == "There are no volunteers."


@pytest.mark.parametrize(
    ("person", "field"),
    [
        ({}, "people[0].id"),
        ({"id": "p", "languages": {"de": "well"}}, "people[0].languages.de"),
        ({"id": "p", "languages": ["de"]}, "people[0].languages"),
        ({"id": "p", "gender_wish": "f"}, "people[0].gender_wish"),
        ({"id": "p", "hours": {"monday": []}}, "people[0].hours.day"),
        ({"id": "p", "hours": {"mon": ["9-12"]}}, "people[0].hours.mon"),
        ({"id": "p", "hours": {"mon": ["12:00-09:00"]}}, "people[0].hours.mon"),
        ({"id": "p", "hours": {"mon": ["12:00-24:30"]}}, "people[0].hours.mon"),
        ({"id": "p", "age_wish": [40, 20]}, "people[0].age_wish"),
        ({"id": "p", "age_wish": [40]}, "people[0].age_wish"),
        ({"id": "p", "animals": "dog"}, "people[0].animals"),
        ({"id": "p", "dementia": 1}, "people[0].dementia"),
        ({"id": "p", "longitude": 300, "latitude": 5}, "people[0].longitude"),
    ],
)
def test_what_cannot_be_meant_is_refused(person: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        read_facts(Given({"people": [person], "volunteers": []}, ""))

    assert refused.value.problems[0].field == field


@pytest.mark.parametrize(
    "change",
    [
        {"weights": {"kindness": 3}},
        {"weights": {"language": -1}},
        {"people": [{"id": "p"}, {"id": "p"}]},
        {"locked": [["p1", "v1"], ["p1", "v2"], ["p1", "v3"]]},
        {"excluded": [["p1", "v9"]]},
    ],
)
def test_what_does_not_fit_together_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(Refused):
        read_facts(Given({**OFFICE, **change}, ""))
