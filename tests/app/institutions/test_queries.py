"""Institutions are found by kind and by words; restricted people stay unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.institutions.actions import save_institution
from app.institutions.queries import (
    contact_places,
    contact_to_edit,
    count_institutions,
    find_institutions,
    institution_card,
    institution_name,
    institution_to_edit,
    list_institutions,
)
from db.people import Person
from tests.factories.clients import add_client
from tests.factories.institutions import add_contact, add_institution, institution_details

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office


def _restrict(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).is_restricted = True


def _link(act: Act, person_id: UUID, spokesman: UUID) -> None:
    act.session.get_one(Person, person_id).linked_to = spokesman


@pytest.mark.parametrize("typed", ["hede", "HEDE BOLIG", "hédeparken", "bolig hede"])
def test_each_beginning_of_a_word_narrows_down(office: Office, typed: str) -> None:
    add_institution(office)
    add_institution(office, name="Boligforeningen Magleparken")
    assert [row.name for row in office.ask(list_institutions, typed)] == [
        "Boligforeningen Hedeparken"
    ]
    assert [row.name for row in office.ask(find_institutions, typed)] == [
        "Boligforeningen Hedeparken"
    ]


@pytest.mark.parametrize("typed", ["%", "_", "\\", "'", "edeparken"])
def test_patterns_and_middles_find_nothing(office: Office, typed: str) -> None:
    add_institution(office)
    assert office.ask(find_institutions, typed) == ()


def test_lists_are_narrowed_by_kind_and_by_who_is_in_use(office: Office) -> None:
    one = add_institution(office)
    add_institution(office, name="Apotheke am Markt", kind="pharmacy")
    office.act(save_institution, one, 1, institution_details(is_active=False))
    assert [row.kind for row in office.ask(list_institutions)] == ["pharmacy"]
    assert office.ask(list_institutions, kind="police") == ()
    assert [row.name for row in office.ask(list_institutions, is_active=False)] == [
        "Boligforeningen Hedeparken"
    ]
    assert office.ask(find_institutions, "hede") == ()
    assert office.ask(count_institutions) == 2


def test_a_department_is_found_by_the_name_of_its_association(office: Office) -> None:
    whole = add_institution(office)
    add_institution(office, name="Afd. 12", parent_id=whole)
    found = office.ask(find_institutions, "hede 12")
    assert [(row.name, row.parent_name) for row in found] == [
        ("Afd. 12", "Boligforeningen Hedeparken")
    ]


def test_names_stand_in_the_order_of_the_language(office: Office) -> None:
    for name in ("Ørsted", "Zentrum", "Aarhus"):
        add_institution(office, name=name)
    danish = office.ask(list_institutions, language="da")
    german = office.ask(list_institutions, language="de")
    assert [row.name for row in danish] == ["Zentrum", "Ørsted", "Aarhus"]
    assert [row.name for row in german] == ["Aarhus", "Ørsted", "Zentrum"]


def test_the_forms_open_with_what_is_kept(office: Office) -> None:
    one = add_institution(office, phone="44 77 20 00", cooperation="Hello")
    contact = add_contact(office, one)
    editing = office.ask(institution_to_edit, one)
    assert editing is not None
    assert (editing.details.cooperation, editing.version) == ("Hello", 1)
    known = office.ask(contact_to_edit, one, contact)
    assert known is not None
    assert (known.person_name, known.details.function) == ("Lars Holm", "Varmemester")
    new = office.ask(contact_to_edit, one)
    assert new is not None
    assert (new.institution, new.contact_id) == ("Boligforeningen Hedeparken", None)
    assert office.ask(institution_name, one) == "Boligforeningen Hedeparken"


def test_what_is_no_longer_there_is_answered_as_none(office: Office) -> None:
    gone = add_client(office)
    assert office.ask(institution_card, gone) is None
    assert office.ask(institution_to_edit, gone) is None
    assert office.ask(contact_to_edit, gone) is None
    assert office.ask(contact_to_edit, gone, gone) is None
    assert office.ask(institution_name, gone) == ""


def test_a_person_is_told_where_she_is_a_contact_on_whichever_card(office: Office) -> None:
    erna, twin = add_client(office), add_client(office)
    add_contact(office, add_institution(office), person_id=erna)
    assert office.ask(contact_places, twin) == ()
    office.act(_link, erna, twin)
    for card in (erna, twin):
        (place,) = office.ask(contact_places, card)
        assert (place.name, place.function) == ("Boligforeningen Hedeparken", "Varmemester")


def test_restricted_people_are_nobodys_contact_for_those_without_access(office: Office) -> None:
    one, erna = add_institution(office), add_client(office)
    contact = add_contact(office, one, person_id=erna)
    office.act(_restrict, erna)
    card = office.ask(institution_card, one)
    assert card is not None
    assert card.contacts == ()
    assert office.ask(contact_places, erna) == ()
    assert office.ask(contact_to_edit, one, contact) is None
