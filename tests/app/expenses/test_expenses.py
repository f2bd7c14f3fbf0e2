"""Requirements of expenses in an office: who submits, who decides, what a year adds up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.errors import Conflict, Refused
from app.expenses.actions import (
    DECIDED,
    approve_expenses,
    change_expense,
    note_hours,
    pay_expenses,
    reject_expense,
    remove_hours,
    reopen_expenses,
    submit_expense,
    take_expense_back,
)
from app.expenses.queries import (
    ExpenseList,
    expense_card,
    expense_to_edit,
    list_expenses,
    payments,
    preview_amount,
    sums_of,
    year_of,
)
from app.expenses.rules import (
    NOT_YOURS,
    OWN_CLAIM,
    ExpenseState,
    HoursDetails,
    Spent,
)
from app.expenses.rules.year import CARD_LOST
from app.letters.composing.states import choose_state
from app.visiting.actions import record_visit
from app.visiting.rules import VisitRecord
from db.access import Member
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from tests.factories.expenses import SPENT_ON, claim, submit, way_of
from tests.factories.visits import visit_planned
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office


def _know_card(act: Act, name: str, person_id: UUID) -> None:
    row = act.session.scalar(select(Member).where(Member.name == name))
    assert row is not None
    row.person_id = person_id
    act.touch("access", row.id)


def _colleague_with_card(office: Office, name: str, role: Role, person_id: UUID) -> None:
    member(office, name, role)
    office.act(_know_card, name, person_id)


def test_a_way_is_paid_at_the_rate_of_its_day(office: Office) -> None:
    row = claim(office, submit(office, add_volunteer(office)))

    assert (row.amount, row.rate, row.currency) == (300, 30, "EUR")
    assert (row.kind, row.state, row.name) == ("actual", "submitted", "Anja Kurz")


def test_a_claim_that_is_sent_twice_is_there_once(office: Office) -> None:
    anja, key = add_volunteer(office), uuid4()
    for _again in range(2):
        office.act(submit_expense, way_of(anja), key)

    assert [row.id for row in office.ask(list_expenses, ExpenseList.TO_DECIDE)] == [key]


def test_claims_are_approved_together_and_paid_together(office: Office) -> None:
    anja = add_volunteer(office)
    keys = [submit(office, anja, day=date(2026, 11, day)) for day in (2, 3)]

    office.act(approve_expenses, [(key, 1) for key in keys])
    (payment,) = office.ask(payments)
    office.act(pay_expenses, [(key, 2) for key in keys], date(2026, 11, 23))

    assert (payment.name, payment.claims, payment.amount) == ("Anja Kurz", 2, 600)
    assert [row.id for row in office.ask(list_expenses, ExpenseList.PAID)] == keys[::-1]
    assert not office.ask(payments)


def test_every_decision_can_be_taken_back(office: Office) -> None:
    key = submit(office, add_volunteer(office))
    office.act(reject_expense, key, 1, "No receipt")
    office.act(reopen_expenses, [key])
    again = claim(office, key)
    office.act(approve_expenses, [(key, again.version)])
    office.act(pay_expenses, [(key, again.version + 1)], date(2026, 11, 23))
    office.act(reopen_expenses, [key])
    approved = claim(office, key)

    assert (again.state, again.reason, again.decided_by) == ("submitted", "", "")
    assert (approved.state, approved.paid_on) == (ExpenseState.APPROVED, None)
    assert approved.decided_by


def test_a_decided_claim_is_neither_changed_nor_deleted(office: Office) -> None:
    anja = add_volunteer(office)
    key = submit(office, anja)
    office.act(approve_expenses, [(key, 1)])

    with pytest.raises(Refused) as changed:
        office.act(change_expense, key, 2, way_of(anja))
    with pytest.raises(Refused) as deleted:
        office.act(take_expense_back, key, 2)
    assert changed.value.problems[0].message == DECIDED
    assert deleted.value.problems[0].message == DECIDED


def test_nobody_approves_an_older_version(office: Office) -> None:
    anja = add_volunteer(office)
    key = submit(office, anja)
    office.act(change_expense, key, 1, way_of(anja, kilometres=900))

    with pytest.raises(Conflict):
        office.act(approve_expenses, [(key, 1)])
    assert claim(office, key).state == "submitted"


def test_nobody_approves_the_own_claim(office: Office) -> None:
    anja = add_volunteer(office)
    key = submit(office, anja)
    member(office, office.who, Role.ADMINISTRATOR)
    _colleague_with_card(office, "Anja K.", Role.COORDINATOR, anja)
    office.work_as("Anja K.")

    with pytest.raises(Refused) as approved:
        office.act(approve_expenses, [(key, 1)])
    with pytest.raises(Refused) as rejected:
        office.act(reject_expense, key, 1, "Mine")
    assert approved.value.problems[0].message == OWN_CLAIM
    assert rejected.value.problems[0].message == OWN_CLAIM
    assert claim(office, key).is_mine


def test_in_an_office_without_a_list_the_name_says_whose_claim_it_is(office: Office) -> None:
    key = submit(office, add_volunteer(office, office.who))

    with pytest.raises(Refused):
        office.act(approve_expenses, [(key, 1)])


def test_a_volunteer_submits_and_sees_the_own_claims_only(office: Office) -> None:
    anja, bert = add_volunteer(office), add_volunteer(office, "Bert Lang")
    theirs = submit(office, bert)
    member(office, office.who, Role.ADMINISTRATOR)
    _colleague_with_card(office, "Anja", Role.VOLUNTEER, anja)
    office.work_as("Anja")
    own = submit(office, anja)

    with pytest.raises(Refused) as submitting:
        submit(office, bert)
    with pytest.raises(Refused) as deciding:
        office.act(approve_expenses, [(own, 1)])
    assert submitting.value.problems[0].message == NOT_YOURS
    assert deciding.value.problems[0].message == OWN_CLAIM
    assert [row.id for row in office.ask(list_expenses, ExpenseList.TO_DECIDE)] == [own]
    assert office.ask(expense_card, theirs) is None
    begun = office.ask(expense_to_edit)
    assert begun is not None
    assert begun.details.visitor_id == anja


def test_claims_of_a_restricted_volunteer_are_hidden(office: Office) -> None:
    anja = add_volunteer(office)
    key = submit(office, anja)
    member(office, office.who, Role.ADMINISTRATOR)
    member(office, "Zoe", Role.COORDINATOR)
    restricted(office, anja)
    office.work_as("Zoe")

    assert not office.ask(list_expenses, ExpenseList.TO_DECIDE)
    with pytest.raises(Refused):
        office.act(approve_expenses, [(key, 1)])


def _visited(office: Office, client: UUID, day: date, visitor: str) -> None:
    visit = visit_planned(office, client, day, time(10, 0), minutes=90, visitor=visitor)
    office.act(record_visit, visit, 1, VisitRecord(held=True, start=time(10), end=time(12)))


def test_hours_are_those_of_held_visits_and_typed_ones(office: Office) -> None:
    anja, erna = add_volunteer(office), add_client(office)
    _visited(office, erna, SPENT_ON, "Anja Kurz")
    visit_planned(office, erna, date(2026, 11, 19), visitor="Anja Kurz")
    _visited(office, erna, date(2025, 12, 19), "Anja Kurz")
    _visited(office, erna, date(2026, 11, 18), "Bert Lang")
    hours = uuid4()
    office.act(note_hours, hours, HoursDetails(anja, SPENT_ON, 45, "Exchange"))
    with_typed = office.ask(sums_of, anja, date(2026, 1, 1), date(2026, 12, 31))
    office.act(remove_hours, hours, 1)
    without = office.ask(sums_of, anja, date(2026, 1, 1), date(2026, 12, 31))

    assert (with_typed.visits, with_typed.visit_minutes, with_typed.minutes) == (1, 120, 165)
    assert without.minutes == 120


def test_visits_of_two_volunteers_of_one_name_are_nobodys(office: Office) -> None:
    anja, erna = add_volunteer(office), add_client(office)
    add_volunteer(office, "Anja Kurz")
    _visited(office, erna, SPENT_ON, "Anja Kurz")

    assert not office.ask(sums_of, anja, SPENT_ON, SPENT_ON).visits


def test_a_lump_sum_is_kept_apart_and_its_consequence_is_said(office: Office) -> None:
    anja = add_volunteer(office)
    office.act(choose_state, "NI")
    submit(office, anja)
    submit(office, anja, what=Spent.LUMP, amount=8000, allowance="ehrenamtspauschale")
    year = office.ask(year_of, anja, 2026)

    assert year is not None
    assert year.sums.amounts == {("actual", "submitted"): 300, ("lump", "submitted"): 8000}
    assert CARD_LOST in {remark.problem.message for remark in year.remarks}


def test_a_rejected_lump_sum_costs_nothing(office: Office) -> None:
    anja = add_volunteer(office)
    key = submit(office, anja, what=Spent.LUMP, amount=8000, allowance="ehrenamtspauschale")
    office.act(reject_expense, key, 1, "Not agreed")
    year = office.ask(year_of, anja, 2026)

    assert year is not None
    assert not year.sums.lumps


def test_the_form_tells_beforehand_what_a_way_brings(office: Office) -> None:
    details = way_of(add_volunteer(office))

    assert office.ask(preview_amount, details) == 300
    assert office.ask(preview_amount, replace(details, kilometres=None)) is None
