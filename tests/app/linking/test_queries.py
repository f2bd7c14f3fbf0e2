"""Requirements of the page of duplicates: pairs, both cards side by side, what comes together."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.linking.preview import COUNTED, both_cards, card_facts
from app.linking.queries import cards_to_compare, count_cards, open_keys, open_pairs
from db.dictionary import DICTIONARY
from tests.factories.access import restricted
from tests.factories.clients import add_client, add_note
from tests.factories.every_table import fill_every_table
from tests.factories.linking import link, propose
from tests.factories.visits import visit_planned

if TYPE_CHECKING:
    from app.office import Office


def test_pairs_stand_by_score_with_name_and_place(office: Office) -> None:
    ernas = [
        add_client(office, street="Am Markt", house_number="3", postal_code="40595", city="Garath")
        for _card in range(3)
    ]
    propose(office, ernas[0], ernas[1], 0.7)
    propose(office, ernas[1], ernas[2], 0.9)

    found = office.ask(open_pairs)
    assert [pair.score for pair in found.rows] == [0.9, 0.7]
    assert found.rows[0].one.name == "Erna Krüger"
    assert found.rows[0].one.place == "Am Markt 3, 40595 Garath"
    assert office.ask(open_pairs, 1).count == 2
    assert len(office.ask(open_keys)) == 2


def test_a_pair_with_somebody_restricted_is_shown_to_those_who_know_both(office: Office) -> None:
    one, other = add_client(office), add_client(office)
    propose(office, one, other)
    restricted(office, one)
    assert office.ask(open_pairs).count == 1

    office.work_as("Zoe Amt")
    assert office.ask(open_pairs).rows == ()
    assert office.ask(open_pairs).count == 0
    assert office.ask(open_keys) == {}
    assert office.ask(both_cards, one, other)[0] is None


def test_cards_are_read_in_portions_without_those_that_are_linked(office: Office) -> None:
    people = sorted(add_client(office) for _card in range(5))
    link(office, people[0], people[4])

    first = office.ask(cards_to_compare, None, 3)
    rest = office.ask(cards_to_compare, UUID(first[-1].key), 3)

    assert [UUID(card.key) for card in (*first, *rest)] == people[:4]
    assert office.ask(count_cards) == 4
    assert first[0].birth == "1938-11-24"


def test_both_cards_tell_what_hangs_on_them(office: Office) -> None:
    one = add_client(office, languages=("de", "tr"), hint="Ring twice")
    other = add_client(office)
    add_note(office, one)
    add_note(office, one)
    visit_planned(office, one)

    facts, empty = office.ask(both_cards, one, other)

    assert facts is not None
    assert empty is not None
    assert facts.fields["hint"] == "Ring twice"
    assert facts.languages == ("de", "tr")
    assert dict(facts.counts) == {"note": 2, "visit": 1}
    assert facts.weight > empty.weight == 0
    assert office.ask(card_facts, uuid4()) is None


NOT_COUNTED = {
    "access_request", "advice_referral", "courtesy_call", "courtesy_caller",
    "crew", "custom_value", "duplicate_pair", "exclusion", "exported_person", "free_time",
    "handover_item", "held_row", "household_refusal", "letter_run_item", "look", "member",
    "note_person", "person", "person_access", "person_language", "person_link", "person_name_key",
    "person_role", "preventive_exemption", "risk", "service_hours", "tour_crew", "visiting_wish",
}  # fmt: skip
"""What is part of something that is counted, is shown beside it, or is a trace of work."""


def test_nothing_that_people_keep_about_a_person_is_missing_from_the_preview() -> None:
    mine = {"person_id", "client_id", "visitor_id", "other_id", "id", "twin_id"}
    known = {entry.table for entry in DICTIONARY if mine & set(entry.whose)}
    assert known - set(COUNTED) == NOT_COUNTED


def test_the_preview_counts_every_table(office: Office) -> None:
    erna = add_client(office)
    other = add_client(office, given_name="Otto")
    office.act(fill_every_table, erna, other, "Muster")
    facts = office.ask(card_facts, erna)
    assert facts is not None
    assert set(COUNTED) - set(facts.counts) == set()
