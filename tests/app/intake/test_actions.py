"""Requests are taken, gone on with and decided; nobody is lost and nobody is counted twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.clients.queries import client_card
from app.consent.queries import consent_for
from app.drafts.actions import save_draft
from app.drafts.queries import all_drafts
from app.drafts.rules import Drafted
from app.errors import Conflict, Refused
from app.institutions.queries import institution_card
from app.intake.actions import add_request, decide_request, reopen_request, save_request
from app.intake.queries import request_card
from app.intake.rules.decision import NO_IS_RESPECTED, NO_OWN_CONSENT
from db.people import Person, PersonRole
from tests.factories.clients import add_client
from tests.factories.institutions import add_contact, add_institution
from tests.factories.intake import ASKED, decision, request_details, take_request

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.intake.queries import RequestCard
    from app.office import Act, Office

TODAY = date(2026, 11, 23)


def card(office: Office, request_id: UUID) -> RequestCard:
    found = office.ask(request_card, request_id)
    assert found is not None
    return found


def _restrict(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).is_restricted = True


def _roles(connection: Connection, person_id: UUID) -> list[str]:
    found = select(PersonRole.role).where(PersonRole.person_id == person_id)
    return sorted(connection.execute(found).scalars())


def test_a_request_keeps_who_asked_and_what_was_answered(office: Office) -> None:
    erna, house = add_client(office), add_institution(office)
    one = take_request(
        office, erna, source="housing", source_institution_id=house, source_note=" Mr Holm ",
        note="<b>Ring</b> twice", answers={"interests": " Chess ", "pets": " ", "smoking": "no"},
    )  # fmt: skip
    kept = card(office, one)
    assert (kept.name, kept.stage, kept.source_institution, kept.source_note) == (
        "Erna Krüger", "open", "Boligforeningen Hedeparken", "Mr Holm",
    )  # fmt: skip
    assert (dict(kept.answers), kept.note) == (
        {"interests": "Chess", "smoking": "no"}, "<b>Ring</b> twice",
    )  # fmt: skip
    assert (kept.own_consent, kept.consent_on, kept.taken_by) == (True, ASKED, "Anna Beispiel")


def test_somebody_new_gets_a_card_once(office: Office) -> None:
    one = uuid4()
    details = request_details(is_new=True, family_name="Aydin", phone="0211 8998999")
    office.act(add_request, one, details)
    office.act(add_request, one, details)
    person = office.ask(client_card, card(office, one).person_id)
    assert person is not None
    assert (person.name, person.phone) == ("Aydin", "+49 211 8998999")


def test_a_refused_request_leaves_no_card(office: Office) -> None:
    one = uuid4()
    details = request_details(is_new=True, family_name="Aydin", phone="none", source="x")
    with pytest.raises(Refused) as refused:
        office.act(add_request, one, details)
    assert {problem.field for problem in refused.value.problems} == {"phone", "source"}
    assert office.ask(request_card, one) is None


def test_the_first_talk_is_resumed_and_answers_can_be_taken_back(office: Office) -> None:
    erna = add_client(office)
    one = take_request(office, erna, own_consent=None, answers={"pets": "A cat", "doctor": "Dr. W"})
    office.act(save_draft, Drafted("intake", str(one), {"x": "y"}))
    later = request_details(erna, answers={"pets": "", "interests": "Chess"})
    office.act(save_request, one, 1, later)
    with pytest.raises(Conflict):
        office.act(save_request, one, 1, later)
    kept = card(office, one)
    assert (dict(kept.answers), kept.own_consent) == (
        {"doctor": "Dr. W", "interests": "Chess"},
        True,
    )
    assert office.ask(all_drafts, office.who) == ()


def test_who_changes_answers_only_is_not_overwritten_either(office: Office) -> None:
    erna = add_client(office)
    one = take_request(office, erna)
    office.act(save_request, one, 1, request_details(erna, answers={"pets": "A cat"}))
    with pytest.raises(Conflict):
        office.act(save_request, one, 1, request_details(erna, answers={"pets": "A dog"}))


def test_an_unasked_person_has_given_no_day_and_no_way(office: Office) -> None:
    kept = card(office, take_request(office, add_client(office), own_consent=None))
    assert (kept.own_consent, kept.consent_on, kept.consent_how) == (None, None, "")


@pytest.mark.parametrize(("own", "message"), [(None, NO_OWN_CONSENT), (False, NO_IS_RESPECTED)])
def test_nobody_is_accepted_against_her_own_word(
    office: Office,
    own: bool | None,  # noqa: FBT001 - a parameter
    message: str,
) -> None:
    one = take_request(office, add_client(office), own_consent=own)
    with pytest.raises(Refused) as refused:
        office.act(decide_request, one, 1, decision("accepted"))
    assert [problem.message for problem in refused.value.problems] == [message]
    assert card(office, one).stage == "open"


def test_who_is_accepted_is_a_client_whose_yes_is_kept_as_consent(office: Office) -> None:
    house = add_institution(office)
    add_contact(office, house, family_name="Solo")
    known = office.ask(institution_card, house)
    assert known is not None
    solo = known.contacts[0].person_id
    one = take_request(office, solo)
    done = office.act(decide_request, one, 1, decision("accepted", note="Starts soon."))
    assert {"intake", "consent"} <= done.features
    assert office.ask(_roles, solo) == ["client", "contact"]
    answer = office.ask(consent_for, solo, "service", on=TODAY)
    assert (answer.holds, answer.since, answer.scope) == (True, ASKED, "Visiting service")
    kept = card(office, one)
    assert (kept.stage, kept.decided_by, kept.note) == ("accepted", "Anna Beispiel", "Starts soon.")


def test_a_decision_is_taken_back_and_made_again(office: Office) -> None:
    erna = add_client(office)
    one = take_request(office, erna)
    waiting = decision("waiting", waiting_reason="A visitor")
    office.act(decide_request, one, 1, waiting)
    office.act(decide_request, one, card(office, one).version, decision("accepted"))
    office.act(reopen_request, one, "waiting")
    kept = card(office, one)
    assert (kept.stage, kept.waiting_since, kept.decided_on) == (
        "waiting", date(2026, 11, 10), None,
    )  # fmt: skip
    office.act(reopen_request, one, "open")
    kept = card(office, one)
    assert (kept.stage, kept.waiting_since, kept.waiting_reason) == ("open", None, "")
    office.act(decide_request, one, kept.version, decision("accepted"))
    assert card(office, one).stage == "accepted"


def test_who_decides_too_late_hears_of_it(office: Office) -> None:
    one = take_request(office, add_client(office))
    office.act(decide_request, one, 1, decision("accepted"))
    with pytest.raises(Conflict):
        office.act(decide_request, one, 1, decision("declined", reason="no_capacity"))


def test_requests_of_restricted_people_cannot_be_touched_without_access(office: Office) -> None:
    erna = add_client(office)
    one = take_request(office, erna)
    office.act(_restrict, erna)
    assert office.ask(request_card, one) is None
    for act in (
        lambda: office.act(save_request, one, 1, request_details(erna)),
        lambda: office.act(decide_request, one, 1, decision("accepted")),
        lambda: office.act(reopen_request, one, "open"),
        lambda: take_request(office, erna),
    ):
        with pytest.raises(Refused):
            act()


def test_whoever_asked_must_be_known(office: Office) -> None:
    erna = add_client(office)
    with pytest.raises(Refused) as refused:
        take_request(office, erna, source_institution_id=uuid4())
    assert [problem.field for problem in refused.value.problems] == ["source_institution_id"]
    with pytest.raises(Refused) as refused:
        take_request(office, erna, source_person_id=uuid4())
    assert [problem.field for problem in refused.value.problems] == ["source_person_id"]
