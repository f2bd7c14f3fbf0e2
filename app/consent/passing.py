"""Passing data on: consent is looked up, the sheet is made and the disclosure kept in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.actions import need_right
from app.access.rules import Right
from app.consent.actions import check_institution_is_known, known_person
from app.consent.queries import standing_with
from app.consent.rules import check_answer, check_passing
from app.consent.sheets import data_sheet
from app.drafts.actions import discard_draft
from app.errors import Refused
from db.consent import Disclosure

if TYPE_CHECKING:
    from uuid import UUID

    from app.consent.queries import Asking
    from app.consent.rules import PassingOn
    from app.office import Act

PASSING_FORM = "passing_on"
"""The form in drafts; the subject is the person's id."""
CONSENT, OVERRIDE = "consent", "override"
"""What a disclosure stands on."""


def pass_on(act: Act, disclosure_id: UUID, person_id: UUID, form: PassingOn) -> bytes:
    """Answer the sheet as PDF and keep to whom, why and on what basis the data went.

    Raises `Refused` with one sentence naming what is missing when no consent holds. Whoever
    has the right may override that with a reason, which is kept with the disclosure.
    """
    known_person(act, person_id)
    problems = (
        *check_passing(form, act.local_now.date()),
        *check_institution_is_known(act, form.institution_id),
    )
    if problems:
        raise Refused(*problems)
    asking = _standing(act, person_id, form)
    is_override = form.is_override and not asking.answer.holds
    pdf = data_sheet(act.session.connection(), person_id, form, act.local_now.date(), who=act.who)
    if act.session.get(Disclosure, disclosure_id) is None:
        row = Disclosure(
            id=disclosure_id,
            person_id=person_id,
            at=act.now,
            who=act.who,
            institution_id=form.institution_id,
            recipient=form.recipient.strip(),
            purpose=form.purpose.strip(),
            what=",".join(form.kinds),
            basis=OVERRIDE if is_override else CONSENT,
            consent_id=None if is_override else asking.answer.consent_id,
            override_reason=form.override_reason.strip() if is_override else "",
        )
        act.session.add(row)
        discard_draft(act, PASSING_FORM, str(person_id))
        act.touch("consent", row.consent_id or disclosure_id)
    return pdf


def _standing(act: Act, person_id: UUID, form: PassingOn) -> Asking:
    """Answer what holds, or refuse when nothing does and nobody may override it."""
    asking = standing_with(
        act.session.connection(),
        person_id,
        form.institution_id,
        form.recipient,
        act.local_now.date(),
    )
    problems = check_answer(asking.answer, asking.name, asking.recipient, "institution_id")
    if problems and not form.is_override:
        raise Refused(*problems)
    if problems:
        need_right(act, Right.OVERRIDE_CONSENT, "is_override")
    return asking
