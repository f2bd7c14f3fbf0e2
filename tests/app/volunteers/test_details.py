"""Requirements of the file: days in order, known codes, times that are part of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.volunteers.rules import (
    AbsenceDetails,
    Stretch,
    TrainingDetails,
    VolunteerDetails,
    bits_of,
    check_volunteer,
    stretches_of,
)

TODAY = date(2026, 11, 23)
FILE = VolunteerDetails(applied_on=date(2026, 9, 1))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"applied_on": None}, "applied_on"),
        ({"applied_on": date(2026, 11, 24)}, "applied_on"),
        ({"active_from": date(2026, 8, 31)}, "active_from"),
        ({"left_on": date(2026, 8, 31), "left_reason": "time"}, "left_on"),
        ({"left_on": date(2026, 11, 1)}, "left_reason"),
        ({"max_people": 51}, "max_people"),
        ({"max_people": None}, "max_people"),
        ({"reach_km": 0}, "reach_km"),
        ({"gender": "x"}, "gender"),
        ({"paid_kind": "x"}, "paid_kind"),
        ({"traits": frozenset({("interest", "dragons")})}, "interest"),
        ({"traits": frozenset({("dragons", "music")})}, "dragons"),
        ({"about": "\0"}, "about"),
        ({"hours": (Stretch(8, 0, 60),)}, "hours"),
        ({"hours": (Stretch(1, 60, 60),)}, "hours"),
        ({"absences": (AbsenceDetails(uuid4()),)}, "absences.0.from_day"),
        (
            {"absences": (AbsenceDetails(uuid4(), date(2026, 12, 2), date(2026, 12, 1)),)},
            "absences.0.until_day",
        ),
        ({"trainings": (TrainingDetails(uuid4(), TODAY, "", 60),)}, "trainings.0.topic"),
        ({"trainings": (TrainingDetails(uuid4(), TODAY, "Talk", None),)}, "trainings.0.minutes"),
        (
            {"trainings": (TrainingDetails(uuid4(), date(2026, 12, 1), "Talk", 60),)},
            "trainings.0.day",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(changes: dict[str, object], field: str) -> None:
    assert check_volunteer(FILE, TODAY) == ()
    changed = replace(FILE, **changes)  # type: ignore[arg-type] # of a table
    assert [found.field for found in check_volunteer(changed, TODAY)] == [field]


@given(st.integers(0, (1 << 336) - 1))
def test_times_come_back_as_they_were_given(bits: int) -> None:
    stretches = stretches_of(bits)
    assert (bits_of(stretches) or 0) == bits
    assert check_volunteer(replace(FILE, hours=stretches), TODAY) == ()


def test_who_said_nothing_is_not_taken_to_have_no_time() -> None:
    assert bits_of(()) is None
    assert bits_of((Stretch(1, 615, 640),)) == 0
