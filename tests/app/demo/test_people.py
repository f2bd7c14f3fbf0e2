"""Invented people are as old, as many and as different as those whom the service visits."""

from __future__ import annotations

import pytest

from app.clients.rules import Birth, age
from app.demo.books import book
from app.demo.people import Person, make_person
from app.demo.rota import OWN_CLIENTS, OWN_NAMES, OWN_TODAY, slot_of
from app.demo.rules import Country, DemoPlan
from tests.app.demo.test_rules import TODAY

PLAN = DemoPlan(TODAY, clients=1000)


@pytest.fixture(scope="module")
def people() -> list[Person]:
    pages = book(PLAN.country)
    return [make_person(pages, PLAN, number, "Visitor") for number in range(PLAN.clients)]


def test_people_are_between_62_and_101(people: list[Person]) -> None:
    ages = [age(Birth(person.born), TODAY).years for person in people]

    assert 62 <= min(ages) < 66
    assert 96 < max(ages) <= 101
    assert 77 < sum(ages) / len(ages) < 84


def test_somewhat_more_than_half_live_alone(people: list[Person]) -> None:
    alone = sum(person.lives_alone is True for person in people)

    assert 480 < alone < 620


def test_only_those_who_live_alone_speak_of_the_dead(people: list[Person]) -> None:
    assert all(person.lives_alone for person in people if "grief" in person.threads)


def test_only_people_from_abroad_speak_of_home(people: list[Person]) -> None:
    abroad = {person.number for person in people if person.is_from_abroad}

    assert {person.number for person in people if "origin" in person.threads} == abroad


def test_a_man_is_called_in_the_right_case(people: list[Person]) -> None:
    man = next(person for person in people if not person.is_woman)

    assert man.words["name"] == f"Herr {man.family.latin}"
    assert man.words["to_name"] == f"Herrn {man.family.latin}"


def test_old_people_have_old_names(people: list[Person]) -> None:
    german = [person for person in people if person.names.tag == "de"]
    women = {person.given for person in german if person.is_woman and person.born.year < 1946}

    assert women <= set(german[0].names.old[True])


def test_the_person_in_charge_has_visits_today() -> None:
    pages = book(Country.GERMANY)
    slots = [slot_of(pages, PLAN, number) for number in range(OWN_CLIENTS)]

    assert {slot.visitor for slot in slots} == {OWN_NAMES["DE"]}
    assert sum(slot.is_today for slot in slots) == OWN_TODAY
    assert len({(slot.weekday, slot.start) for slot in slots}) == OWN_CLIENTS


def test_a_volunteer_visits_one_person_at_a_time() -> None:
    pages = book(Country.GERMANY)
    slots = [slot_of(pages, PLAN, number) for number in range(OWN_CLIENTS, OWN_CLIENTS + 6)]

    assert len({slot.visitor for slot in slots}) == 1
    assert len({(slot.weekday, slot.start) for slot in slots}) == 6
