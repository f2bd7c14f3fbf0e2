"""Tests of the rules: how rows come home, how long a suitcase opens, what a plan may say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.mobile_advice.suitcase.limits import limits
from app.mobile_advice.suitcase.rules import (
    Plan,
    Verdict,
    check_plan,
    chosen_values,
    is_clock_back,
    is_over,
    settle,
)

if TYPE_CHECKING:
    from app.mobile_advice.suitcase.rules.merging import Row

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
A: Row = {"id": "1", "note": "a", "state": "x"}
B: Row = {"id": "1", "note": "b", "state": "x"}
C: Row = {"id": "1", "note": "c", "state": "x"}


@pytest.mark.parametrize(
    ("base", "came", "home", "verdict"),
    [
        (None, A, None, Verdict.ADD),
        (None, A, A, Verdict.SAME),
        (None, A, B, Verdict.ASK),
        (A, B, A, Verdict.CHANGE),
        (A, B, B, Verdict.SAME),
        (A, B, C, Verdict.ASK),
        (A, B, None, Verdict.ASK_GONE),
        (A, None, A, Verdict.REMOVE),
        (A, None, B, Verdict.ASK_REMOVED),
        (A, None, None, Verdict.SAME),
    ],
)
def test_a_row_that_only_one_side_changed_takes_that_side_and_else_somebody_is_asked(
    base: Row | None, came: Row | None, home: Row | None, verdict: Verdict
) -> None:
    assert settle(base, came, home, is_ours=False).verdict is verdict


def test_changes_of_different_fields_are_asked_about_and_the_news_is_proposed() -> None:
    home = {**A, "state": "y"}
    asked = settle(A, B, home, is_ours=False)
    assert asked.verdict is Verdict.ASK
    assert asked.proposed == {"note"}
    assert chosen_values(asked, asked.proposed) == {"note": "b"}


def test_what_an_earlier_return_brought_is_changed_without_a_question() -> None:
    assert settle(A, C, B, is_ours=True).verdict is Verdict.CHANGE


def test_a_day_that_follows_from_other_rows_is_never_asked_about() -> None:
    base, came = {**A, "last_contact": None}, {**B, "last_contact": "2026-11-24"}
    settled = settle(base, came, {**A, "last_contact": "2026-11-25"}, is_ours=False)
    assert settled.verdict is Verdict.CHANGE
    assert settled.writes == {"note": "b", "last_contact": "2026-11-25"}


def test_a_suitcase_is_over_at_its_last_instant_and_where_it_was_once_used_later() -> None:
    end = NOW + timedelta(hours=1)
    assert not is_over(end, NOW, NOW)
    assert is_over(end, end, NOW)
    assert is_over(end, NOW, end)


def test_a_clock_that_was_set_back_is_noticed_beyond_what_computers_differ() -> None:
    assert not is_clock_back(NOW, NOW + timedelta(minutes=9), 10)
    assert is_clock_back(NOW, NOW + timedelta(minutes=11), 10)


@pytest.mark.parametrize(
    ("until", "passphrase", "repeated", "fields"),
    [
        (DAY, "sieben blaue Stühle", "sieben blaue Stühle", []),
        (DAY - timedelta(days=1), "sieben blaue Stühle", "sieben blaue Stühle", ["until"]),
        (DAY + timedelta(days=8), "sieben blaue Stühle", "sieben blaue Stühle", ["until"]),
        (DAY, "kurz", "kurz", ["passphrase"]),
        (DAY, "sieben blaue Stühle", "sieben rote Stühle", ["repeated"]),
    ],
)
def test_a_plan_is_refused_beside_the_field(
    until: date, passphrase: str, repeated: str, fields: list[str]
) -> None:
    plan = Plan(uuid4(), until, passphrase, repeated)
    assert [problem.field for problem in check_plan(plan, DAY, DAY, limits())] == fields
