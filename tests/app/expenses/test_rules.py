"""Requirements of the rules of money: claims, dated rates, allowances, the card of the state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest

from app.expenses.rates import card_rules, tariff_of
from app.expenses.rules import (
    ExpenseDetails,
    ExpenseState,
    HoursDetails,
    Spent,
    Tone,
    YearSum,
    allowance_remarks,
    card_remarks,
    check_expense,
    check_hours,
    check_step,
    first_rate,
    mileage,
)
from app.expenses.rules.claim import (
    IN_FUTURE,
    NO_PLACE,
    NO_RATE,
    NO_SUCH_ALLOWANCE,
    NOT_ABOVE_ZERO,
    TOO_FAR,
    TOO_MUCH,
)
from app.expenses.rules.year import ABOVE, BOTH, CARD_LOST, CARD_SAFE, CARD_WITHIN, NEAR, WITHIN

TODAY = date(2026, 11, 23)
ANJA = UUID(int=7)
WAY = ExpenseDetails(
    ANJA, TODAY, kilometres=124, purpose="Visit", from_place="Garath", to_place="Benrath"
)
FARE = ExpenseDetails(ANJA, TODAY, Spent.FARE, amount=650, purpose="Bus")
GERMANY, DENMARK = tariff_of("DE"), tariff_of("DK")


def _found(details: ExpenseDetails, country: str = "DE") -> set[tuple[str, str]]:
    problems = check_expense(details, tariff_of(country), TODAY)
    return {(one.field, one.message) for one in problems}


def test_claims_that_say_everything_are_taken() -> None:
    lump = ExpenseDetails(ANJA, TODAY, Spent.LUMP, amount=8000, allowance="ehrenamtspauschale")

    assert not _found(WAY)
    assert not _found(FARE)
    assert not _found(lump)


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        (replace(WAY, day=date(2026, 11, 24)), ("day", IN_FUTURE)),
        (replace(WAY, kilometres=-5), ("kilometres", NOT_ABOVE_ZERO)),
        (replace(WAY, kilometres=0), ("kilometres", NOT_ABOVE_ZERO)),
        (replace(WAY, kilometres=99_999), ("kilometres", TOO_FAR)),
        (replace(FARE, amount=-1), ("amount", NOT_ABOVE_ZERO)),
        (replace(FARE, amount=10**12), ("amount", TOO_MUCH)),
        (replace(WAY, day=date(1999, 5, 1)), ("day", NO_RATE)),
        (replace(WAY, to_place=" "), ("to_place", NO_PLACE)),
        (
            replace(FARE, what=Spent.LUMP, allowance="phone"),
            ("allowance", NO_SUCH_ALLOWANCE),
        ),
    ],
)
def test_a_wrong_claim_is_refused_beside_its_field(
    details: ExpenseDetails, expected: tuple[str, str]
) -> None:
    assert expected in _found(details)


def test_for_a_way_to_a_visit_nobody_is_asked_from_where_to_where() -> None:
    assert not _found(replace(WAY, visit_id=UUID(int=3), from_place="", to_place="", purpose=""))


def test_the_danish_rate_is_the_one_of_the_day() -> None:
    rates = {day: DENMARK.rate_on(day) for day in (date(2023, 12, 31), date(2024, 1, 1))}

    assert [rate.cents for rate in rates.values() if rate] == [373, 379]
    assert ("day", NO_RATE) in _found(replace(WAY, day=date(2022, 6, 1)), "DK")


def test_half_a_cent_is_rounded_up() -> None:
    german = GERMANY.rate_on(TODAY)
    danish = DENMARK.rate_on(TODAY)
    assert german is not None
    assert danish is not None

    assert mileage(124, 0, german) == 372
    assert mileage(1, 0, danish) == 39  # 39.4 øre
    assert mileage(5, 0, danish) == 197


def test_a_way_beyond_the_threshold_is_paid_at_both_rates() -> None:
    rate = DENMARK.rate_on(TODAY)
    assert rate is not None

    assert mileage(100, 199_950, rate) == (50 * 394 + 50 * 228) // 10
    assert mileage(100, 200_000, rate) == 2280
    assert first_rate(200_000, rate) == 228


@pytest.mark.parametrize("country", ["DE", "DK"])
def test_dated_entries_of_one_kind_never_overlap_and_say_their_source(country: str) -> None:
    tariff = tariff_of(country)
    codes = {one.code for one in tariff.allowance}
    series: list[list[Any]] = [list(tariff.kilometre)]
    series += ([one for one in tariff.allowance if one.code == code] for code in codes)

    for entries in series:
        for one, following in pairwise(entries):
            assert one.valid_until is not None
            assert one.valid_until < following.valid_from
        assert all(one.source for one in entries)


@pytest.mark.parametrize(
    ("cents", "message"), [(10_000, WITHIN), (80_000, NEAR), (96_000, NEAR), (96_001, ABOVE)]
)
def test_the_office_is_warned_before_an_allowance_is_exceeded(cents: int, message: str) -> None:
    done = YearSum(2026, 0, {"ehrenamtspauschale": cents})

    (remark,) = allowance_remarks(done, GERMANY.allowances_on(TODAY), 80, TODAY)

    assert remark.problem.message == message


def test_the_allowance_is_the_one_of_its_year() -> None:
    done = YearSum(2025, 0, {"ehrenamtspauschale": 90_000})
    day = date(2025, 12, 31)

    (remark,) = allowance_remarks(done, GERMANY.allowances_on(day), 80, day)

    assert remark.problem.message == ABOVE


def test_two_allowances_that_exclude_each_other_are_pointed_out() -> None:
    done = YearSum(2026, 0, {"ehrenamtspauschale": 100, "uebungsleiterpauschale": 100})

    found = allowance_remarks(done, GERMANY.allowances_on(TODAY), 80, TODAY)

    assert [one.problem.message for one in found].count(BOTH) == 1


def _card(state: str, day: date, lump: int) -> tuple[str, Tone]:
    done = YearSum(day.year, 210 * 60, {"ehrenamtspauschale": lump})
    first, _hours = card_remarks(done, card_rules("DE"), state, state, day)
    return first.problem.message, first.tone


def test_a_lump_sum_costs_the_card_where_the_state_allows_none() -> None:
    assert _card("NI", TODAY, 100) == (CARD_LOST, Tone.DANGER)
    assert _card("NI", TODAY, 0) == (CARD_SAFE, Tone.DONE)


def test_north_rhine_westphalia_allows_lump_sums_since_february_2026() -> None:
    assert _card("NW", date(2025, 12, 31), 100) == (CARD_LOST, Tone.DANGER)
    assert _card("NW", TODAY, 96_000) == (CARD_WITHIN, Tone.DONE)


def test_a_state_without_known_conditions_is_said_so() -> None:
    (remark,) = card_remarks(YearSum(2026, 0, {}), card_rules("DE"), "SL", "Saarland", TODAY)

    assert remark.problem.values == {"state": "Saarland"}


def test_hours_of_a_day_have_an_end() -> None:
    wrong = check_hours(HoursDetails(ANJA, date(2026, 11, 24), 1441, ""), 1440, TODAY)

    assert {one.field for one in wrong} == {"day", "minutes", "activity"}
    assert not check_hours(HoursDetails(ANJA, TODAY, 90, "Exchange"), 1440, TODAY)


def test_a_claim_is_paid_only_once_it_is_approved() -> None:
    assert check_step(ExpenseState.SUBMITTED, ExpenseState.PAID)
    assert not check_step(ExpenseState.APPROVED, ExpenseState.PAID)
    assert check_step(ExpenseState.SUBMITTED, ExpenseState.REJECTED, " ")
