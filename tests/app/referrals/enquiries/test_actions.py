"""Requirements of what is done with enquiries: record, change, route, follow, close."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.access.rules import Role
from app.errors import Conflict, Refused
from app.mobile_advice.booking.rules import Booking
from app.referrals.disclosures.rules import LeftBy
from app.referrals.enquiries import actions
from app.referrals.enquiries.following import book_after, follow_up
from app.referrals.enquiries.queries import (
    EnquiryList,
    EnquiryWish,
    at_home,
    count_enquiries,
    enquiries_of_person,
    enquiry_counts,
    enquiry_to_edit,
    enquiry_window,
)
from app.referrals.enquiries.rules import Closing, FollowUp, StepKind, Urgency
from app.referrals.handing_over.actions import answer_referral
from app.referrals.handing_over.queries import referrals_of
from app.referrals.handing_over.rules import HandingAnswer, HandingState
from app.referrals.register.queries import read_register
from resources.text import say
from tests.factories.access import member, restricted
from tests.factories.booking import NINE, halt
from tests.factories.clients import add_client
from tests.factories.enquiries import (
    TODAY,
    card_of,
    close,
    enquire,
    enquiry_details,
    follow,
    told,
    version_of,
)
from tests.factories.institutions import add_contact, add_institution
from tests.factories.preventive import danish

if TYPE_CHECKING:
    from app.office import Office


@pytest.fixture
def dk(office: Office) -> Office:
    """A Danish office."""
    danish(office)
    return office


def test_an_enquiry_says_by_when_it_is_answered_and_assessed(dk: Office) -> None:
    row = card_of(dk, enquire(dk)).row

    assert row.receipt_due == date(2026, 12, 1)
    assert row.assessment_due == row.next_due == date(2026, 11, 30)
    assert row.number.startswith("261123-")
    assert row.responsible == "Anna Beispiel"


def test_saving_twice_records_one(dk: Office) -> None:
    key = uuid4()
    for _time in range(2):
        dk.act(actions.record_enquiry, key, enquiry_details(is_new=True))

    assert dk.ask(count_enquiries, EnquiryWish(), TODAY) == 1
    assert card_of(dk, key).row.person_id is not None


def test_a_new_card_has_name_and_home(dk: Office) -> None:
    key = enquire(dk)

    person = dk.act(actions.make_card, key, 1).value

    (found,) = dk.ask(enquiries_of_person, person)
    assert (found.id, found.about_name) == (key, "Ruth Berg")
    opened = dk.ask(enquiry_to_edit, None, TODAY, person)
    assert opened is not None
    assert (opened.details.street, opened.details.door) == ("Hedevej", "tv")


def test_the_caller_was_told_what_to_ring(dk: Office) -> None:
    key = enquire(dk, urgency=Urgency.U1, told_emergency=True)

    assert card_of(dk, key).told_emergency_at == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert card_of(dk, key).row.next_due == TODAY


def test_a_name_given_later_stays_on_file(dk: Office) -> None:
    key = enquire(dk, is_anonymous=True, reporter_name="")
    dk.act(actions.save_enquiry, key, 1, enquiry_details(reporter_name="Lars Holm"))

    assert card_of(dk, key).named_later
    assert not card_of(dk, key).row.is_anonymous


def test_a_contact_person_belongs_to_the_department(dk: Office) -> None:
    department, other = add_institution(dk, kind="housing"), add_institution(dk, name="Andet")
    contact = add_contact(dk, department)

    key = enquire(dk, institution_id=department, contact_id=contact, reporter_name="")
    assert card_of(dk, key).row.caller == "Lars Holm"
    with pytest.raises(Refused) as refused:
        enquire(dk, institution_id=other, contact_id=contact, reporter_name="")
    assert refused.value.problems[0].field == "contact_id"


def test_nothing_is_closed_unanswered(dk: Office) -> None:
    key = enquire(dk)

    with pytest.raises(Refused) as refused:
        close(dk, key)
    assert "answered" in refused.value.problems[0].message
    told(dk, key)
    close(dk, key)
    row = card_of(dk, key).row
    assert (row.is_closed, row.next_due) == (True, None)
    dk.act(actions.reopen_enquiry, key)
    assert card_of(dk, key).row.next_due == date(2026, 11, 30)


def test_a_child_is_routed_before_it_is_closed(dk: Office) -> None:
    key = enquire(dk, concerns=("child_concern", "noise"))
    told(dk, key)

    with pytest.raises(Refused) as refused:
        close(dk, key)
    assert refused.value.problems[0].values["law"] == "barnets lov § 133"
    dk.act(actions.route_child, key, version_of(dk, key), "Børn og Unge, Mette Dahl")
    close(dk, key)
    assert card_of(dk, key).child_routed_to == "Børn og Unge, Mette Dahl"


def test_only_a_childs_concern_is_routed(dk: Office) -> None:
    key = enquire(dk)

    with pytest.raises(Refused):
        dk.act(actions.route_child, key, 1, "")


def test_an_older_version_is_not_written_over(dk: Office) -> None:
    key = enquire(dk)
    dk.act(actions.assess_enquiry, key, 1, "A visit is needed.")

    with pytest.raises(Conflict):
        dk.act(actions.save_enquiry, key, 1, enquiry_details(observed="Other"))
    with pytest.raises(Conflict):
        dk.act(actions.close_enquiry, key, 1, Closing("help_began"))


def test_what_follows_is_linked_and_the_answer_waits_apart(dk: Office) -> None:
    key = enquire(dk, is_new=True)
    day, start, end = date(2026, 11, 25), time(10), time(11)

    follow(dk, key, FollowUp(StepKind.VISIT, day, start, end, who="Anna Beispiel"))
    follow(dk, key, FollowUp(StepKind.VISITING))
    follow(dk, key, FollowUp(StepKind.TASK, title="Ring the caretaker", who="Anna Beispiel"))
    follow(dk, key, FollowUp(StepKind.MEDIATOR, day, start, end, language="ar"))

    card = card_of(dk, key)
    assert {(step.target_table, step.state) for step in card.steps} == {
        ("visit", "planned"),
        ("intake", "open"),
        ("task", "open"),
        ("interpreter_request", "requested"),
    }
    assert (card.row.state, card.row.answered_at) == ("in_work", None)


def test_a_matter_is_referred_on_a_basis_or_a_consent_alone(dk: Office) -> None:
    key = enquire(dk, is_new=True)
    psychiatry = add_institution(dk, kind="authority", name="Region", country="DK")
    asked = FollowUp(
        StepKind.SPDI, institution_id=psychiatry, reason="Please visit.", facts=("name",)
    )

    for basis in ("", "consent", "own_task"):
        with pytest.raises(Refused):
            follow(dk, key, replace(asked, basis=basis))
    assert card_of(dk, key).steps == ()
    made = follow(dk, key, replace(asked, basis="other_authority"))

    (step,) = card_of(dk, key).steps
    assert (step.kind, step.target_table, step.target_id) == ("spdi", "referral", made)
    person = card_of(dk, key).row.person_id
    assert person is not None
    (matter,) = dk.ask(referrals_of, person)
    assert (matter.state, matter.receiver) == (step.state, "Region")
    assert [line.by for line in read_register(dk, person)] == [LeftBy.REFERRAL]
    dk.act(answer_referral, made, 1, HandingAnswer(HandingState.ACCEPTED))
    assert card_of(dk, key).steps[0].state == "accepted"


def test_an_appointment_after_an_enquiry_is_tied_to_it(dk: Office) -> None:
    key = enquire(dk, is_new=True)
    person = card_of(dk, key).row.person_id
    booking, appointment = Booking(halt(dk).at(NINE), person_id=person), uuid4()

    for _time in range(2):
        dk.act(book_after, appointment, key, booking)

    (step,) = card_of(dk, key).steps
    assert (step.kind, step.target_table, step.target_id) == ("advice", "appointment", appointment)
    assert (step.state, card_of(dk, key).row.state) == ("booked", "in_work")


def test_beginning_twice_begins_one_thing(dk: Office) -> None:
    key, step = enquire(dk, is_new=True), uuid4()
    made = {dk.act(follow_up, step, key, FollowUp(StepKind.VISITING)).value for _time in range(2)}

    assert len(made) == len(card_of(dk, key).steps) == 1


def test_what_needs_a_card_asks_for_one(dk: Office) -> None:
    key = enquire(dk)

    with pytest.raises(Refused) as refused:
        follow(dk, key, FollowUp(StepKind.VISIT, date(2026, 11, 25), time(10), time(11), "Anna"))
    assert refused.value.problems[0].field == "kind"


def test_no_action_plan_above_the_pension_age(dk: Office) -> None:
    old = add_client(dk, country="DK")
    young = add_client(dk, country="DK", given_name="Ib", birth="24.11.1980")

    with pytest.raises(Refused) as refused:
        follow(dk, enquire(dk, person_id=old), FollowUp(StepKind.ACTION_PLAN))
    assert "§ 141" in str(refused.value.problems[0].values["law"])
    assert "danskelove.dk" in say(refused.value.problems[0])
    key = enquire(dk, person_id=young)
    follow(dk, key, FollowUp(StepKind.ACTION_PLAN))
    assert [step.kind for step in card_of(dk, key).steps] == ["action_plan"]


def test_enquiries_about_a_home_are_brought_together_with_who_lives_there(dk: Office) -> None:
    ruth = add_client(
        dk, given_name="Ruth", family_name="Berg", country="DK", street="Hedevej",
        house_number="12", floor="3", door="tv", postal_code="2750", city="Ballerup",
    )  # fmt: skip
    first = enquire(dk)
    second = enquire(dk, about_name="", street="hedev.")

    found = dk.ask(at_home, enquiry_details().address, second)
    assert [row.id for row in found.earlier] == [first]
    assert [hit.id for hit in found.residents] == [ruth]
    assert dk.ask(at_home, enquiry_details(floor="1").address, second).residents == ()


def test_lists_show_what_is_due_next_and_find_by_any_word(dk: Office) -> None:
    calm = enquire(dk, urgency=Urgency.U4, about_name="Bo Skov")
    soon = enquire(dk, urgency=Urgency.U2)
    done = enquire(dk)
    told(dk, done)
    close(dk, done)

    def listed(today: date = TODAY, **wish: object) -> list[UUID]:
        rows = dk.ask(enquiry_window, EnquiryWish(**wish), today)  # type: ignore[arg-type]  # any field of a wish
        return [row.id for row in rows]

    assert listed() == [soon, calm]
    assert listed(typed="skov") == [calm]
    assert listed(urgency="u2") == [soon]
    assert listed(concern="noise") == []
    assert listed(which=EnquiryList.CLOSED) == [done]
    assert listed(date(2026, 11, 25), which=EnquiryList.OVERDUE) == [soon]
    assert dk.ask(enquiry_counts, date(2026, 11, 25)) == (2, 1, 2)


def test_of_restricted_people_and_for_volunteers_there_are_none(dk: Office) -> None:
    member(dk, "Anna Beispiel", Role.ADMINISTRATOR)
    member(dk, "Karin Vogt", Role.CASEWORKER)
    member(dk, "Bo Frivillig", Role.VOLUNTEER)
    ruth = add_client(dk, country="DK")
    hidden, nobody = enquire(dk, person_id=ruth), enquire(dk)
    restricted(dk, ruth)

    def seen() -> set[UUID]:
        rows = dk.ask(enquiry_window, EnquiryWish(EnquiryList.ALL), TODAY)
        assert dk.ask(count_enquiries, EnquiryWish(EnquiryList.ALL), TODAY) == len(rows)
        return {row.id for row in rows}

    assert seen() == {hidden, nobody}
    dk.work_as("Karin Vogt")
    assert seen() == {nobody}
    with pytest.raises(Refused):
        dk.act(actions.assess_enquiry, hidden, 1, "Looked")
    dk.work_as("Bo Frivillig")
    assert seen() == set()
    assert dk.ask(enquiry_to_edit, nobody, TODAY) is None
    with pytest.raises(Refused):
        enquire(dk)
