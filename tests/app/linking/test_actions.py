"""Requirements of linking: nothing moves, all can be undone, "not the same" is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.errors import Refused
from app.linking.actions import (
    drop_pairs,
    keep_pairs,
    link_people,
    propose_again,
    say_different,
    undo_link,
)
from app.linking.queries import BY_HAND, FoundPair, links, open_pairs, pair_by_hand
from app.linking.rules import Linking
from db.people import Person
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from tests.factories.linking import link, propose

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Office

People = tuple[UUID, UUID, UUID]


@pytest.fixture
def people(office: Office) -> People:
    """Three cards of Erna."""
    return add_client(office), add_client(office, given_name="Ernna"), add_client(office)


def _speakers(office: Office) -> dict[UUID, UUID | None]:
    def look(connection: Connection) -> dict[UUID, UUID | None]:
        rows = connection.execute(select(Person.id, Person.linked_to))
        return {row.id: row.linked_to for row in rows}

    return office.ask(look)


def test_one_card_speaks_for_the_other(office: Office, people: People) -> None:
    one, other, _third = people
    key = link(office, one, other)

    assert _speakers(office)[other] == one
    (found,) = office.ask(links)
    assert (found.id, found.speaker, found.linked_by) == (key, one, "Anna Beispiel")


def test_chains_are_flat_and_come_apart_in_any_order(office: Office, people: People) -> None:
    a, b, c = people
    lower = link(office, b, c)
    upper = link(office, a, b)
    assert _speakers(office) == {a: None, b: a, c: a}

    office.act(undo_link, upper)
    assert _speakers(office) == {a: None, b: None, c: b}
    again = link(office, a, c)
    assert _speakers(office) == {a: None, b: a, c: a}, "c was spoken for by b"

    office.act(undo_link, lower)
    assert _speakers(office) == {a: None, b: a, c: None}
    office.act(undo_link, again)
    assert set(_speakers(office).values()) == {None}
    assert all(found.undone_by == "Anna Beispiel" for found in office.ask(links))


def test_the_same_act_twice_changes_nothing(office: Office, people: People) -> None:
    key = uuid4()
    for _again in range(2):
        office.act(link_people, key, Linking(people[0], people[1]))
    assert len(office.ask(links)) == 1

    for _again in range(2):
        office.act(undo_link, key)
    assert set(_speakers(office).values()) == {None}


def test_what_cannot_be_linked_is_refused(office: Office, people: People) -> None:
    one, other, third = people
    link(office, one, other)
    link(office, one, third)

    for pair, words in (
        ((one, one), "not two cards"),
        ((other, third), "linked already"),
        ((one, uuid4()), "no longer in the office"),
    ):
        with pytest.raises(Refused, match=words):
            link(office, *pair)
    with pytest.raises(Refused, match="no longer exists"):
        office.act(undo_link, uuid4())


def test_a_restricted_card_is_linked_to_restricted_ones_only(
    office: Office, people: People
) -> None:
    one, other, _third = people
    restricted(office, one)

    with pytest.raises(Refused, match="Only one of the two"):
        link(office, one, other)
    restricted(office, other)
    link(office, one, other)


def test_restricting_a_person_restricts_all_linked_cards(office: Office, people: People) -> None:
    one, other, _third = people
    link(office, one, other)
    restricted(office, one)
    office.work_as("Zoe Amt")

    for person in (one, other):
        with pytest.raises(Refused, match="no longer in the office"):
            link(office, person, _third)
    assert office.ask(links) == ()


def test_a_volunteer_links_nobody(office: Office, people: People) -> None:
    pair = propose(office, people[0], people[1])
    key = link(office, people[0], people[2])
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Bent Vogt", Role.VOLUNTEER)
    office.work_as("Bent Vogt")

    for act, argument in ((undo_link, key), (say_different, pair), (propose_again, pair)):
        with pytest.raises(Refused, match="does not allow"):
            office.act(act, argument)
    with pytest.raises(Refused, match="does not allow"):
        link(office, people[0], people[1])
    with pytest.raises(Refused, match="does not allow"):
        office.act(keep_pairs, [])
    with pytest.raises(Refused, match="does not allow"):
        office.act(drop_pairs, [pair])


def test_what_is_linked_is_proposed_no_more_until_it_is_undone(
    office: Office, people: People
) -> None:
    one, other, third = people
    propose(office, one, other)
    propose(office, other, third)
    key = link(office, one, other)
    assert [pair.other.id for pair in office.ask(open_pairs).rows if pair.one.id == one] == []
    assert office.ask(open_pairs).count == 1

    office.act(undo_link, key)
    assert office.ask(open_pairs).count == 2


def test_not_the_same_is_never_proposed_again(office: Office, people: People) -> None:
    one, other, _third = people
    pair = propose(office, one, other)
    office.act(say_different, pair)

    new = office.act(keep_pairs, [FoundPair(one, other, 0.99, ("same birth date",))]).value
    office.act(drop_pairs, [pair])
    assert new == 0
    assert office.ask(open_pairs).count == 0

    office.act(propose_again, pair)
    assert [row.score for row in office.ask(open_pairs).rows] == [0.97]


def test_a_pair_that_is_found_again_has_the_new_reasons(office: Office, people: People) -> None:
    one, other, _third = people
    propose(office, one, other)
    office.act(keep_pairs, [FoundPair(one, other, 0.5, ("same address",))])

    (pair,) = office.ask(open_pairs).rows
    assert (pair.score, pair.reasons) == (0.5, ("same address",))
    office.act(drop_pairs, [pair.id])
    assert office.ask(open_pairs).count == 0


def test_two_cards_are_chosen_by_hand(office: Office, people: People) -> None:
    one, other, third = people
    pair = office.ask(pair_by_hand, one, other)
    assert pair is not None
    assert (pair.id, pair.one.id, pair.other.id, pair.reasons) == (BY_HAND, one, other, ())

    propose(office, one, other)
    proposed = office.ask(pair_by_hand, other, one)
    assert proposed is not None
    assert proposed.id != BY_HAND
    assert proposed.reasons
    assert (proposed.one.id, proposed.other.id) == (other, one)

    link(office, one, other)
    assert office.ask(pair_by_hand, one, other) is None
    assert office.ask(pair_by_hand, one, one) is None
    restricted(office, third)
    office.work_as("Zoe Amt")
    assert office.ask(pair_by_hand, one, third) is None
