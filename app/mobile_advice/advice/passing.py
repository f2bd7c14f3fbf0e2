"""Sending somebody on with their data: only on consent, or on a basis that is kept with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from app.access.actions import need_right
from app.access.rules import Right
from app.consent.passing import CONSENT, OVERRIDE
from app.consent.queries import standing_with
from app.consent.rules import DataKind, PassingOn, check_answer, check_passing
from app.errors import N_, Refused
from app.text_rules import is_blank
from db.consent import Disclosure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.errors import Problem
    from app.mobile_advice.advice.rules import ContactDetails
    from app.office import Act

PURPOSE = N_("Sent on from advice")
"""Kept in English with the disclosure, and translated where it is shown."""
_FIELDS = {"recipient": "target", "is_override": "override_reason"}


def passed_on(act: Act, details: ContactDetails) -> Disclosure:
    """Keep that contact data of a named person went to whom somebody was sent on to.

    Raises `Refused` beside the field with the reason where no consent holds and no basis is
    named; a basis without consent needs the right to override.
    """
    assert details.person_id is not None  # noqa: S101 - checked before
    today = act.local_now.date()
    form = PassingOn(
        details.institution_id,
        details.target,
        PURPOSE,
        is_override=not is_blank(details.override_reason),
        override_reason=details.override_reason,
    )
    if problems := check_passing(form, today):
        raise Refused(*_named(problems))
    asking = standing_with(
        act.session.connection(), details.person_id, form.institution_id, form.recipient, today
    )
    problems = check_answer(asking.answer, asking.name, asking.recipient, "with_data")
    if problems and not form.is_override:
        raise Refused(*problems)
    if problems:
        need_right(act, Right.OVERRIDE_CONSENT, "override_reason")
    row = Disclosure(
        id=uuid4(),
        person_id=details.person_id,
        at=act.now,
        who=act.who,
        institution_id=form.institution_id,
        recipient=form.recipient.strip(),
        purpose=PURPOSE,
        what=DataKind.CONTACT.value,
        basis=OVERRIDE if problems else CONSENT,
        consent_id=None if problems else asking.answer.consent_id,
        override_reason=form.override_reason.strip() if problems else "",
    )
    act.session.add(row)
    act.touch("consent", row.id)
    return row


def _named(problems: Iterable[Problem]) -> list[Problem]:
    return [replace(one, field=_FIELDS.get(one.field, one.field)) for one in problems]
