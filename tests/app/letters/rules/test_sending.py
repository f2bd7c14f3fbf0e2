"""What letters there are and to whom they may go."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.letters.rules import (
    check_visit,
    file_name,
)

TODAY = date(2026, 11, 23)
TOMORROW = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001 - local wall-clock time


@pytest.mark.parametrize("status", ["held", "not_held", "cancelled"])
def test_only_a_planned_visit_is_announced(status: str) -> None:
    assert check_visit(status, TOMORROW, TODAY)
    assert not check_visit("planned", TOMORROW, TODAY)


def test_a_visit_of_today_can_still_be_announced_but_not_one_of_yesterday() -> None:
    assert not check_visit("planned", TOMORROW, TOMORROW.date())
    assert check_visit("planned", TOMORROW, date(2026, 11, 25))


def test_the_file_name_tells_nothing_of_the_person() -> None:
    assert file_name(TODAY, "Appointment letter") == "2026-11-23 appointment letter.pdf"
