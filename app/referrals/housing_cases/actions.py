"""What can be done with housing cases: open, change, note a step, close; nobody loses the home."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from app.clients.rules import Address, full_name
from app.consent.actions import check_institution_is_known, known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.referrals.enquiries.actions import known_enquiry
from app.referrals.enquiries.following import link_step
from app.referrals.enquiries.rules import StepKind, dwelling_key
from app.referrals.housing_cases.config import stage_here
from app.referrals.housing_cases.rules import (
    CaseKind,
    Stage,
    StepDetails,
    check_case,
    check_closing,
    check_stage,
    check_step,
)
from app.referrals.office_only import need_office
from db.enquiry_access import is_visible
from db.referrals import HousingCase, HousingCasePartner, HousingCaseStep

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.office import Act
    from app.referrals.housing_cases.rules import CaseClosing, CaseDetails

CASE_FORM = "housing_case"
"""The form of a case in drafts; the subject is its id, "" for a new one."""
NEW_CASE_FORM = "housing_case_new"
"""The form of a case after an enquiry; the subject is the enquiry's id."""
STEP_FORM = "housing_case_step"
"""The form of a step in drafts; the subject is the case's id."""
CLOSING_FORM = "housing_case_closing"
"""The form that closes a case in drafts; the subject is its id."""

CASE_IS_GONE = N_("This case is no longer in the office.")
IS_CLOSED = N_("This case is closed. Open it again first.")
IS_OPEN = N_("This case is open already.")

_AS_GIVEN = ("institution_id", "kind", "has_threats")
_TEXTS = ("about_name", "goal", "note", "responsible")
_HOME = ("country", "street", "house_number", "floor", "door", "postal_code", "city")


def open_case(act: Act, case_id: UUID, details: CaseDetails) -> UUID:
    """Open a case under an id that the form made; a second time changes nothing.

    One that begins at an enquiry is tied to it and about the same person.
    """
    if act.session.get(HousingCase, case_id) is not None:
        return case_id
    need_office(act)
    _check(act, details)
    row = HousingCase(id=case_id, enquiry_id=details.enquiry_id, stage=details.stage)
    row.opened_on = details.opened_on or act.local_now.date()
    row.kind = details.kind
    row.due_on = _due(act, row, StepDetails(details.stage, row.opened_on))
    _write(act, row, details)
    _add_step(act, row, StepDetails(details.stage, row.opened_on))
    if row.enquiry_id is not None:
        step_id = uuid5(NAMESPACE_OID, f"case {case_id.hex}")
        link_step(act, step_id, row.enquiry_id, StepKind.HOUSING_CASE, "housing_case", case_id)
    discard_draft(act, CASE_FORM, "")
    discard_draft(act, NEW_CASE_FORM, str(details.enquiry_id or ""))
    act.touch("referrals", case_id)
    return case_id


def save_case(act: Act, case_id: UUID, version: int, details: CaseDetails) -> UUID:
    """Change a case as it was read with `version`; its stages are noted as steps."""
    row = _opened(act, case_id, version)
    _check(act, details)
    # Partners stand in rows of their own: whoever changes only those counts a version, too.
    flag_modified(row, "note")
    _write(act, row, details)
    discard_draft(act, CASE_FORM, str(case_id))
    act.touch("referrals", case_id)
    return case_id


def take_case_step(act: Act, step_id: UUID, case_id: UUID, step: StepDetails) -> UUID:
    """Note a stage that a case came to, under an id that the form made; answer the case.

    The deadline follows from dated rules unless the form names one. Raises `Refused` for a
    board without a warning before, unless there are threats or violence.
    """
    row = _known(act, case_id)
    if act.session.get(HousingCaseStep, step_id) is not None:
        return case_id
    _need_open(row)
    reached = set(
        act.session.scalars(
            select(HousingCaseStep.stage).where(HousingCaseStep.housing_case_id == case_id)
        )
    )
    rule = stage_here(act.session.connection(), step.stage, act.local_now.date())
    _refuse(
        *check_stage(rule, reached, has_threats=row.has_threats), *check_step(step, row.opened_on)
    )
    row.stage = step.stage
    _add_step(act, row, step, step_id)
    discard_draft(act, STEP_FORM, str(case_id))
    act.touch("referrals", case_id)
    return case_id


def close_case(act: Act, case_id: UUID, version: int, closing: CaseClosing) -> UUID:
    """Close a case and say whether the home was kept."""
    row = _opened(act, case_id, version)
    _refuse(*check_closing(closing, act.local_now.date()))
    row.prevented, row.closed_on, row.due_on = closing.prevented, closing.closed_on, None
    if closing.note.strip():
        row.note = "\n\n".join(filter(None, (row.note, closing.note.strip())))
    discard_draft(act, CLOSING_FORM, str(case_id))
    act.touch("referrals", case_id)
    return case_id


def reopen_case(act: Act, case_id: UUID) -> UUID:
    """Open a closed case again, with the deadline of its last step."""
    row = _known(act, case_id)
    if row.closed_on is None:
        raise Refused(Problem(IS_OPEN))
    last = (
        select(HousingCaseStep.due_on)
        .where(HousingCaseStep.housing_case_id == case_id)
        .order_by(HousingCaseStep.number.desc())
        .limit(1)
    )
    row.prevented, row.closed_on, row.due_on = None, None, act.session.scalar(last)
    act.touch("referrals", case_id)
    return case_id


def _check(act: Act, details: CaseDetails) -> None:
    problems = list(check_case(details, act.local_now.date()))
    for institution in (details.institution_id, *details.partners):
        problems += check_institution_is_known(act, institution)
    _refuse(*problems)


def _write(act: Act, row: HousingCase, details: CaseDetails) -> None:
    with act.session.no_autoflush:
        _fill(act, row, details)
    act.session.add(row)
    act.session.flush()
    _write_partners(act, row.id, details.partners)


def _fill(act: Act, row: HousingCase, details: CaseDetails) -> None:
    for name in _AS_GIVEN:
        setattr(row, name, getattr(details, name))
    for name in _TEXTS:
        setattr(row, name, getattr(details, name).strip())
    for name in _HOME:
        setattr(row, name, getattr(details.address, name))
    row.dwelling_key = dwelling_key(details.address)
    row.person_id = details.person_id
    if row.enquiry_id is not None:
        # A case goes with the file of whom its enquiry is about.
        enquiry = known_enquiry(act, row.enquiry_id)
        row.person_id = enquiry.person_id or details.person_id
    if row.person_id is not None:
        person = known_person(act, row.person_id, "person_id")
        row.about_name = row.about_name or full_name(person.given_name, person.family_name)
        if not row.street:
            for name in _HOME:
                setattr(row, name, getattr(person, name))
    row.dwelling_key = dwelling_key(Address(**{name: getattr(row, name) for name in _HOME}))
    row.responsible = row.responsible or act.who


def _write_partners(act: Act, case_id: UUID, partners: tuple[UUID, ...]) -> None:
    named = select(HousingCasePartner).where(HousingCasePartner.housing_case_id == case_id)
    known = {row.institution_id: row for row in act.session.scalars(named)}
    for institution in set(partners) - set(known):
        act.session.add(HousingCasePartner(housing_case_id=case_id, institution_id=institution))
    for institution in set(known) - set(partners):
        act.session.delete(known[institution])


def _add_step(act: Act, row: HousingCase, step: StepDetails, step_id: UUID | None = None) -> None:
    row.due_on = _due(act, row, step)
    count = select(func.count()).select_from(HousingCaseStep)
    number = act.session.scalar(count.where(HousingCaseStep.housing_case_id == row.id)) or 0
    act.session.add(
        HousingCaseStep(
            id=step_id or uuid5(NAMESPACE_OID, f"first step {row.id.hex}"),
            housing_case_id=row.id,
            number=number + 1,
            stage=step.stage,
            taken_on=step.taken_on or row.opened_on,
            due_on=row.due_on,
            note=step.note.strip(),
            who=act.who,
        )
    )
    act.session.flush()


def _due(act: Act, row: HousingCase, step: StepDetails) -> date | None:
    """Answer the deadline that the form names, or that follows from dated rules."""
    rule = stage_here(act.session.connection(), Stage(step.stage), act.local_now.date())
    day = step.taken_on or row.opened_on
    return step.due_on or (rule.due_after(day, CaseKind(row.kind)) if rule else None)


def _known(act: Act, case_id: UUID) -> HousingCase:
    known = select(HousingCase).where(HousingCase.id == case_id, is_visible(HousingCase.person_id))
    row = act.session.scalar(known)
    if row is None:
        raise Refused(Problem(CASE_IS_GONE))
    return row


def _opened(act: Act, case_id: UUID, version: int) -> HousingCase:
    row = _known(act, case_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    _need_open(row)
    return row


def _need_open(row: HousingCase) -> None:
    if row.closed_on is not None:
        raise Refused(Problem(IS_CLOSED))


def _refuse(*problems: Problem) -> None:
    if problems:
        raise Refused(*problems)
