"""Relations are seen from both sides, begin with people yet unknown, and end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.clients.actions import CLIENT_FORM
from app.clients.queries import client_card, client_hit, find_clients
from app.drafts.actions import save_draft
from app.drafts.queries import draft
from app.drafts.rules import Drafted
from app.errors import Conflict, Refused
from app.households import actions
from app.households.queries import relation_to_edit, relations_of
from app.households.rules import RelationDetails, RelationKind
from db.people import Person
from tests.factories.households import relation, resident

if TYPE_CHECKING:
    from app.households.rows import RelationRow
    from app.office import Act, Office


def only(office: Office, person_id: UUID) -> RelationRow:
    (row,) = office.ask(relations_of, person_id)
    return row


def test_a_relation_is_seen_from_both_sides(office: Office) -> None:
    erna, ida = resident(office, "Erna"), resident(office, "Ida", "Holm")
    relation(office, erna, ida, kind="niece_nephew", has_key=True, in_emergency="1")
    mine, theirs = only(office, erna), only(office, ida)
    assert (mine.other_name, mine.kind, mine.is_inverse) == (
        "Ida Holm", RelationKind.NIECE_NEPHEW, False,
    )  # fmt: skip
    assert (theirs.other_name, theirs.is_inverse) == ("Erna Krüger", True)
    assert mine.has_key
    assert mine.in_emergency == 1


def test_somebody_new_becomes_a_contact_person(office: Office) -> None:
    erna = resident(office, "Erna")
    relation(office, erna, given_name="Ida", family_name="Holm", phone="0211 8998999")
    row = only(office, erna)
    assert row.other_phone == "0211 8998999"
    card = office.ask(client_card, row.other_id)
    assert card is not None
    assert [span.role for span in card.roles] == ["contact"]
    assert card.roles[0].since == date(2026, 11, 23)
    assert office.ask(find_clients, "holm")[0].id == row.other_id


def test_a_new_contact_leaves_the_draft_of_a_new_person_alone(office: Office) -> None:
    erna = resident(office, "Erna")
    office.act(save_draft, Drafted(CLIENT_FORM, "", {"given_name": "Half"}, "New person"))
    relation(office, erna, given_name="Ida")
    connection = office.ask(draft, CLIENT_FORM, "", office.who)
    assert connection is not None


def test_a_wrong_number_of_somebody_new_adds_nobody(office: Office) -> None:
    erna = resident(office, "Erna")
    with pytest.raises(Refused) as refused:
        relation(office, erna, given_name="Ida", phone="none")
    assert [problem.field for problem in refused.value.problems] == ["phone"]
    assert office.ask(find_clients, "ida") == ()


def test_saving_twice_adds_one(office: Office) -> None:
    erna, relation_id = resident(office, "Erna"), uuid4()
    for _time in range(2):
        details = RelationDetails(given_name="Ida")
        office.act(actions.add_relation, relation_id, erna, details)
    assert len(office.ask(find_clients, "ida")) == 1


def test_a_relation_is_changed_as_it_was_read(office: Office) -> None:
    erna, ida = resident(office, "Erna"), resident(office, "Ida")
    relation_id = relation(office, erna, ida, kind="friend", in_emergency="2")
    editing = office.ask(relation_to_edit, relation_id)
    assert editing is not None
    assert (editing.person_name, editing.other_name) == ("Erna Krüger", "Ida Krüger")
    assert editing.details.in_emergency == "2"
    details = RelationDetails(other_id=ida, kind="neighbour", detail=" two floors up ")
    office.act(actions.change_relation, relation_id, editing.version, details)
    assert only(office, ida).detail == "two floors up"
    assert only(office, erna).in_emergency is None
    with pytest.raises(Conflict):
        office.act(actions.change_relation, relation_id, editing.version, details)


def test_a_relation_ends_and_the_end_is_taken_back(office: Office) -> None:
    erna, ida = resident(office, "Erna"), resident(office, "Ida")
    relation_id = relation(office, erna, ida)
    yesterday = date(2026, 11, 22)
    version = office.act(actions.end_relation, relation_id, 1, yesterday).value
    assert only(office, erna).has_ended(date(2026, 11, 23))
    office.act(actions.end_relation, relation_id, version, None)
    assert not only(office, erna).has_ended(date(2026, 11, 23))


def test_whom_to_call_first_stands_first(office: Office) -> None:
    erna = resident(office, "Erna")
    for name, place in (("Zoe", "1"), ("Ada", ""), ("Bo", "2")):
        relation(office, erna, given_name=name, in_emergency=place)
    found = [row.other_name for row in office.ask(relations_of, erna)]
    assert found == ["Zoe", "Bo", "Ada"]


def test_a_hidden_person_is_on_nobodys_card(office: Office) -> None:
    erna, ida = resident(office, "Erna"), resident(office, "Ida")
    relation_id = relation(office, erna, ida)
    office.act(_hide, ida)
    assert office.ask(relations_of, erna) == ()
    assert office.ask(relation_to_edit, relation_id) is None
    assert office.ask(client_hit, ida) is None
    with pytest.raises(Refused):
        relation(office, erna, ida)


def _hide(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).is_restricted = True


def test_a_relation_entered_by_mistake_is_taken_away_and_brought_back(office: Office) -> None:
    erna, ida = resident(office, "Erna"), resident(office, "Ida", "Holm")
    key = relation(office, erna, ida, kind="niece_nephew", has_key=True, in_emergency="2")
    before = only(office, erna)
    removed = office.act(actions.delete_relation, key, before.version).value
    assert office.ask(relations_of, erna) == ()
    assert office.ask(relations_of, ida) == ()
    office.act(actions.add_relation, removed.id, removed.person_id, removed.details)
    assert only(office, erna) == before


def test_a_relation_that_others_changed_is_not_taken_away(office: Office) -> None:
    erna = resident(office, "Erna")
    key = relation(office, erna, resident(office, "Ida"))
    with pytest.raises(Conflict):
        office.act(actions.delete_relation, key, 7)
    with pytest.raises(Refused):
        office.act(actions.delete_relation, uuid4(), 1)
    assert only(office, erna).id == key
