"""Institutions are added and changed, with their contact persons."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.clients.queries import client_card
from app.drafts.actions import save_draft
from app.drafts.queries import all_drafts
from app.drafts.rules import Drafted
from app.errors import Conflict, Refused
from app.institutions.actions import (
    HAS_DEPARTMENTS,
    PARENT_IS_DEPARTMENT,
    save_institution,
)
from app.institutions.actions import add_institution as add_institution_act
from app.institutions.contacts import add_contact as add_contact_act
from app.institutions.contacts import remove_contact, save_contact
from app.institutions.queries import institution_card
from app.institutions.rules import ContactDetails
from db.people import PersonRole
from tests.factories.clients import add_client
from tests.factories.institutions import add_contact, add_institution, institution_details

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office


def _roles(connection: Connection, person_id: UUID) -> list[str]:
    found = select(PersonRole.role).where(PersonRole.person_id == person_id)
    return sorted(connection.execute(found).scalars())


def test_an_institution_is_kept_as_typed_and_tidied(office: Office) -> None:
    added = add_institution(
        office, name=" Grantoften ", phone="44 77 20 00", house_number="10 a",
        languages=("da", "tr", "da"), cooperation="<b>Ring</b> 100 %",
    )  # fmt: skip
    card = office.ask(institution_card, added)
    assert card is not None
    assert (card.name, card.phone, card.address.house_number) == (
        "Grantoften", "+45 44 77 20 00", "10A",
    )  # fmt: skip
    assert (card.languages, card.cooperation) == (("da", "tr"), "<b>Ring</b> 100 %")


def test_saving_twice_adds_one_institution(office: Office) -> None:
    one = uuid4()
    first = office.act(add_institution_act, one, institution_details())
    again = office.act(add_institution_act, one, institution_details(name="Other"))
    assert first.features == {"institutions"}
    assert again.features == frozenset()


def test_the_draft_of_a_new_institution_ends_with_it(office: Office) -> None:
    office.act(save_draft, Drafted("institution", "", {"name": "Hede"}))
    add_institution(office)
    assert office.ask(all_drafts, office.who) == ()


def test_a_number_without_digits_is_refused_and_nothing_is_kept(office: Office) -> None:
    one = uuid4()
    with pytest.raises(Refused) as refused:
        office.act(add_institution_act, one, institution_details(phone="none"))
    assert [problem.field for problem in refused.value.problems] == ["phone"]
    assert office.ask(institution_card, one) is None


def test_who_was_slower_hears_of_it_and_overwrites_nothing(office: Office) -> None:
    one = add_institution(office)
    office.act(save_institution, one, 1, institution_details(name="First"))
    with pytest.raises(Conflict):
        office.act(save_institution, one, 1, institution_details(name="Second"))
    card = office.ask(institution_card, one)
    assert card is not None
    assert card.name == "First"


def test_who_changes_languages_only_is_not_overwritten_either(office: Office) -> None:
    one = add_institution(office)
    office.act(save_institution, one, 1, institution_details(languages=("tr",)))
    with pytest.raises(Conflict):
        office.act(save_institution, one, 1, institution_details(languages=("ar",)))


def test_departments_have_no_departments(office: Office) -> None:
    whole = add_institution(office)
    part = add_institution(office, name="Afd. 12", parent_id=whole)
    card = office.ask(institution_card, whole)
    assert card is not None
    assert [row.name for row in card.departments] == ["Afd. 12"]
    with pytest.raises(Refused, match=PARENT_IS_DEPARTMENT):
        add_institution(office, parent_id=part)
    with pytest.raises(Refused, match=PARENT_IS_DEPARTMENT):
        office.act(save_institution, part, 1, institution_details(parent_id=part))
    other = add_institution(office, name="Other")
    with pytest.raises(Refused, match=HAS_DEPARTMENTS):
        office.act(save_institution, whole, 1, institution_details(parent_id=other))


def test_a_new_contact_gets_a_card_as_contact(office: Office) -> None:
    one = add_institution(office)
    add_contact(office, one, phone="44 77 20 01")
    card = office.ask(institution_card, one)
    assert card is not None
    (contact,) = card.contacts
    assert (contact.name, contact.function, contact.phone) == (
        "Lars Holm", "Varmemester", "+45 44 77 20 01",
    )  # fmt: skip
    assert office.ask(client_card, contact.person_id) is not None
    assert office.ask(_roles, contact.person_id) == ["contact"]


def test_saving_a_new_contact_twice_makes_one_person(office: Office) -> None:
    one, contact_id = add_institution(office), uuid4()
    details = ContactDetails(is_new=True, family_name="Holm")
    office.act(add_contact_act, contact_id, one, details)
    office.act(add_contact_act, contact_id, one, details)
    card = office.ask(institution_card, one)
    assert card is not None
    assert len(card.contacts) == 1


def test_a_client_can_be_a_contact_at_several_and_stays_a_client(office: Office) -> None:
    erna = add_client(office)
    for name in ("One", "Two"):
        add_contact(office, add_institution(office, name=name), person_id=erna)
    assert office.ask(_roles, erna) == ["client", "contact"]


def test_a_contact_is_changed_and_taken_away(office: Office) -> None:
    one = add_institution(office)
    contact_id = add_contact(office, one)
    card = office.ask(institution_card, one)
    assert card is not None
    known = ContactDetails(person_id=card.contacts[0].person_id, function="Driftschef")
    office.act(save_contact, contact_id, 1, known)
    with pytest.raises(Conflict):
        office.act(save_contact, contact_id, 1, known)
    changed = office.ask(institution_card, one)
    assert changed is not None
    assert changed.contacts[0].function == "Driftschef"
    office.act(remove_contact, contact_id)
    office.act(add_contact_act, contact_id, one, known)
    again = office.ask(institution_card, one)
    assert again is not None
    assert again.contacts[0].function == "Driftschef"


def test_somebody_unknown_cannot_become_a_contact(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        add_contact(office, add_institution(office), person_id=uuid4())
    assert refused.value.problems[0].field == "person_id"
