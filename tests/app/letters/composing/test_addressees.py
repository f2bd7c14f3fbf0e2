"""Who gets letters: known people, where their letters go, with whom they live."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from app.clients.rules import FurtherAddress
from app.letters.composing.addressees import addressees, homes
from tests.factories.households import household
from tests.factories.letters import person

if TYPE_CHECKING:
    from app.office import Office

TODAY = date(2026, 11, 23)


def test_letters_go_where_the_person_wants_them(office: Office) -> None:
    elsewhere = FurtherAddress(
        uuid4(), "letters", "DE", "Frau Weber", "Am Markt", "1", "", "", "40595", "Düsseldorf"
    )
    one, other = person(office, addresses=(elsewhere,)), person(office, given_name="Karl")
    found = office.ask(addressees, (one, other, uuid4()), TODAY)

    assert set(found) == {one, other}
    assert found[one].address.street == "Am Markt"
    assert found[other].address.street == "Ricarda-Huch-Straße"


def test_a_household_is_known_by_each_of_its_members_the_eldest_first(office: Office) -> None:
    young, old = person(office, birth="1950"), person(office, birth="1930")
    home = household(office, young, old)
    found = office.ask(homes, (young,), TODAY)

    assert found[young].id == home
    assert found[young].members == (old, young)
    assert office.ask(homes, (person(office, given_name="Karl"),), TODAY) == {}
