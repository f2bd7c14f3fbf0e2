"""What can be done about expenses: submit, decide, pay, take back; and hours that are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import literal, select

from app.access.queries import my_role
from app.access.rules import Role
from app.clients.queries import home_country
from app.clients.rules import full_name
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.expenses.queries.mine import MY_PERSON, is_seen
from app.expenses.rates import tariff_of
from app.expenses.reckoning import reckon
from app.expenses.rules import (
    NOT_YOURS,
    OFFICE_DECIDES,
    OWN_CLAIM,
    ExpenseState,
    Spent,
    check_expense,
    check_hours,
    check_step,
    kind_of,
)
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me, same_person
from db.base import Key
from db.expenses import Expense, ServiceHours
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from app.expenses.rules import ExpenseDetails, HoursDetails
    from app.office import Act

EXPENSE_FORM = "expense"
"""The form of a submitted claim in drafts; the subject is the claim's id."""
NEW_EXPENSE_FORM = "expense_new"
"""The form of a new claim; the subject is the person's id, "" where somebody is to be chosen."""
HOURS_FORM = "service_hours"
"""The form of typed hours in drafts; the subject is the person's id."""

GONE = N_("This claim is no longer in the office.")
UNKNOWN_VOLUNTEER = N_("This person is no longer in the office.")
HOURS_GONE = N_("These hours are no longer in the office.")
DECIDED = N_("This claim was decided already. Take the decision back first.")
OWN_OF = N_("{name}: nobody approves their own claim. Please ask a colleague.")


def submit_expense(act: Act, details: ExpenseDetails, expense_id: UUID | None = None) -> UUID:
    """Submit a claim; with an id made before, a second time changes nothing. Answer its id.

    The rate of the claim's own day counts. A colleague who is a volunteer submits the own
    claims only. Raises `Refused` with a problem for each wrong field.
    """
    key = expense_id or uuid4()
    if act.session.get(Expense, key) is not None:
        return key
    _check(act, details)
    row = Expense(
        id=key,
        state=ExpenseState.SUBMITTED.value,
        submitted_by=act.who,
        submitted_at=act.now,
        visit_id=details.visit_id,
    )
    _write(act, row, details)
    act.session.add(row)
    for subject in ("", str(details.visitor_id)):
        discard_draft(act, NEW_EXPENSE_FORM, subject)
    _touch(act, row)
    return key


def change_expense(act: Act, expense_id: UUID, version: int, details: ExpenseDetails) -> UUID:
    """Change a claim that is not decided yet; answer its id."""
    row = _known(act, expense_id, version)
    if row.state != ExpenseState.SUBMITTED:
        raise Refused(Problem(DECIDED))
    _check(act, details)
    _write(act, row, details)
    discard_draft(act, EXPENSE_FORM, str(expense_id))
    _touch(act, row)
    return expense_id


def take_expense_back(act: Act, expense_id: UUID, version: int) -> UUID:
    """Delete a claim that is not decided yet; answer its id."""
    row = _known(act, expense_id, version)
    if row.state != ExpenseState.SUBMITTED:
        raise Refused(Problem(DECIDED))
    act.session.delete(row)
    _touch(act, row)
    return expense_id


def approve_expenses(act: Act, claims: Sequence[tuple[UUID, int]]) -> int:
    """Approve claims, each with the version that was seen; all or none. Answer how many.

    Raises `Refused` for the own claim of the person at work.
    """
    rows = [_known(act, expense_id, version) for expense_id, version in claims]
    for row in rows:
        _refuse_own(act, row)
        _step(act, row, ExpenseState.APPROVED)
    return len(rows)


def reject_expense(act: Act, expense_id: UUID, version: int, reason: str) -> UUID:
    """Reject a claim with a reason; answer its id."""
    row = _known(act, expense_id, version)
    _refuse_own(act, row)
    _step(act, row, ExpenseState.REJECTED, reason)
    row.reason = reason.strip()
    return expense_id


def pay_expenses(act: Act, claims: Sequence[tuple[UUID, int]], on: date) -> int:
    """Say that approved claims were paid on a day; answer how many."""
    rows = [_known(act, expense_id, version) for expense_id, version in claims]
    for row in rows:
        _step(act, row, ExpenseState.PAID)
        row.paid_on = on
    return len(rows)


def reopen_expenses(act: Act, claims: Iterable[UUID]) -> int:
    """Take the last decision on claims back: paid ones are approved again, others submitted."""
    rows = [_known(act, expense_id, None) for expense_id in claims]
    for row in rows:
        is_paid = row.state == ExpenseState.PAID
        _step(act, row, ExpenseState.APPROVED if is_paid else ExpenseState.SUBMITTED)
        row.paid_on = None
        if not is_paid:
            row.decided_by, row.decided_on, row.reason = "", None, ""
    return len(rows)


def note_hours(act: Act, hours_id: UUID, details: HoursDetails) -> UUID:
    """Note hours beside visits under an id made before; a second time changes nothing.

    Answers the person.
    """
    limit = tariff_of(home_country(act.session.connection())).limit_on(act.local_now.date())
    problems = check_hours(details, limit.minutes, act.local_now.date())
    if problems or details.visitor_id is None or details.day is None or details.minutes is None:
        raise Refused(*problems)
    if act.session.get(ServiceHours, hours_id) is None:
        _check_whose(act, details.visitor_id)
        row = ServiceHours(
            id=hours_id,
            visitor_id=details.visitor_id,
            day=details.day,
            minutes=details.minutes,
            activity=details.activity.strip(),
            noted_by=act.who,
        )
        act.session.add(row)
        discard_draft(act, HOURS_FORM, str(details.visitor_id))
        act.touch("expenses", hours_id)
    return details.visitor_id


def remove_hours(act: Act, hours_id: UUID, version: int) -> UUID:
    """Delete typed hours; answer the person."""
    known = select(ServiceHours).where(
        ServiceHours.id == hours_id, is_seen(ServiceHours.visitor_id)
    )
    row = act.session.scalar(known)
    if row is None:
        raise Refused(Problem(HOURS_GONE))
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    act.session.delete(row)
    act.touch("expenses", hours_id)
    return row.visitor_id


def _check(act: Act, details: ExpenseDetails) -> None:
    tariff = tariff_of(home_country(act.session.connection()))
    problems = check_expense(details, tariff, act.local_now.date())
    if problems or details.visitor_id is None:
        raise Refused(*problems)
    _check_whose(act, details.visitor_id)


def _check_whose(act: Act, visitor_id: UUID) -> None:
    """Go on for a known person; a colleague who is a volunteer writes for no one else."""
    is_mine = visitor_id == act.session.scalar(MY_PERSON)
    if is_mine:
        return
    if my_role(act.session.connection()) is Role.VOLUNTEER:
        raise Refused(Problem(NOT_YOURS, "visitor_id"))
    known = select(Person.id).where(Person.id == visitor_id, is_known_to_me(Person.id))
    if act.session.scalar(known) is None:
        raise Refused(Problem(UNKNOWN_VOLUNTEER, "visitor_id"))


def _write(act: Act, row: Expense, details: ExpenseDetails) -> None:
    is_way = details.what == Spent.KILOMETRES
    row.visitor_id, row.day = details.visitor_id, details.day  # type: ignore[assignment] # checked
    row.what, row.kind = details.what, kind_of(details.what).value
    row.allowance = details.allowance if details.what == Spent.LUMP else ""
    row.kilometres = (details.kilometres or 0) if is_way else 0
    reckoned = reckon(act.session.connection(), details, row.id)
    row.amount, row.rate, row.currency = reckoned
    row.purpose = details.purpose.strip()
    row.from_place = details.from_place.strip() if is_way else ""
    row.to_place = details.to_place.strip() if is_way else ""
    row.has_receipt = details.has_receipt


def _known(act: Act, expense_id: UUID, version: int | None) -> Expense:
    known = select(Expense).where(Expense.id == expense_id, is_seen(Expense.visitor_id))
    row = act.session.scalar(known)
    if row is None:
        raise Refused(Problem(GONE))
    if version is not None and row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return row


def _step(act: Act, row: Expense, to: ExpenseState, reason: str = "") -> None:
    if my_role(act.session.connection()) is Role.VOLUNTEER:
        raise Refused(Problem(OFFICE_DECIDES))
    if problems := check_step(ExpenseState(row.state), to, reason):
        raise Refused(*problems)
    row.state = to.value
    if to in {ExpenseState.APPROVED, ExpenseState.REJECTED} and not row.paid_on:
        row.decided_by, row.decided_on = act.who, act.local_now.date()
    _touch(act, row)


def _refuse_own(act: Act, row: Expense) -> None:
    """Refuse the own claim: by the card of the colleague, or where nobody is listed, by name."""
    mine = act.session.scalar(MY_PERSON)
    cards = act.session.execute(
        select(Person.id, Person.given_name, Person.family_name).where(
            same_person(literal(row.visitor_id, Key()))
        )
    ).all()
    names = {full_name(card.given_name, card.family_name) for card in cards}
    if mine in {card.id for card in cards} or mine == row.visitor_id:
        raise Refused(Problem(OWN_CLAIM))
    if mine is None and act.who in names:
        raise Refused(Problem(OWN_OF, values={"name": act.who}))


def _touch(act: Act, row: Expense) -> None:
    act.touch("expenses", row.id)
