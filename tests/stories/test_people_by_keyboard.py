"""People, their households and their institutions without a mouse, in German and Danish."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from db.households import HouseholdMember, Relation
from db.people import Person, PersonLanguage, PersonReach, PersonRole
from tests.factories.clients import add_client
from tests.stories.people import Walk, desktop, program

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own"),
    pytest.mark.parametrize("language", ["de", "da"]),
]

HOMES = {
    "de": {"street": "Ricarda-Huch-Str.", "house_number": "7", "postal_code": "40595",
           "city": "Duesseldorf", "country": "DE"},
    "da": {"street": "Banegaardspladsen", "house_number": "7", "postal_code": "2750",
           "city": "Ballerup", "country": "DK"},
}  # fmt: skip
PHONES = {"de": ("0211 4710100", "0171 4710100"), "da": ("44 77 20 00", "20 77 20 00")}


def test_a_person_with_all_her_ways_and_her_niece(tmp_path: Path, language: str) -> None:
    home = HOMES[language]
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            add_client(office, given_name="Karl", family_name="Sommer", birth="1935", **home)
        with program(on) as walk:
            walk.go_to("ctrl+2", "clients")
            _type_a_twin(walk, home)
            _say_more(walk, PHONES[language])
            walk.save("clients")
            _live_together(walk)
            _add_niece(walk, PHONES[language][0])
        on.look(_see_person)


def _type_a_twin(walk: Walk, home: dict[str, str]) -> None:
    """Somebody alike is in the office; a look at the other card costs nothing that was typed."""
    walk.press("ctrl+n")
    walk.wait_for_focus(".given_name")
    walk.type("Carl")
    walk.fill("family_name", "Sommer")
    walk.fill("birth", "1935")
    for name in ("street", "house_number", "postal_code", "city"):
        walk.fill(name, home[name])
    walk.wait(lambda state: "TwinHint" in state["shown"], "the warning of a twin")
    walk.tab_to("_TwinRow", most=80)
    walk.picture("twin")
    walk.press("space")
    walk.wait_for_focus("QTabBar")
    walk.press("ctrl+n")
    walk.wait_for_focus(".given_name")
    walk.wait(lambda state: state["value"] == "Carl", "what was typed")
    walk.press("ctrl+a")
    walk.type("Elfriede")


def _say_more(walk: Walk, phones: tuple[str, str]) -> None:
    walk.push(".roles", ".add_button")
    walk.wait_for_focus(".role")
    walk.choose_here("contact")
    walk.fill("phone", phones[0])
    walk.push(".reaches", ".add_button")
    walk.wait_for_focus("ReachRow", ".value")
    walk.type(phones[1])
    walk.fill("label", "Nachbarin oben")
    walk.open_part("languages")
    walk.type({"de": "Polnisch", "da": "polsk"}[walk.language])
    walk.press("Return")
    walk.press("shift+Tab", "shift+Tab")
    walk.wait_for_focus("_SpokenLine", ".level")
    walk.choose_here("good")
    walk.tick("needs_interpreter")
    walk.open_part("status")
    walk.choose("status", "paused")
    walk.fill("status_from", "1.11.2026")
    walk.fill("status_note", "Kur")
    walk.picture("person")


def _live_together(walk: Walk) -> None:
    """The two at one address are one household, as the card proposes."""
    before = len(walk.state()["touched"])
    walk.push("LikelyPart", most=80)
    walk.changed("households", before)
    walk.stays()


def _add_niece(walk: Walk, phone: str) -> None:
    walk.push("CircleCard", place_in_row=0)
    walk.wait_for_focus("RelationForm", "ClientPicker")
    walk.tick("is_new")
    for name, typed in (("given_name", "Nina"), ("family_name", "Winter"), ("phone", phone)):
        walk.fill(name, typed)
    walk.choose("kind", "niece_nephew")
    walk.fill("in_emergency", "1")
    walk.tick("has_key")
    walk.picture("niece")
    walk.save("households")


def _see_person(connection: Connection) -> None:
    """Hold what is in the office against what was typed."""
    people = select(
        Person.id, Person.given_name, Person.family_name, Person.birth_date, Person.street,
        Person.needs_interpreter, Person.status, Person.status_note,
    ).where(Person.given_name == "Elfriede")  # fmt: skip
    person = connection.execute(people).one()
    assert (person.family_name, person.birth_date.year) == ("Sommer", 1935)
    assert person.street in {home["street"] for home in HOMES.values()}
    assert (person.needs_interpreter, person.status, person.status_note) == (True, "paused", "Kur")
    roles = select(PersonRole.role).where(PersonRole.person_id == person.id)
    assert set(connection.scalars(roles)) == {"client", "contact"}
    reaches = select(PersonReach.kind, PersonReach.label).where(PersonReach.person_id == person.id)
    assert [tuple(row) for row in connection.execute(reaches)] == [("phone", "Nachbarin oben")]
    spoken = select(PersonLanguage.tag, PersonLanguage.level)
    assert [tuple(row) for row in connection.execute(spoken)] == [("pl", "good")]
    together = select(HouseholdMember.household_id)
    assert len(set(connection.scalars(together))) == 1
    assert len(connection.scalars(together).all()) == 2
    relations = connection.execute(
        select(Person.given_name, Relation.kind, Relation.has_key, Relation.in_emergency)
        .join(Person, Person.id == Relation.other_id)
        .where(Relation.person_id == person.id)
    )
    assert [tuple(row) for row in relations] == [("Nina", "niece_nephew", True, 1)]
