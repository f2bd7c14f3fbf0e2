"""Requirements, rules and pools of an office in a configuration file: dated, and the past stays."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from app.configuration.actions import import_configuration
from app.configuration.queries import compared, configuration, configuration_file
from app.configuration.rules import BROKEN_ENTRY, Part, Stays
from app.errors import Refused
from app.mobile_advice.costs.actions import save_cost_item
from app.mobile_advice.costs.queries import cost_items
from app.mobile_advice.costs.rules import CostItemDetails
from app.mobile_advice.mediators.pooling import save_pool
from app.mobile_advice.mediators.queries import list_pools
from app.mobile_advice.mediators.rules import PoolDetails
from app.mobile_advice.mediators.rules.pool import NO_LEAD
from app.preventive.queries.rule_book import office_rules, rule_named
from app.preventive.rules import OwnRule, Repeats
from app.preventive.rules.rule import NO_AGE
from app.preventive.settling import save_preventive_rule, switch_preventive_rule
from app.text_rules import MISSING
from app.volunteers.requirements import all_requirements, delivered
from app.volunteers.requiring import (
    add_requirement,
    change_requirement,
    continue_requirement,
    end_requirement,
)
from app.volunteers.rules import RequirementDetails, RequirementKind
from app.volunteers.rules.changing import ENDS_BEFORE, KEEPS_KIND, NOT_OFFERED, OUT_OF_RANGE
from tests.factories.configured import NEW, REQUIREMENT, RULE, WHOLE_POOL
from tests.factories.preventive import danish

if TYPE_CHECKING:
    from app.office import Office

DAY = date(2027, 1, 1)
LATER = date(2028, 1, 1)
CERTIFICATE = next(one for one in delivered("DE") if one.code == "certificate")
READ = (CERTIFICATE.valid_from, CERTIFICATE.valid_until)
STRICTER = RequirementDetails(
    CERTIFICATE.title, CERTIFICATE.kind, CERTIFICATE.before_stage, DAY, valid_months=36,
    warn_days=60, grace_days=0, most_age_months=3, delete_months=3, source="Vorstand",
)  # fmt: skip
COURSE = RequirementDetails("Erste Hilfe", RequirementKind.TRAINING, valid_from=DAY)
POOL = PoolDetails("Pool Süd", None, ("ar", "tr"), 3, funding_rule="Schulen", valid_from=DAY)
MOVED = "0211 1234567"


def carry(office: Office, other: Office) -> int:
    """Take the configuration of one office over to another one."""
    return other.act(import_configuration, office.ask(configuration_file)).value


def test_a_delivered_requirement_that_was_dated_anew_keeps_its_days(
    office: Office, other: Office
) -> None:
    office.act(change_requirement, "certificate", READ, STRICTER)
    office.act(end_requirement, "certificate", (DAY, None), date(2027, 12, 31))
    file = office.ask(configuration_file)
    key = f"DE/certificate/{CERTIFICATE.valid_from}"
    changed, added = other.ask(compared, file)
    assert (changed.key, changed.here["valid_until"]) == (key, None)
    assert changed.there["valid_until"] == "2026-12-31"
    assert (added.key, added.here) == ("DE/certificate/2027-01-01", None)

    assert carry(office, other) == 2
    assert other.ask(all_requirements, "DE") == office.ask(all_requirements, "DE")
    assert other.ask(compared, file) == ()
    assert carry(office, other) == 0


def test_a_requirement_keeps_its_code_when_its_title_changes(office: Office, other: Office) -> None:
    office.act(add_requirement, COURSE)
    again = replace(COURSE, title="Kurs des Roten Kreuzes", valid_from=LATER)
    office.act(change_requirement, "erste_hilfe", (DAY, None), again)
    carry(office, other)
    found = [one for one in other.ask(all_requirements, "DE") if one.code == "erste_hilfe"]
    assert [(one.title, one.valid_from) for one in found] == [
        ("Erste Hilfe", DAY),
        ("Kurs des Roten Kreuzes", LATER),
    ]


def test_what_ended_elsewhere_ends_here_and_goes_on_again(office: Office, other: Office) -> None:
    office.act(add_requirement, COURSE)
    carry(office, other)
    office.act(end_requirement, "erste_hilfe", (DAY, None), LATER)
    assert carry(office, other) == 1
    office.act(continue_requirement, "erste_hilfe", (DAY, LATER))
    assert carry(office, other) == 1
    assert other.ask(configuration) == office.ask(configuration)


def test_what_held_here_is_not_rewritten_by_a_file(office: Office, other: Office) -> None:
    office.act(change_requirement, "certificate", READ, STRICTER)
    other.act(change_requirement, "certificate", READ, replace(STRICTER, valid_from=LATER))
    before = other.ask(all_requirements, "DE")
    found = other.ask(compared, office.ask(configuration_file))
    assert {one.stays for one in found if one.there} == {Stays.PAST}
    assert carry(office, other) == 0
    assert other.ask(all_requirements, "DE") == before
    # What comes after all that holds here is taken over all the same.
    then = replace(STRICTER, valid_from=date(2029, 1, 1), valid_months=12)
    office.act(change_requirement, "certificate", (DAY, None), then)
    assert carry(office, other) == 1
    held = [one for one in other.ask(all_requirements, "DE") if one.code == "certificate"]
    assert [one.valid_until for one in held] == [
        date(2027, 12, 31),
        date(2028, 12, 31),
        None,
    ]


def test_requirements_and_delivered_rules_of_another_country_stay_there(
    office: Office, other: Office
) -> None:
    danish(other)
    office.act(add_requirement, COURSE)
    office.act(switch_preventive_rule, "de_70", is_on=False)
    office.act(save_preventive_rule, "own", 0, OwnRule("90", least_age=90, valid_from=DAY))
    found = other.ask(compared, office.ask(configuration_file))
    stays = {one.part for one in found if one.stays is Stays.ELSEWHERE}
    assert stays == {Part.REQUIREMENTS, Part.DELIVERED}
    assert carry(office, other) == 1
    assert other.ask(all_requirements, "DK") == delivered("DK")
    assert other.ask(rule_named, "own") is not None


def test_rules_of_preventive_visits_are_taken_over_switched_as_they_are(
    office: Office, other: Office
) -> None:
    need = OwnRule(
        "Nach Umzug", Repeats.NEED, risk_code="any", after_days=30, law="Ratsbeschluss",
        source="Amtsblatt", valid_from=DAY, valid_until=LATER,
    )  # fmt: skip
    office.act(save_preventive_rule, "own", 0, need)
    office.act(switch_preventive_rule, "own", is_on=False)
    office.act(switch_preventive_rule, "de_75", is_on=False)
    assert carry(office, other) == 2
    mine = [(rule.code, rule.is_on, rule.valid_until) for rule in other.ask(office_rules)]
    assert mine == [(rule.code, rule.is_on, rule.valid_until) for rule in office.ask(office_rules)]
    office.act(switch_preventive_rule, "own", is_on=True)
    office.act(switch_preventive_rule, "de_75", is_on=True)
    assert carry(office, other) == 2
    assert all(rule.is_on for rule in other.ask(office_rules))
    assert carry(office, other) == 0


def test_whom_the_office_talks_to_at_a_pool_neither_leaves_nor_is_changed(
    office: Office, other: Office
) -> None:
    office.act(save_pool, uuid4(), 0, replace(POOL, phone=MOVED, email="frau.haddad@example.org"))
    file = office.ask(configuration_file)
    assert MOVED.encode() not in file
    assert b"haddad" not in file
    mine = replace(POOL, lead_days=5, phone="0211 7654321", email="pool@example.org")
    key = other.act(save_pool, uuid4(), 0, mine).value
    assert other.act(import_configuration, file).value == 1
    (pool,) = other.ask(list_pools)
    assert (pool.id, pool.as_details()) == (key, replace(mine, lead_days=3))


def test_pools_of_one_name_are_each_taken_over(office: Office, other: Office) -> None:
    for lead in (1, 2):
        office.act(save_pool, uuid4(), 0, replace(POOL, lead_days=lead))
    for lead in (4, 5, 6):
        earlier = replace(POOL, lead_days=lead, valid_from=date(2020 + lead, 1, 1))
        other.act(save_pool, uuid4(), 0, earlier)
    assert carry(office, other) == 2
    known = sorted((pool.lead_days, pool.valid_from.year) for pool in other.ask(list_pools))
    assert known == [(1, 2027), (2, 2027), (6, 2026)]
    assert carry(office, other) == 0


def test_what_one_office_pays_is_no_configuration(office: Office, other: Office) -> None:
    diesel = CostItemDetails("Dieselpreis", amount=45, valid_from=DAY, source="Rechnung")
    office.act(save_cost_item, uuid4(), 0, diesel)
    assert b"Dieselpreis" not in office.ask(configuration_file)
    carry(office, other)
    assert other.ask(cost_items) == ()


KNOWN = "DE/certificate/2027-01-01"


def _file(part: str, key: str, entry: dict[str, Any]) -> bytes:
    said = {"format": "nahbar-configuration", "version": 1, part: {key: entry}}
    return json.dumps(said).encode()


@pytest.mark.parametrize(
    ("part", "key", "entry"),
    [
        ("requirements", NEW, REQUIREMENT),
        ("preventive_rules", "own", RULE),
        ("delivered_rules", "de_70", {"offered": False}),
        ("pools", "Pool", WHOLE_POOL),
    ],
)
def test_a_whole_entry_is_taken_over(
    office: Office, part: str, key: str, entry: dict[str, Any]
) -> None:
    assert office.act(import_configuration, _file(part, key, entry)).value == 1
    assert office.ask(configuration)[Part(part)] == {key: entry}


@pytest.mark.parametrize(
    ("part", "key", "entry", "sentence"),
    [
        ("requirements", NEW, REQUIREMENT | {"title": " "}, MISSING),
        ("requirements", NEW, REQUIREMENT | {"kind": "oath"}, NOT_OFFERED),
        ("requirements", NEW, REQUIREMENT | {"before_stage": "left"}, NOT_OFFERED),
        ("requirements", NEW, REQUIREMENT | {"warn_days": -1}, OUT_OF_RANGE),
        ("requirements", NEW, REQUIREMENT | {"valid_until": "2026-12-31"}, ENDS_BEFORE),
        ("requirements", NEW, REQUIREMENT | {"valid_until": "20271231"}, BROKEN_ENTRY),
        ("requirements", NEW, REQUIREMENT | {"valid_months": True}, BROKEN_ENTRY),
        ("requirements", NEW, REQUIREMENT | {"service": "visiting"}, BROKEN_ENTRY),
        ("requirements", KNOWN, REQUIREMENT, KEEPS_KIND),
        ("requirements", "DE/id_card", REQUIREMENT, BROKEN_ENTRY),
        ("requirements", "DE/id_card/2027-1-1", REQUIREMENT, BROKEN_ENTRY),
        ("requirements", "DE/id card/2027-01-01", REQUIREMENT, BROKEN_ENTRY),
        ("preventive_rules", "own", RULE | {"least_age": None}, NO_AGE),
        ("preventive_rules", "own", RULE | {"valid_from": "soon"}, BROKEN_ENTRY),
        ("preventive_rules", "own", RULE | {"lives_alone": 1}, BROKEN_ENTRY),
        ("preventive_rules", "de_70", RULE, BROKEN_ENTRY),
        ("preventive_rules", "../x", RULE, BROKEN_ENTRY),
        ("delivered_rules", "de_70", {"offered": "no"}, BROKEN_ENTRY),
        ("pools", "Pool", WHOLE_POOL | {"lead_days": 61}, NO_LEAD),
        ("pools", "Pool", WHOLE_POOL | {"name": ""}, MISSING),
        ("pools", "Pool", WHOLE_POOL | {"languages": ["tlh"]}, BROKEN_ENTRY),
        ("pools", "Pool", WHOLE_POOL | {"languages": [5]}, BROKEN_ENTRY),
        ("pools", "Pool", WHOLE_POOL | {"phone": "0211"}, BROKEN_ENTRY),
    ],
)
def test_what_no_form_takes_is_refused_with_its_sentence(
    office: Office, part: str, key: str, entry: dict[str, Any], sentence: str
) -> None:
    before = office.ask(configuration)
    with pytest.raises(Refused) as refused:
        office.act(import_configuration, _file(part, key, entry))
    assert refused.value.problems[0].message == sentence
    assert office.ask(configuration) == before
