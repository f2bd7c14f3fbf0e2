"""Requirements of what may be recorded about a contact, and of who is called next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from app.mobile_advice.advice.figures import age_bands, figures_on
from app.mobile_advice.advice.rules import (
    CallbackDetails,
    ContactDetails,
    as_topics,
    band_of,
    check_callback,
    check_contact,
    in_turn,
    next_try,
)

TODAY = date(2026, 11, 23)
GOOD = ContactDetails(TODAY, topics=("housing",))


def fields(details: ContactDetails) -> set[str]:
    """Answer the fields that are refused."""
    found = check_contact(details, TODAY, figures_on(TODAY), age_bands())
    return {problem.field for problem in found}


def test_a_contact_needs_a_day_and_a_topic_and_nothing_else() -> None:
    assert fields(GOOD) == set()
    assert fields(ContactDetails()) == {"day", "topics"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"day": date(2026, 11, 24)}, "day"),
        ({"follow_up_on": date(2026, 11, 22)}, "follow_up_on"),
        ({"topics": ("nonsense",)}, "topics"),
        ({"age_band": "12"}, "age_band"),
        ({"outcome": "nonsense"}, "outcome"),
        ({"minutes": 0}, "minutes"),
        ({"present": None}, "present"),
        ({"present": 61}, "present"),
        ({"note": "a\x00b"}, "note"),
        ({"target": "x", "institution_id": uuid4()}, "target"),
        ({"with_data": True}, "institution_id"),
        ({"with_data": True, "target": "Pflegebüro"}, "with_data"),
    ],
)
def test_what_cannot_be_recorded_is_refused_at_its_field(
    change: dict[str, object], field: str
) -> None:
    assert fields(replace(GOOD, **change)) == {field}  # type: ignore[arg-type] # of the case


def test_topics_are_kept_sorted_and_each_once() -> None:
    assert as_topics(["housing", "care", "housing"]) == "care housing"


def test_the_age_band_follows_the_birthday() -> None:
    born = date(1946, 11, 24)
    assert band_of(born, TODAY, age_bands()) == "70_79"
    assert band_of(born, date(2026, 11, 24), age_bands()) == "80_89"
    assert band_of(None, TODAY, age_bands()) == ""


def test_a_call_needs_somebody_who_can_be_called() -> None:
    wish = CallbackDetails(wish="Wohngeld")
    found = {problem.field for problem in check_callback(wish, TODAY)}
    assert found == {"caller"}
    named = replace(wish, caller="Frau Kaya")
    assert {problem.field for problem in check_callback(named, TODAY)} == {"phone"}
    assert check_callback(replace(named, phone="0211 4710-1"), TODAY) == ()
    assert check_callback(replace(wish, person_id=uuid4()), TODAY) == ()


def test_nobody_is_tried_again_on_a_weekend_or_a_holiday() -> None:
    friday = date(2026, 11, 27)
    assert next_try(friday, 1) == date(2026, 11, 30)
    assert next_try(friday, 1, {date(2026, 11, 30)}) == date(2026, 12, 1)


@dataclass(frozen=True)
class Waits:
    """A call in the order of calls."""

    name: str
    next_on: date | None
    attempts: int
    taken_at: datetime


def test_the_longest_due_is_next_then_whoever_was_tried_least() -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    rows = [
        Waits("tried twice", TODAY, 2, at),
        Waits("new", TODAY, 0, at.replace(day=22)),
        Waits("older and new", TODAY, 0, at),
        Waits("overdue", date(2026, 11, 19), 3, at),
    ]
    assert [row.name for row in in_turn(rows)] == [
        "overdue", "older and new", "new", "tried twice"
    ]  # fmt: skip
