"""People live together, are proposed by their address, and move out again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.errors import Conflict, Refused
from app.households import actions
from app.households.queries import circle_of, household_of, household_proposals, likely_members
from app.households.rules import HouseholdDetails
from db.people import Person
from tests.factories.households import household, resident

if TYPE_CHECKING:
    from app.households.rows import HouseholdRow
    from app.office import Act, Office

TODAY = date(2026, 11, 23)


def home(office: Office, person_id: UUID, on: date = TODAY) -> HouseholdRow:
    found = office.ask(household_of, person_id, on)
    assert found is not None
    return found


def names(row: HouseholdRow) -> list[str]:
    return [member.name for member in row.members]


def likely(office: Office, person_id: UUID) -> set[str]:
    return {one.name for one in office.ask(likely_members, person_id, TODAY)}


def test_people_of_one_address_are_proposed(office: Office) -> None:
    erna = resident(office, "Erna")
    resident(office, "Karl", street="ricarda-huch-str.", house_number="12 ")
    resident(office, "Far", street="Ricarda-Huch-Weg")
    assert likely(office, erna) == {"Karl Krüger"}
    (proposal,) = office.ask(household_proposals, TODAY)
    assert {one.name for one in proposal.members} == {"Erna Krüger", "Karl Krüger"}
    assert proposal.same_family_name


def test_who_lives_together_is_proposed_no_more(office: Office) -> None:
    erna, karl = resident(office, "Erna"), resident(office, "Karl")
    household(office, erna, karl)
    assert likely(office, erna) == set()
    assert office.ask(household_proposals, TODAY) == ()
    assert set(names(home(office, karl))) == {"Erna Krüger", "Karl Krüger"}


def test_a_third_one_joins_the_household_that_is_there(office: Office) -> None:
    erna, karl, kim = (resident(office, name) for name in ("Erna", "Karl", "Kim"))
    first = household(office, erna, karl)
    assert likely(office, kim) == {"Erna Krüger", "Karl Krüger"}
    assert household(office, kim, erna) == first
    assert len(home(office, kim).members) == len((erna, karl, kim))


def test_not_one_household_is_remembered_and_can_be_taken_back(office: Office) -> None:
    erna, karl = resident(office, "Erna"), resident(office, "Karl")
    refused = office.act(actions.refuse_household, uuid4(), karl, (erna,)).value
    assert likely(office, erna) == likely(office, karl) == set()
    assert office.ask(household_proposals, TODAY) == ()
    office.act(actions.ask_again, refused)
    assert likely(office, erna) == {"Karl Krüger"}


@pytest.mark.parametrize("status", ["moved", "deceased"])
def test_who_is_gone_is_not_proposed(office: Office, status: str) -> None:
    erna = resident(office, "Erna")
    resident(office, "Karl", status=status)
    assert likely(office, erna) == set()


def test_hidden_and_linked_people_are_not_proposed(office: Office) -> None:
    erna = resident(office, "Erna")
    hidden, twin = resident(office, "Hidden"), resident(office, "Twin")
    office.act(_mark, hidden, twin, erna)
    assert likely(office, erna) == set()
    assert office.ask(household_proposals, TODAY) == ()


def _mark(act: Act, hidden: UUID, twin: UUID, erna: UUID) -> None:
    act.session.get_one(Person, hidden).is_restricted = True
    act.session.get_one(Person, twin).linked_to = erna


def test_a_hidden_member_is_not_named(office: Office) -> None:
    erna, hidden = resident(office, "Erna"), resident(office, "Hidden")
    household(office, erna, hidden)
    office.act(_mark, hidden, hidden, erna)
    assert names(home(office, erna)) == ["Erna Krüger"]


def test_who_moves_out_is_a_member_until_then(office: Office) -> None:
    erna, karl = resident(office, "Erna"), resident(office, "Karl")
    household(office, erna, karl)
    member = next(one for one in home(office, erna).members if one.person_id == karl)
    version = office.act(actions.leave_household, member.id, member.version, TODAY).value
    assert len(home(office, erna).members) == len((erna, karl))
    assert names(home(office, erna, date(2026, 11, 24))) == ["Erna Krüger"]
    assert office.ask(household_of, karl, date(2026, 11, 24)) is None
    office.act(actions.come_back, member.id, version)
    assert len(home(office, erna, date(2026, 11, 24)).members) == len((erna, karl))


def test_nobody_leaves_before_coming(office: Office) -> None:
    erna, karl = resident(office, "Erna"), resident(office, "Karl")
    office.act(actions.live_together, uuid4(), (erna, karl), date(2026, 1, 1))
    member = home(office, erna).members[0]
    with pytest.raises(Refused):
        office.act(actions.leave_household, member.id, member.version, date(2025, 1, 1))


def test_a_household_needs_two(office: Office) -> None:
    erna = resident(office, "Erna")
    with pytest.raises(Refused):
        office.act(actions.live_together, uuid4(), (erna, erna))
    with pytest.raises(Refused):
        office.act(actions.live_together, uuid4(), (erna, uuid4()))


def test_a_household_has_a_name_and_an_old_version_is_refused(office: Office) -> None:
    erna, karl = resident(office, "Erna"), resident(office, "Karl")
    household(office, erna, karl)
    row = home(office, erna)
    details = HouseholdDetails(" Familie Krüger ", "one bell")
    office.act(actions.save_household, row.id, row.version, details)
    assert (home(office, erna).name, home(office, erna).note) == ("Familie Krüger", "one bell")
    with pytest.raises(Conflict):
        office.act(actions.save_household, row.id, row.version, details)


def test_the_circle_tells_all_at_once(office: Office) -> None:
    erna = resident(office, "Erna")
    resident(office, "Karl")
    circle = office.ask(circle_of, erna, TODAY)
    assert circle.household is None
    assert [one.name for one in circle.likely] == ["Karl Krüger"]
    assert circle.relations == ()
