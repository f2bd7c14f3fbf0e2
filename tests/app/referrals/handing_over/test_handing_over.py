"""Handing over: three ways, a legal basis for each, a reduced view, and who may ask for more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.access.actions import restrict_person
from app.access.rules import Named, Restriction, Role
from app.clients.queries import client_card
from app.errors import Conflict, Refused
from app.referrals.handing_over.actions import ask_for_access, decide_request, receive_referral
from app.referrals.handing_over.paper import referral_letter
from app.referrals.handing_over.queries import (
    access_requests,
    handing_desk,
    referral_card,
    referrals,
    referrals_due,
    referrals_of,
    told_facts,
)
from app.referrals.handing_over.rules import FOLLOWING, NEED_REASON, HandingState, Received
from app.referrals.register.queries import read_register
from db.consent import Disclosure
from tests.conftest import NOW
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.consent import passing_on, record
from tests.factories.handing_over import refer, reply
from tests.factories.institutions import add_institution
from tests.factories.letters import office_card

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office

TODAY = NOW.date()
WHY = "Ich soll am Montag mit ihr sprechen."


def _disclosures(connection: Connection) -> list[Any]:
    return list(connection.execute(select(*Disclosure.__table__.c)))


@pytest.fixture
def erna(office: Office) -> UUID:
    """Answer Erna, of whom something is known, in a German office."""
    office_card(office)
    return add_client(
        office, given_name="Erna", family_name="Krüger", street="Amselweg", house_number="3",
        postal_code="40595", city="Düsseldorf", phone="0211 123456", hint="Hört schlecht",
        country="DE",
    )  # fmt: skip


@pytest.fixture
def advice(office: Office) -> UUID:
    """Answer an authority."""
    return add_institution(
        office, kind="authority", name="Amt für Soziales", country="DE", street="Am Wall",
        house_number="1", postal_code="40210", city="Düsseldorf",
    )  # fmt: skip


def _refused(office: Office, person: UUID, **fields: Any) -> list[str]:  # noqa: ANN401 - any field
    with pytest.raises(Refused) as refused:
        refer(office, person, **fields)
    return [f"{one.field}: {one.message} {dict(one.values)}" for one in refused.value.problems]


def test_the_receiver_sees_only_what_was_ticked(office: Office, erna: UUID, advice: UUID) -> None:
    """On the screen, on paper and in the register: the same facts, and no other ones."""
    key = refer(office, erna, to_institution_id=advice)
    (row,) = office.ask(referrals_of, erna)
    assert row.facts == (("Name", "Erna Krüger"), ("Adresse", "Amselweg 3, 40595 Düsseldorf"))
    desk = office.ask(handing_desk, erna, TODAY)
    assert desk is not None
    assert told_facts(desk, ("name", "address")).count("\n") == 1
    assert desk.due_on > TODAY
    assert office.ask(referral_letter, key).startswith(b"%PDF")
    (told,) = office.ask(_disclosures)
    assert (told.what, told.basis, told.institution_id) == ("name,address", "social_task", advice)


def test_a_protected_address_is_never_told(office: Office, advice: UUID) -> None:
    """Whatever is ticked."""
    office_card(office)
    hidden = add_client(
        office, given_name="Ali", family_name="Demir", street="Amselweg", house_number="3",
        postal_code="40595", city="Düsseldorf", address_protected=True,
    )  # fmt: skip
    refer(office, hidden, to_institution_id=advice)
    (row,) = office.ask(referrals_of, hidden)
    assert row.facts == (("Name", "Ali Demir"),)


def test_nothing_is_handed_over_without_a_basis_that_carries_it(
    office: Office, erna: UUID, advice: UUID
) -> None:
    """The refusal names the rule and its source; a landlord is no body of the Social Code."""
    landlord = add_institution(office, kind="housing", name="Wohnbau", country="DE")
    (none,) = _refused(office, erna, to_institution_id=advice, basis="")
    assert none.startswith("basis:")
    (wrong,) = _refused(office, erna, to_institution_id=landlord)
    assert "§ 69 Abs. 1 Nr. 1 SGB X" in wrong
    assert "rvrecht" in wrong
    (inside,) = _refused(office, erna, to_institution_id=advice, basis="own_task")
    assert "§ 67c" in inside
    assert _refused(office, erna, to_institution_id=landlord, basis="consent")
    consent = record(office, erna, passing_on("", institution_id=landlord))
    refer(office, erna, to_institution_id=landlord, basis="consent")
    (told,) = office.ask(_disclosures)
    assert told.consent_id == consent


def test_a_danish_authority_needs_another_basis_than_a_german_one(office: Office) -> None:
    """Law follows the country of the office."""
    office_card(office, country="DK")
    person = add_client(office, given_name="Ib", family_name="Holm", country="DK")
    kommune = add_institution(office, kind="authority", name="Ballerup Kommune")
    assert _refused(office, person, to_institution_id=kommune)
    refer(office, person, to_institution_id=kommune, basis="other_authority")
    boligselskab = add_institution(office, kind="housing", name="Hedeparken II")
    (no_way,) = _refused(office, person, to_institution_id=boligselskab, basis="other_authority")
    assert "forvaltningsloven § 28" in no_way


def test_what_is_wrong_is_named_beside_its_field(office: Office, erna: UUID, advice: UUID) -> None:
    """Nobody to hand it to, nothing asked for, a day that has passed, an unknown fact."""
    problems = _refused(
        office, erna, reason="", facts=("diagnosis",), due_on=TODAY - timedelta(days=1)
    )
    fields = {problem.partition(":")[0] for problem in problems}
    assert fields == {"to_institution_id", "reason", "facts", "due_on"}
    for name in ("", "Anna Beispiel"):
        assert _refused(office, erna, kind="assign", basis="own_task", to_member=name)
    assert _refused(office, erna, kind="give", to_institution_id=advice)


@pytest.mark.parametrize("state", list(HandingState))
def test_only_what_may_follow_follows(
    office: Office, erna: UUID, advice: UUID, state: HandingState
) -> None:
    """Accepted, rejected, done or taken back, with reason and day; then it is settled."""
    key = refer(office, erna, to_institution_id=advice)
    if state not in FOLLOWING[HandingState.SENT]:
        with pytest.raises(Refused):
            reply(office, key, state=state)
        return
    if state in NEED_REASON:
        with pytest.raises(Refused, match="say why"):
            reply(office, key, state=state)
    reply(office, key, state=state, reason="Kein Platz", answer="Wir kommen am Montag.")
    card = office.ask(referral_card, key, TODAY)
    assert card is not None
    assert (card.row.state, card.row.answer) == (state, "Wir kommen am Montag.")
    assert {step.state for step in card.steps} == {"sent", state}
    with pytest.raises(Conflict):
        reply(office, key, state="done")


def test_what_came_in_is_taken_up_and_handed_back(office: Office, erna: UUID, advice: UUID) -> None:
    """Of what others hand to the office nothing leaves; it is answered as everything else is."""
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    form = Received(from_institution_id=advice, reason="Please visit her.", told="Lives alone.")
    for wrong in (
        replace(form, from_institution_id=None),
        replace(form, reason=" "),
        replace(form, kind="assign"),
        replace(form, to_member="Nobody"),
        replace(form, on=TODAY + timedelta(days=1)),
    ):
        with pytest.raises(Refused):
            office.act(receive_referral, uuid4(), erna, wrong)
    key = uuid4()
    for _time in range(2):
        office.act(receive_referral, key, erna, replace(form, to_member="Zoe Amt"))

    office.work_as("Zoe Amt")
    (row,) = office.ask(referrals_due, TODAY)
    assert (row.id, row.sender, row.told, row.is_mine) == (
        key,
        "Amt für Soziales",
        "Lives alone.",
        True,
    )
    reply(office, key, state="accepted", answer="We visit on Monday.")
    with pytest.raises(Refused, match="say why"):
        reply(office, key, 2, state="returned")
    reply(office, key, 2, state="returned", reason="She moved away.")
    card = office.ask(referral_card, key, TODAY)
    assert card is not None
    # All at the one instant of the tests, so in no order.
    assert sorted(step.state for step in card.steps) == ["accepted", "returned", "sent"]
    assert (card.row.answered_on, card.row.answer_reason) == (TODAY, "She moved away.")
    assert read_register(office, erna) == ()


def test_only_who_handed_it_over_takes_it_back(office: Office, erna: UUID) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    key = refer(office, erna, kind="assign", basis="own_task", to_member="Zoe Amt")
    office.work_as("Zoe Amt")
    with pytest.raises(Refused, match="takes it back"):
        reply(office, key, state="revoked", reason="No room")
    office.work_as("Anna Beispiel")
    reply(office, key, state="revoked", reason="Solved itself")


def test_an_answer_cannot_come_before_the_question_or_after_today(
    office: Office, erna: UUID, advice: UUID
) -> None:
    """Days are checked against the day on which it was handed over."""
    key = refer(office, erna, to_institution_id=advice)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(Refused):
            reply(office, key, on=day)


def test_a_colleague_who_may_not_know_the_person_sees_the_reduced_view_only(
    office: Office, erna: UUID
) -> None:
    """And may ask to open the card; who knows the person decides, and nobody for themselves."""
    named = Restriction("Bedroht", (Named(office.who),))
    office.act(restrict_person, erna, named)
    key = refer(
        office, erna, kind="assign", to_member="Zoe Amt", basis="own_task", facts=("phone",)
    )
    sender = office.who
    office.work_as("Zoe Amt")
    (row,) = office.ask(referrals)
    assert (row.person_id, row.name, row.is_mine) == (None, "", True)
    assert [label for label, _value in row.facts] == ["Telefon"]
    assert office.ask(client_card, erna) is None
    assert [one.id for one in office.ask(referrals_due, TODAY)] == [key]
    card = office.ask(referral_card, key, TODAY)
    assert card is not None
    assert card.may_ask
    with pytest.raises(Refused):
        office.act(ask_for_access, uuid4(), key, "bitte")
    request = office.act(ask_for_access, uuid4(), key, WHY).value
    assert office.ask(access_requests) == ()
    with pytest.raises(Refused):
        office.act(decide_request, request, 1, grants=True)
    office.work_as("Mia Fremd")
    assert office.ask(referrals) == ()
    assert office.ask(access_requests) == ()
    office.work_as(sender)
    (asked,) = office.ask(access_requests)
    assert (asked.who, asked.reason) == ("Zoe Amt", WHY)
    office.act(decide_request, request, asked.version, grants=True, until=TODAY)
    with pytest.raises(Refused):
        office.act(decide_request, request, asked.version + 1, grants=False)
    office.work_as("Zoe Amt")
    assert office.ask(client_card, erna) is not None


def test_what_is_overdue_is_due_to_whoever_sent_it(
    office: Office, erna: UUID, advice: UUID
) -> None:
    """And no longer once it is settled."""
    key = refer(office, erna, to_institution_id=advice, due_on=TODAY)
    assert [row.id for row in office.ask(referrals_due, TODAY)] == [key]
    (row,) = office.ask(referrals)
    assert row.is_late(date(2026, 12, 1))
    reply(office, key, state="done")
    assert office.ask(referrals_due, TODAY) == ()
