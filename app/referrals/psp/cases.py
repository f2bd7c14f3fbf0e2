"""What can be done with cases: bring a person up, tell facts, go on, close, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import func, literal, select

from app.errors import N_, Problem, Refused
from app.referrals.psp.entering import (
    IS_GONE,
    case_to_write,
    look,
    need_lead,
    need_open,
    need_version,
    tell,
)
from app.referrals.psp.law import grounds_of, law_of
from app.referrals.psp.rules import (
    OVER_STATES,
    CaseState,
    Looked,
    check_case,
    check_fact,
    check_following,
)
from db.access import cards_of, is_known_to_me
from db.people import Person
from db.psp import PspAgenda, PspCase, PspCriterion, PspFact, PspFactRecipient, PspGroup, PspTask
from db.psp_counts import expired_facts

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.office import Act
    from app.referrals.psp.rules import CaseDetails, FactDetails, Following

UNKNOWN_PERSON = N_("Please choose a person of this office whom you may know of.")
ALREADY = N_("The group works on this person already: case {number}.")
NOT_OVER = N_("Only closed or declined cases are deleted.")
NO_EXPIRED = N_("No fact has passed its last day.")

_Row: TypeAlias = "PspFact | PspFactRecipient | PspCriterion | PspAgenda | PspTask | PspCase"


def raise_case(act: Act, group_id: UUID, case_id: UUID, details: CaseDetails) -> UUID:
    """Bring a person up in an open group; the same id a second time changes nothing.

    Raises `Refused` with a problem for each wrong field, naming the rule behind it.
    """
    group = need_open(act, group_id)
    today = act.local_now.date()
    law = law_of(act.session.connection(), today)
    if problems := check_case(details, group.kind, law):
        raise Refused(*problems)
    if act.session.get(PspCase, case_id) is not None:
        return case_id
    _need_person(act, group_id, details)
    case = PspCase(
        id=case_id,
        group_id=group_id,
        number=_next_number(act, group_id, today),
        raised_on=today,
        raised_by=act.who,
        state=CaseState.NEW,
    )
    _write(case, details)
    act.session.add(case)
    act.session.flush()
    look(act, group_id, Looked.WORK, case_id)
    act.session.add_all(PspCriterion(case_id=case_id, code=code) for code in _codes(details))
    tell(act)
    return case_id


def change_case(act: Act, case_id: UUID, version: int, details: CaseDetails) -> UUID:
    """Correct why a person was brought up; whom it is about does not change."""
    case = case_to_write(act, case_id, version)
    group = act.session.get_one(PspGroup, case.group_id)
    law = law_of(act.session.connection(), act.local_now.date())
    if problems := check_case(details, group.kind, law):
        raise Refused(*problems)
    if details.person_id != case.person_id:
        raise Refused(Problem(UNKNOWN_PERSON, "person_id"))
    _write(case, details)
    wanted = set(_codes(details))
    rows = act.session.scalars(select(PspCriterion).where(PspCriterion.case_id == case_id)).all()
    for row in rows:
        if row.code not in wanted:
            act.session.delete(row)
    known = {row.code for row in rows}
    act.session.add_all(
        PspCriterion(case_id=case_id, code=code) for code in _codes(details) if code not in known
    )
    tell(act)
    return case_id


def follow_case(act: Act, case_id: UUID, version: int, following: Following) -> UUID:
    """Say who leads, when the group looks again, or how the case ended."""
    case = case_to_write(act, case_id, version)
    if problems := check_following(following, act.local_now.date()):
        raise Refused(*problems)
    over = following.state in OVER_STATES
    case.state, case.lead_agency = following.state, following.lead_agency
    case.next_review = None if over else following.next_review
    case.closing_reason = following.closing_reason.strip() if over else ""
    case.closed_on = act.local_now.date() if over else None
    tell(act)
    return case_id


def add_fact(act: Act, case_id: UUID, fact_id: UUID, details: FactDetails) -> UUID:
    """Keep a fact with its ground; refused without basis, last day or confirmation.

    Raises `Refused` with a problem for each wrong field, naming rule and source.
    """
    case = case_to_write(act, case_id)
    _check_fact(act, case, details)
    if act.session.get(PspFact, fact_id) is None:
        fact = PspFact(id=fact_id, case_id=case_id, noted_by=act.who, noted_at=act.now)
        _write_fact(fact, details)
        act.session.add(fact)
        act.session.flush()
        act.session.add_all(
            PspFactRecipient(fact_id=fact_id, agency=agency)
            for agency in dict.fromkeys(details.recipients)
        )
        tell(act)
    return fact_id


def change_fact(act: Act, fact_id: UUID, version: int, details: FactDetails) -> UUID:
    """Change a fact; it is assessed as if it were new."""
    fact, case = _fact(act, fact_id)
    need_version(fact, version)
    _check_fact(act, case, details)
    _write_fact(fact, details)
    rows = _recipients(act, fact_id)
    for row in rows:
        if row.agency not in details.recipients:
            act.session.delete(row)
    known = {row.agency for row in rows}
    act.session.add_all(
        PspFactRecipient(fact_id=fact_id, agency=agency)
        for agency in dict.fromkeys(details.recipients)
        if agency not in known
    )
    tell(act)
    return fact_id


def remove_fact(act: Act, fact_id: UUID) -> UUID:
    """Delete a fact for good, with whom it was ticked for; answer its case."""
    fact, case = _fact(act, fact_id)
    _delete_facts(act, [fact])
    tell(act)
    return case.id


def remove_expired(act: Act, group_id: UUID) -> int:
    """Delete all facts of a group whose last day has passed; answer how many."""
    need_open(act, group_id)
    rows = expired_facts(act.session.connection(), group_id, act.local_now.date())
    if not rows:
        raise Refused(Problem(NO_EXPIRED))
    for case_id in dict.fromkeys(row.case_id for row in rows):
        look(act, group_id, Looked.WORK, case_id)
    ids = [row.id for row in rows]
    facts = act.session.scalars(select(PspFact).where(PspFact.id.in_(ids))).all()
    _delete_facts(act, list(facts))
    tell(act)
    return len(facts)


def delete_case(act: Act, case_id: UUID, version: int) -> UUID:
    """Delete a case that is over with everything in it, for good; for the lead."""
    case = case_to_write(act, case_id, version)
    need_lead(act, case.group_id)
    if case.state not in OVER_STATES:
        raise Refused(Problem(NOT_OVER))
    facts = act.session.scalars(select(PspFact).where(PspFact.case_id == case_id)).all()
    _delete_facts(act, list(facts))
    items = act.session.scalars(select(PspAgenda).where(PspAgenda.case_id == case_id)).all()
    for item in items:
        _delete(act, *act.session.scalars(select(PspTask).where(PspTask.agenda_id == item.id)))
    _delete(act, *items)
    _delete(act, *act.session.scalars(select(PspCriterion).where(PspCriterion.case_id == case_id)))
    _delete(act, case)
    tell(act)
    return case_id


def _fact(act: Act, fact_id: UUID) -> tuple[PspFact, PspCase]:
    fact = act.session.get(PspFact, fact_id)
    if fact is None:
        raise Refused(Problem(IS_GONE))
    return fact, case_to_write(act, fact.case_id)


def _check_fact(act: Act, case: PspCase, details: FactDetails) -> None:
    group = act.session.get_one(PspGroup, case.group_id)
    today = act.local_now.date()
    grounds = grounds_of(act.session.connection(), group.kind, case.consent_sought, today)
    if problems := check_fact(details, grounds, today):
        raise Refused(*problems)


def _recipients(act: Act, fact_id: UUID) -> list[PspFactRecipient]:
    return list(
        act.session.scalars(select(PspFactRecipient).where(PspFactRecipient.fact_id == fact_id))
    )


def _delete_facts(act: Act, facts: list[PspFact]) -> None:
    for fact in facts:
        _delete(act, *_recipients(act, fact.id))
    _delete(act, *facts)


def _delete(act: Act, *rows: _Row) -> None:
    for row in rows:
        act.session.delete(row)
    act.session.flush()


def _need_person(act: Act, group_id: UUID, details: CaseDetails) -> None:
    person_id = details.person_id
    known = act.session.scalar(
        select(Person.id).where(Person.id == person_id, is_known_to_me(Person.id))
    )
    if known is None or person_id is None:
        raise Refused(Problem(UNKNOWN_PERSON, "person_id"))
    number = act.session.scalar(
        select(PspCase.number).where(
            PspCase.group_id == group_id,
            PspCase.person_id.in_(cards_of(literal(known))),
            PspCase.state.not_in(OVER_STATES),
        )
    )
    if number is not None:
        raise Refused(Problem(ALREADY, "person_id", {"number": number}))


def _next_number(act: Act, group_id: UUID, today: date) -> str:
    """Answer the next reference of a year; numbers of deleted cases are not given again."""
    found = act.session.scalar(
        select(func.max(PspCase.number)).where(
            PspCase.group_id == group_id, PspCase.number.startswith(f"{today.year}-")
        )
    )
    last = int(found.partition("-")[2]) if found else 0
    return f"{today.year}-{last + 1:03d}"


def _codes(details: CaseDetails) -> tuple[str, ...]:
    return tuple(dict.fromkeys(details.criteria))


def _write(case: PspCase, details: CaseDetails) -> None:
    if details.person_id is not None:
        case.person_id = details.person_id
    case.raised_agency = details.raised_agency
    case.own_means_insufficient = details.own_means_insufficient.strip()
    case.tried = details.tried.strip()
    case.informed = details.informed
    case.informed_reason = details.informed_reason.strip()
    case.consent_sought = details.consent_sought
    case.consent_reason = details.consent_reason.strip()


def _write_fact(fact: PspFact, details: FactDetails) -> None:
    fact.text, fact.category = details.text.strip(), details.category
    fact.from_agency, fact.necessity = details.from_agency, details.necessity.strip()
    fact.basis, fact.not_for_investigation = details.basis, details.not_for_investigation
    if details.expires_on is not None:
        fact.expires_on = details.expires_on
