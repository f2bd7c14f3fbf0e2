"""Requirements of the rules of enquiries: the form, the clock, homes, action plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.clients.rules import Address
from app.referrals.enquiries.config import COUNTRIES, delivered_clock, pension_ages
from app.referrals.enquiries.rules import (
    Channel,
    Received,
    Setting,
    Urgency,
    check_action_plan,
    check_enquiry,
    clock_on,
    due_days,
    dwelling_key,
    may_close,
    pension_day,
    split_name,
    working_day_after,
)
from resources.text import say
from tests.factories.enquiries import TODAY, enquiry_details

HERE = Setting(TODAY, time(10, 0), keeps_cpr=False, emergency="112 / 114", naming_law="§ 13")
SECOND_CHRISTMAS_DAY = date(2026, 12, 26)


def _fields(**typed: object) -> list[str]:
    return [problem.field for problem in check_enquiry(enquiry_details(**typed), HERE)]


def test_what_the_caller_says_in_a_minute_is_enough() -> None:
    assert _fields() == []


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"reporter_name": ""}, "institution_id"),
        ({"about_name": "", "street": ""}, "about_name"),
        ({"observed": " "}, "observed"),
        ({"concerns": ()}, "concerns"),
        ({"concerns": ("gossip",)}, "concerns"),
        ({"is_anonymous": True}, "is_anonymous"),
        ({"urgency": Urgency.U1}, "told_emergency"),
        ({"acute": True}, "told_emergency"),
        ({"received_on": None}, "received_on"),
        ({"received_on": date(2026, 11, 24)}, "received_on"),
        ({"cpr": "010138-1234"}, "cpr"),
        ({"is_new": True, "about_name": ""}, "about_name"),
        ({"reporter_email": "lars"}, "reporter_email"),
        ({"observed": "a\x00b"}, "observed"),
    ],
)
def test_a_wrong_form_is_refused_at_its_field(typed: dict[str, object], field: str) -> None:
    assert _fields(**typed) == [field]


def test_danger_in_a_letter_needs_nobody_to_be_told_on_the_phone() -> None:
    assert _fields(urgency=Urgency.U1, channel=Channel.LETTER) == []


def test_the_rule_about_naming_names_its_law() -> None:
    (problem,) = check_enquiry(enquiry_details(is_anonymous=True), HERE)

    assert problem.values == {"law": "§ 13"}


def test_days_are_counted_as_working_days_without_holidays() -> None:
    friday = date(2026, 12, 18)
    christmas = {date(2026, 12, 24), date(2026, 12, 25), SECOND_CHRISTMAS_DAY}

    assert working_day_after(friday, 0, ()) == friday
    assert working_day_after(friday, 1, ()) == date(2026, 12, 21)
    assert working_day_after(friday, 6, christmas) == date(2026, 12, 30)


@pytest.mark.parametrize("country", ["DE", "DK"])
def test_a_child_has_a_clock_of_its_own(country: str) -> None:
    rules = clock_on(delivered_clock(country), TODAY)
    at = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - local wall-clock time

    adult = due_days(Received(at, Urgency.U4, is_about_child=False), rules, ())
    child = due_days(Received(at, Urgency.U2, is_about_child=True), rules, ())

    assert (adult.assessment, adult.child) == (None, None)
    assert child.child == datetime(2026, 11, 24, 10, 0)  # noqa: DTZ001 - as above
    assert child.receipt == date(2026, 12, 1)
    assert child.assessment == date(2026, 11, 24)


def test_the_same_home_is_known_however_it_is_written() -> None:
    home = Address("DE", street="Koblenzer Straße", house_number="10 a", postal_code="40593")
    again = replace(home, street="koblenzerstr.", house_number="10A", city="Düsseldorf")

    assert dwelling_key(home) == dwelling_key(again) != ""
    assert dwelling_key(replace(home, floor="2")) != dwelling_key(home)
    assert dwelling_key(replace(home, house_number="")) == ""


def test_nothing_is_closed_unanswered_or_with_a_child_left_lying() -> None:
    for country in COUNTRIES:
        rules = delivered_clock(country)[0]
        assert may_close(1, rules, is_about_child=False, is_routed=False) == ()
        (unanswered,) = may_close(0, rules, is_about_child=False, is_routed=False)
        assert rules.answer_law in say(unanswered)
        assert rules.answer_source in say(unanswered)
        assert len(may_close(0, rules, is_about_child=True, is_routed=False)) == 2
        assert may_close(3, rules, is_about_child=True, is_routed=True) == ()


def test_an_action_plan_is_for_those_below_the_pension_age_with_the_reason() -> None:
    ages = pension_ages("DK", TODAY)

    assert pension_day(date(1955, 8, 31), ages) == date(2022, 8, 31)
    assert pension_day(date(1954, 8, 31), ages) == date(2020, 8, 31)
    assert pension_day(date(1955, 3, 31), ages) == date(2021, 10, 1)
    assert check_action_plan("Ruth", date(1970, 1, 1), TODAY, ages) == ()
    (problem,) = check_action_plan("Ruth", date(1938, 1, 1), TODAY, ages)
    assert "§ 141" in str(problem.values["law"])
    assert problem.values["day"] == date(2003, 1, 1)
    assert check_action_plan("Ruth", None, TODAY, ages)
    assert check_action_plan("Ruth", date(1970, 1, 1), TODAY, pension_ages("DE", TODAY))


def test_a_name_is_parted_as_it_was_said() -> None:
    assert split_name("Ruth Anna Berg") == ("Ruth Anna", "Berg")
    assert split_name("Berg, Ruth") == ("Ruth", "Berg")
    assert split_name("Berg") == ("", "Berg")
