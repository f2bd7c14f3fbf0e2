"""Who is due: by age, alone or at risk, within a period; nobody twice, nobody hidden."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access.rules import Role as Colleague
from app.clients.rules import Role, RoleSpan
from app.preventive.queries import figures, preventive_file
from app.preventive.rules import (
    OfferState,
    OwnRule,
    Period,
    PersonFacts,
    SpanDetails,
    coming,
)
from app.preventive.settling import (
    save_exemption,
    save_preventive_rule,
    switch_preventive_rule,
)
from tests.factories.access import member, restricted
from tests.factories.households import household
from tests.factories.preventive import (
    TODAY,
    YEAR,
    answered,
    born,
    danish,
    due,
    due_codes,
    risk,
)

if TYPE_CHECKING:
    from app.office import Office
    from app.preventive.queries import PreventiveFile


@pytest.fixture
def dk(office: Office) -> Office:
    """A Danish office."""
    danish(office)
    return office


@pytest.mark.parametrize(
    ("birth", "fields", "codes"),
    [
        ("31.12.1951", {}, ["dk_75"]),
        ("01.01.1952", {}, []),
        ("05.05.1946", {}, ["dk_80"]),
        ("05.05.1945", {}, []),
        ("31.12.1944", {}, ["dk_82"]),
        ("01.02.1930", {}, ["dk_82"]),
        ("05.05.1956", {"lives_alone": True}, ["dk_70"]),
        ("05.05.1956", {"lives_alone": False}, []),
        ("05.05.1956", {"lives_alone": None}, ["dk_70"]),
    ],
)
def test_each_age_of_the_danish_rule_is_found_in_its_year(
    dk: Office, birth: str, fields: dict[str, object], codes: list[str]
) -> None:
    born(dk, birth, **fields)

    assert due_codes(dk) == codes


def test_the_day_due_is_the_birthday_within_the_period(dk: Office) -> None:
    born(dk, "10.06.1951")
    born(dk, "29.02.1940")

    assert [row.due_on for row in due(dk)] == [date(2026, 3, 1), date(2026, 6, 10)]
    june = Period(date(2026, 6, 1), date(2026, 6, 30))
    assert due_codes(dk, june) == ["dk_75"]
    assert due_codes(dk, Period(date(2026, 2, 1), date(2026, 2, 28))) == []
    assert due_codes(dk, Period(date(2026, 3, 1), date(2026, 3, 31))) == ["dk_82"]
    assert due_codes(dk, Period(date(2025, 12, 1), date(2026, 3, 1))) == ["dk_82"]


def test_who_died_or_moved_or_lives_elsewhere_in_the_file_is_not_due(dk: Office) -> None:
    born(dk, "10.06.1951", status="deceased", status_from=date(2026, 5, 1))
    born(dk, "10.06.1951", status="moved")
    born(dk, "10.06.1951", roles=(RoleSpan(Role.CONTACT),))

    assert due_codes(dk) == []


def test_a_household_of_one_lives_alone_and_one_of_two_does_not(dk: Office) -> None:
    alone = born(dk, "05.05.1956", lives_alone=None)
    together = born(dk, "05.05.1956", given_name="Bo", lives_alone=None)
    partner = born(dk, "01.01.1960", given_name="Ida")
    unsaid = born(dk, "05.05.1956", given_name="Ulla", lives_alone=None)
    household(dk, alone, born(dk, "01.01.1955", given_name="Per", status="deceased"))
    household(dk, together, partner)

    assert {row.person_id: row.alone_certain for row in due(dk)} == {alone: True, unsaid: False}


def test_a_risk_calls_for_a_visit_once_and_at_the_ages_of_its_rule(dk: Office) -> None:
    inge = born(dk, "10.06.1956", lives_alone=False)
    young = born(dk, "10.06.1966", given_name="Ung")
    for person in (inge, young):
        risk(dk, person, "discharged", date(2026, 10, 1))
        risk(dk, person, "bereaved", date(2026, 10, 1))

    rows = {(row.person_id, row.rule_code, row.due_on) for row in due(dk)}
    assert rows == {
        (inge, "dk_risk", date(2026, 10, 1)),
        (inge, "dk_bereaved", date(2026, 11, 12)),
        (young, "dk_bereaved", date(2026, 11, 12)),
    }


def test_an_exemption_is_told_with_the_row(dk: Office) -> None:
    inge = born(dk, "10.06.1940")
    dk.act(save_exemption, uuid4(), 0, inge, SpanDetails("care_and_help", date(2026, 1, 1)))

    (row,) = due(dk)
    assert row.state is OfferState.EXEMPT


def test_a_switched_off_rule_asks_for_nobody(dk: Office) -> None:
    born(dk, "10.06.1940")
    dk.act(switch_preventive_rule, "dk_82", is_on=False)
    assert due_codes(dk) == []

    dk.act(switch_preventive_rule, "dk_82", is_on=True)
    assert due_codes(dk) == ["dk_82"]


def test_rules_hold_within_their_days(dk: Office) -> None:
    born(dk, "10.03.1938")
    born(dk, "10.09.1938", given_name="Bo")

    assert due_codes(dk, Period(date(2019, 1, 1), date(2019, 12, 31))) == ["dk_80_before_2019"]
    assert due_codes(dk, Period(date(2020, 1, 1), date(2020, 12, 31))) == ["dk_82", "dk_82"]


def test_an_own_rule_of_the_office_is_used_beside_the_delivered_ones(dk: Office) -> None:
    born(dk, "10.06.1950")
    rule = OwnRule("At 76", least_age=76, after_days=10, valid_from=date(2026, 1, 1))
    dk.act(save_preventive_rule, "own-1", 0, rule)

    assert [(row.rule_code, row.due_on) for row in due(dk)] == [("own-1", date(2026, 6, 20))]


def test_restricted_people_are_due_only_to_those_who_may_know_them(dk: Office) -> None:
    inge = born(dk, "10.06.1940")
    member(dk, "Anna Beispiel", Colleague.ADMINISTRATOR)
    member(dk, "Zoe Amt", Colleague.CASEWORKER)
    restricted(dk, inge)
    assert due_codes(dk) == ["dk_82"]

    dk.work_as("Zoe Amt")
    assert due_codes(dk) == []
    assert dk.ask(figures, YEAR, TODAY) == ()


_KEPT_OFFICE = HealthCheck.function_scoped_fixture
_BIRTHS = st.dates(date(1930, 1, 1), date(1962, 12, 31))
_FIRST = st.dates(date(2019, 3, 1), date(2027, 12, 31))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(births=st.lists(_BIRTHS, min_size=12, max_size=12), first=_FIRST, days=st.integers(0, 364))
def test_the_question_over_all_agrees_with_the_reckoning_of_one(
    dk: Office, births: list[date], first: date, days: int
) -> None:
    people = {born(dk, f"{day:%d.%m.%Y}", lives_alone=bool(day.day % 2)): day for day in births}
    for number, person in enumerate(people):
        if number % 2:
            risk(dk, person, "isolated", date(2026, 1, number + 1))
            answered(dk, person, date(2026, number, 1), OfferState.DECLINED)
    period = Period(first, first + timedelta(days=days))

    rows = due(dk, period)
    files = {person: dk.ask(preventive_file, person, TODAY) for person in people}
    expected = {
        (person, one.rule.code, one.due_on)
        for person, file in files.items()
        if file is not None
        for rule in file.rules
        for one in coming(rule, period, _facts(file))
    }
    mine = {row for row in rows if row.person_id in people and not row.version}
    assert {(row.person_id, row.rule_code, row.due_on) for row in mine} == expected


def _facts(file: PreventiveFile) -> PersonFacts:
    return PersonFacts(
        file.birth_date,
        file.lives_alone,
        tuple((o.rule_code, o.period_from, o.visited_on or o.due_on) for o in file.offers),
        tuple((each.code, each.since, each.until) for each in file.risks),
    )
