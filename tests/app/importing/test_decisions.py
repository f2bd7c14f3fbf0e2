"""Tests of deciding about held rows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.clients.queries import client_card
from app.clients.queries.editing import as_details
from app.clients.rules import ClientDetails
from app.errors import Conflict, Refused
from app.importing.actions import decide_held_row, hold_again
from app.importing.queries import open_rows
from app.importing.rules.decisions import DECISION_LABELS, Decision, fill_gaps
from db.exchange import HeldRow
from tests.factories.clients import add_client
from tests.factories.imports import run_import, table
from tests.factories.lists import HEADINGS

if TYPE_CHECKING:
    from uuid import UUID

    from app.importing.queries import OpenRow
    from app.office import Office

ROW = ("Erna", "Krueger", "24.11.1938", "Frankfurter Straße", "229", "40595", "Düsseldorf")


@pytest.fixture
def known(office: Office) -> UUID:
    """Erna Krüger, whose card says nothing of a phone."""
    return add_client(office, street="Frankfurter Straße", house_number="229",
                      postal_code="40595", city="Düsseldorf")  # fmt: skip


@pytest.fixture
def held(office: Office, known: UUID) -> OpenRow:
    """A row that looks like Erna Krüger and has a phone number."""
    run_import(office, table([(*ROW, "0211 8998999")], (*HEADINGS, "Telefon")))
    return office.ask(open_rows)[0]


def _decide(office: Office, held: OpenRow, decision: Decision) -> UUID:
    return office.act(decide_held_row, held.id, held.version, decision).value


def _card(office: Office, person_id: UUID) -> ClientDetails:
    card = office.ask(client_card, person_id)
    assert card is not None
    return as_details(card)


def test_a_row_that_is_left_out_changes_nobody(office: Office, known: UUID, held: OpenRow) -> None:
    before = _card(office, known)

    assert _decide(office, held, Decision.SKIPPED) == known

    assert _card(office, known) == before
    assert office.ask(open_rows) == ()


def test_gaps_of_a_card_are_filled_and_nothing_is_replaced(
    office: Office, known: UUID, held: OpenRow
) -> None:
    _decide(office, held, Decision.FILLED)

    card = _card(office, known)
    assert (card.family_name, card.phone) == ("Krüger", "+49 211 8998999")
    assert office.ask(open_rows) == ()


def test_another_person_gets_a_card(office: Office, known: UUID, held: OpenRow) -> None:
    added = _decide(office, held, Decision.ADDED)

    assert added != known
    assert _card(office, added).family_name == "Krueger"


@pytest.mark.parametrize("decision", [Decision.FILLED, Decision.ADDED])
def test_what_stands_on_a_card_is_not_kept_a_second_time(
    office: Office, held: OpenRow, decision: Decision
) -> None:
    _decide(office, held, decision)

    assert office.ask(lambda one: one.execute(select(HeldRow.fields)).scalar_one()) == "{}"


def test_leaving_out_can_be_taken_back(office: Office, held: OpenRow) -> None:
    _decide(office, held, Decision.SKIPPED)
    office.act(hold_again, held.id)

    assert [row.id for row in office.ask(open_rows)] == [held.id]


def test_adding_is_not_taken_back_by_holding_again(office: Office, held: OpenRow) -> None:
    _decide(office, held, Decision.ADDED)
    office.act(hold_again, held.id)

    assert office.ask(open_rows) == ()


def test_two_decisions_about_one_row_conflict(office: Office, held: OpenRow) -> None:
    _decide(office, held, Decision.SKIPPED)

    with pytest.raises(Conflict):
        _decide(office, held, Decision.ADDED)


def test_a_row_that_is_not_held_is_refused(office: Office, held: OpenRow) -> None:
    with pytest.raises(Refused):
        _decide(office, held._replace(id=uuid4()), Decision.ADDED)


def test_an_address_is_taken_whole_or_not_at_all() -> None:
    row = ClientDetails(street="Weg", house_number="1", postal_code="40595", city="Düsseldorf")

    assert fill_gaps(ClientDetails(country="DK"), row).country == "DE"
    assert fill_gaps(ClientDetails(city="Neuss"), row).street == ""


def test_protection_of_an_address_is_taken_over_and_never_lost() -> None:
    open_card, protected = ClientDetails(), ClientDetails(address_protected=True)

    assert fill_gaps(open_card, protected).address_protected
    assert fill_gaps(protected, open_card).address_protected


def test_every_decision_has_words() -> None:
    assert set(DECISION_LABELS) == set(Decision)
