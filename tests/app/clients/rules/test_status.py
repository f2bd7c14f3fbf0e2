"""A status holds on its days, and says what cannot be done then."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.clients.rules import STATUS_LABELS, PersonStatus, Standing, why_no_letter, why_no_visit
from app.clients.rules.roles import ENDS_FIRST
from app.clients.rules.status import (
    DIED_LATER,
    NO_LETTER_DECEASED,
    NO_LETTER_MOVED,
    NO_SUCH_STATUS,
    NO_VISIT_PAUSED_OPEN,
    PAUSE_NEEDS_BEGIN,
    check_status,
)

BEFORE, FIRST, LAST, AFTER = (date(2026, 11, day) for day in (1, 10, 20, 21))
PAUSE = Standing(PersonStatus.PAUSED, FIRST, LAST)


def test_a_pause_holds_on_its_days_only() -> None:
    found = [PAUSE.on(day) for day in (BEFORE, FIRST, LAST, AFTER)]
    assert found == ["active", "paused", "paused", "active"]


def test_who_moves_is_active_until_then_and_moved_for_ever() -> None:
    standing = Standing(PersonStatus.MOVED, FIRST)
    assert [standing.on(day) for day in (BEFORE, FIRST, AFTER)] == ["active", "moved", "moved"]


def test_a_death_without_a_day_has_always_held() -> None:
    assert Standing(PersonStatus.DECEASED).on(BEFORE) is PersonStatus.DECEASED


def test_an_open_pause_names_its_begin() -> None:
    problem = why_no_visit(Standing(PersonStatus.PAUSED, FIRST), AFTER, "Erna")
    assert problem is not None
    assert (problem.message, problem.field) == (NO_VISIT_PAUSED_OPEN, "day")
    assert problem.message.format(**problem.values).startswith("Erna pauses since 10.11.2026")


def test_who_is_active_or_pauses_gets_letters() -> None:
    assert why_no_letter(Standing(), FIRST, "Erna") is None
    assert why_no_letter(PAUSE, FIRST, "Erna") is None
    assert why_no_visit(Standing(), FIRST, "Erna") is None


@pytest.mark.parametrize(
    ("status", "message"), [("deceased", NO_LETTER_DECEASED), ("moved", NO_LETTER_MOVED)]
)
def test_who_is_gone_gets_no_letters(status: str, message: str) -> None:
    problem = why_no_letter(Standing(PersonStatus(status), FIRST), FIRST, "Erna")
    assert problem is not None
    assert problem.message == message


@pytest.mark.parametrize(
    ("given", "message", "field"),
    [
        ({"status": "sleeping"}, NO_SUCH_STATUS, "status"),
        ({"status": "paused"}, PAUSE_NEEDS_BEGIN, "status_from"),
        ({"status": "paused", "since": LAST, "until": FIRST}, ENDS_FIRST, "status_until"),
        ({"status": "deceased", "since": AFTER}, DIED_LATER, "status_from"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    given: dict[str, Any], message: str, field: str
) -> None:
    values: dict[str, Any] = {"since": None, "until": None, "note": "", "today": LAST} | given
    (problem,) = check_status(**values)
    assert (problem.message, problem.field) == (message, field)


def test_every_status_has_a_word() -> None:
    assert set(STATUS_LABELS) == set(PersonStatus)
