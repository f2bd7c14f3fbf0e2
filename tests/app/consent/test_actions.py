"""Answers are kept, corrected and withdrawn; data are passed on with consent, or with a reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.rules import Role
from app.admin.queries import recent_audit_lines
from app.consent.actions import (
    ALREADY_WITHDRAWN,
    correct_consent,
    record_consent,
    undo_withdrawal,
    withdraw_consent,
)
from app.consent.passing import pass_on
from app.consent.queries import consent_of_person
from app.consent.rules import PassingOn, Standing
from app.drafts.actions import save_draft
from app.drafts.queries import all_drafts
from app.drafts.rules import Drafted
from app.errors import Conflict, Refused
from db.access import Member
from db.people import Person
from tests.factories.clients import add_client
from tests.factories.consent import consent_details, passing_on, record
from tests.factories.institutions import add_institution
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from uuid import UUID

    from app.consent.queries import ConsentRow
    from app.office import Act, Office

TODAY = date(2026, 11, 23)
SHEET = PassingOn(recipient="Dr. Weber", purpose="Home care")


def answers(office: Office, person_id: UUID) -> tuple[ConsentRow, ...]:
    return office.ask(consent_of_person, person_id, TODAY).answers


def _restrict(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).is_restricted = True


def _join(act: Act, name: str, role: Role) -> None:
    act.session.add(Member(name=name, role=role, since=act.now))


def test_a_newer_answer_counts_and_the_older_one_stays(office: Office) -> None:
    erna = add_client(office)
    record(office, erna, passing_on())
    record(office, erna, passing_on(" dr. WEBER ", state="refused", said_on=date(2026, 11, 1)))
    newer, older = answers(office, erna)
    assert (newer.standing, newer.is_current) == (Standing.REFUSED, True)
    assert (older.state, older.is_current) == ("given", False)
    assert older.recorded_by == "Anna Beispiel"


def test_saving_twice_keeps_one_answer_and_ends_its_draft(office: Office) -> None:
    erna, one = add_client(office), uuid4()
    office.act(save_draft, Drafted("new_consent", str(erna), {"scope": "x"}))
    done = office.act(record_consent, one, erna, consent_details())
    office.act(record_consent, one, erna, consent_details(scope="other"))
    assert done.features == {"consent"}
    assert [row.scope for row in answers(office, erna)] == [""]
    assert office.ask(all_drafts, office.who) == ()


def test_what_was_typed_wrongly_is_corrected_once(office: Office) -> None:
    erna = add_client(office)
    one = record(office, erna, consent_details())
    office.act(correct_consent, one, 1, consent_details(how="phone"))
    with pytest.raises(Conflict):
        office.act(correct_consent, one, 1, consent_details(how="spoken"))
    assert [row.how for row in answers(office, erna)] == ["phone"]


def test_a_consent_is_withdrawn_and_the_mistake_undone(office: Office) -> None:
    erna = add_client(office)
    one = record(office, erna, consent_details())
    office.act(withdraw_consent, one, TODAY)
    (row,) = answers(office, erna)
    assert (row.standing, row.withdrawn_on) == (Standing.WITHDRAWN, TODAY)
    with pytest.raises(Refused, match=ALREADY_WITHDRAWN):
        office.act(correct_consent, one, row.version, consent_details())
    office.act(undo_withdrawal, one)
    assert answers(office, erna)[0].standing is Standing.GIVEN


def test_nothing_is_kept_of_those_who_are_restricted_or_unknown(office: Office) -> None:
    erna = add_client(office)
    one = record(office, erna, consent_details())
    office.act(_restrict, erna)
    with pytest.raises(Refused):
        record(office, erna, consent_details())
    with pytest.raises(Refused):
        office.act(withdraw_consent, one, TODAY)
    with pytest.raises(Refused):
        office.act(pass_on, uuid4(), erna, SHEET)
    with pytest.raises(Refused):
        record(office, uuid4(), consent_details())


def test_an_institution_that_is_gone_is_refused_beside_its_field(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        record(office, add_client(office), passing_on("", institution_id=uuid4()))
    assert [problem.field for problem in refused.value.problems] == ["institution_id"]


def test_without_consent_nothing_is_passed_on(office: Office) -> None:
    erna = add_client(office)
    with pytest.raises(Refused) as refused:
        office.act(pass_on, uuid4(), erna, SHEET)
    (problem,) = refused.value.problems
    assert (problem.field, problem.values["recipient"]) == ("institution_id", "Dr. Weber")
    assert office.ask(consent_of_person, erna, TODAY).disclosures == ()


def test_a_consent_to_one_body_is_none_to_another(office: Office) -> None:
    erna, whole = add_client(office), add_institution(office)
    part = add_institution(office, name="Afd. 12", parent_id=whole)
    record(office, erna, passing_on("", institution_id=whole))
    office.act(pass_on, uuid4(), erna, PassingOn(institution_id=whole, purpose="Lift"))
    with pytest.raises(Refused):
        office.act(pass_on, uuid4(), erna, PassingOn(institution_id=part, purpose="Lift"))


def test_with_consent_the_sheet_goes_and_is_kept_in_one_act(office: Office) -> None:
    erna, one = add_client(office, phone="0211 8998999"), uuid4()
    consent_id = record(office, erna, passing_on())
    done = office.act(pass_on, one, erna, SHEET)
    again = office.act(pass_on, one, erna, SHEET)
    assert "0211 8998999" in text_of(done.value)
    assert again.value == done.value
    (kept,) = office.ask(consent_of_person, erna, TODAY).disclosures
    assert (kept.told, kept.purpose, kept.what, kept.basis) == (
        "Dr. Weber", "Home care", "contact", "consent",
    )  # fmt: skip
    assert done.features == {"consent"}
    assert kept.who == "Anna Beispiel"
    assert consent_id in {row.id for row in answers(office, erna)}


def test_an_override_gives_its_reason_and_is_logged(office: Office) -> None:
    erna = add_client(office)
    reason = "She lies on the floor, the doctor asks."
    form = PassingOn(recipient="112", purpose="Emergency", is_override=True, override_reason=reason)
    pdf = office.act(pass_on, uuid4(), erna, form).value
    (kept,) = office.ask(consent_of_person, erna, TODAY).disclosures
    assert (kept.basis, kept.override_reason) == ("override", reason)
    assert "floor" in text_of(pdf)
    assert "pass_on" in {line.action for line in office.ask(recent_audit_lines)}


def test_an_override_that_is_not_needed_is_a_consent(office: Office) -> None:
    erna = add_client(office)
    record(office, erna, passing_on())
    form = PassingOn(
        recipient="Dr. Weber", purpose="Care", is_override=True, override_reason="x" * 15
    )
    office.act(pass_on, uuid4(), erna, form)
    (kept,) = office.ask(consent_of_person, erna, TODAY).disclosures
    assert (kept.basis, kept.override_reason) == ("consent", "")


@pytest.mark.parametrize(
    ("role", "may"), [(Role.CASEWORKER, True), (Role.COORDINATOR, False), (Role.VOLUNTEER, False)]
)
def test_overriding_is_a_right_of_its_own(office: Office, role: Role, may: bool) -> None:  # noqa: FBT001 - a parameter
    erna = add_client(office)
    office.act(_join, "Anna Beispiel", role)
    form = PassingOn(
        recipient="112", purpose="Emergency", is_override=True, override_reason="x" * 15
    )
    if may:
        office.act(pass_on, uuid4(), erna, form)
        return
    with pytest.raises(Refused) as refused:
        office.act(pass_on, uuid4(), erna, form)
    assert refused.value.problems[0].field in {"is_override", ""}
    assert office.ask(consent_of_person, erna, TODAY).disclosures == ()
