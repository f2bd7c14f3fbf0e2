"""People, their households and their institutions without a mouse, in German and Danish."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from db.consent import Consent, Disclosure
from db.households import HouseholdMember, Relation
from db.institutions import Institution, InstitutionContact
from db.intake import Intake, IntakeAnswer
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
    walk.wait_for_focus("CircleCard")
    walk.wait(lambda state: "LikelyPart" not in state["shown"], "the proposal to go")
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


def test_an_institution_with_department_and_contact_person(tmp_path: Path, language: str) -> None:
    with desktop(tmp_path, language) as on:
        with program(on) as walk:
            walk.go_to("ctrl+9", "institutions")
            walk.press("ctrl+n")
            walk.wait_for_focus("InstitutionForm", ".name")
            walk.type("Wohnbau Nord")
            walk.choose("kind", "housing")
            walk.fill("phone", PHONES[language][0])
            walk.save("institutions")
            walk.press("ctrl+n")
            walk.wait_for_focus("InstitutionForm", ".name")
            walk.type("Abteilung 3")
            walk.choose("kind", "housing")
            walk.tab_to(".parent_id")
            walk.pick("wohnb")
            walk.save("institutions")
            walk.push("InstitutionCardView", ".contacts", most=80)
            walk.wait_for_focus("ContactForm", ".person_id")
            walk.tick("is_new")
            walk.fill("given_name", "Lars")
            walk.fill("family_name", "Holm")
            walk.fill("function", "Hausmeister")
            walk.fill("note", "Am besten morgens")
            walk.picture("contact")
            walk.save("institutions")
        on.look(_see_institution)


def _see_institution(connection: Connection) -> None:
    rows = connection.execute(
        select(Institution.name, Institution.kind, Institution.id, Institution.parent_id)
    ).all()
    known = {row.name: row for row in rows}
    assert known["Abteilung 3"].parent_id == known["Wohnbau Nord"].id
    assert {row.kind for row in rows} == {"housing"}
    contact = connection.execute(
        select(Person.family_name, InstitutionContact.function, InstitutionContact.institution_id)
        .join(Person, Person.id == InstitutionContact.person_id)
    ).one()  # fmt: skip
    assert tuple(contact) == ("Holm", "Hausmeister", known["Abteilung 3"].id)


def test_a_request_from_the_first_call_to_the_decision(tmp_path: Path, language: str) -> None:
    with desktop(tmp_path, language) as on:
        with program(on) as walk:
            _begin_request(walk)
        with program(on) as walk:
            _go_on_with_request(walk)
            _decide(walk)
        on.look(_see_request)


def _begin_request(walk: Walk) -> None:
    """The talk is broken off in the middle, and the program closed without saving."""
    walk.go_to("ctrl+8", "intake")
    walk.press("ctrl+n")
    walk.wait_for_focus("RequestForm", "ClientPicker")
    walk.tick("is_new")
    walk.fill("given_name", "Gerda")
    walk.fill("family_name", "Holm")
    walk.choose("source", "neighbour")
    walk.fill("source_note", "Frau Krause von oben")
    walk.fill("visiting.interests", "Musik und Karten")


def _go_on_with_request(walk: Walk) -> None:
    walk.go_to("ctrl+8", "intake")
    walk.press("ctrl+n")
    walk.wait(lambda state: "DraftNotice" in state["shown"], "the draft")
    walk.tab_to(".given_name")
    walk.wait(lambda state: state["value"] == "Gerda", "what was typed")
    walk.answer_yes("own_consent")
    walk.fill("consent_on", f"{datetime.now(UTC).astimezone():%d.%m.%Y}")
    walk.choose("consent_how", "spoken")
    walk.fill("visiting.wishes", "Ein fester Tag")
    walk.picture("first-talk")
    walk.save("intake")


def _decide(walk: Walk) -> None:
    """First she waits, then somebody has time."""
    for stage in ("waiting", "accepted"):
        walk.push("RequestCardView", ".decide_button", most=80)
        walk.wait_for_focus("DecisionForm", ".stage")
        walk.choose_here(stage)
        if stage == "waiting":
            walk.fill("waiting_reason", "Jemand in der Naehe")
        walk.picture(stage)
        walk.save("intake")


def _see_request(connection: Connection) -> None:
    request = connection.execute(
        select(
            Intake.id, Intake.stage, Intake.source, Intake.own_consent, Intake.consent_how,
            Intake.waiting_since, Intake.waiting_reason, Intake.decided_by, Person.given_name,
        ).join(Person, Person.id == Intake.person_id)
    ).one()  # fmt: skip
    assert (request.stage, request.source, request.given_name) == ("accepted", "neighbour", "Gerda")
    assert (request.own_consent, request.consent_how) == (True, "spoken")
    assert request.waiting_since is not None
    assert (request.waiting_reason, request.decided_by) == ("Jemand in der Naehe", "Anna Beispiel")
    answers = select(IntakeAnswer.item, IntakeAnswer.answer)
    assert {tuple(row) for row in connection.execute(answers)} >= {
        ("interests", "Musik und Karten"), ("wishes", "Ein fester Tag"),
    }  # fmt: skip


def test_data_leave_only_with_consent(tmp_path: Path, language: str) -> None:
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            add_client(office, given_name="Gerda", family_name="Holm", **HOMES[language])
        with program(on) as walk:
            walk.find_person("gerda")
            walk.open_tab("ConsentCards")
            _pass_on(walk, "Banner")
            walk.press("ctrl+s")
            walk.wait(lambda state: "ProblemSummary" in state["shown"], "a refusal")
            walk.picture("no-consent")
            assert "consent" not in "".join(walk.state()["touched"])
            walk.tab_to(".lacks")
            walk.press("space")
            _agree(walk)
            _pass_on(walk, "StatusLabel")
            walk.save("consent")
            walk.picture("passed-on")
        on.look(_see_consent)


def _pass_on(walk: Walk, wanted: str) -> None:
    walk.push("ConsentCards", ".passed_on", most=80)
    walk.wait_for_focus("PassingForm", "InstitutionPicker")
    walk.fill("recipient", "Dr. Weber")
    # The answer about consent comes in a moment, with a banner or a line of its own.
    walk.wait(lambda state: wanted in state["shown"], f"what is known of consent: {wanted}")
    walk.fill("purpose", "Rezept")


def _agree(walk: Walk) -> None:
    walk.wait_for_focus("AnswerForm", ".purpose")
    walk.choose_here("passing_on")
    walk.fill("recipient", "Dr. Weber")
    walk.fill("scope", "Name und Telefon")
    walk.choose("how", "spoken")
    walk.save("consent")


def _see_consent(connection: Connection) -> None:
    consent = connection.execute(select(Consent.id, Consent.recipient, Consent.state)).one()
    assert (consent.recipient, consent.state) == ("Dr. Weber", "given")
    passed = connection.execute(
        select(Disclosure.consent_id, Disclosure.recipient, Disclosure.purpose)
    ).one()
    assert tuple(passed) == (consent.id, "Dr. Weber", "Rezept")
