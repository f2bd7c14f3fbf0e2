"""What can be done about rules, risks and exemptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.clients.queries import home_country
from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.preventive.queries.rule_book import rule_named
from app.preventive.rules import (
    Exemption,
    OwnRule,
    Repeats,
    Risk,
    check_own_rule,
    check_span_details,
)
from db.preventive import PreventiveExemption, PreventiveRule
from db.preventive import Risk as RiskRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from app.office import Act
    from app.preventive.rules import SpanDetails

RULE_FORM = "preventive_rule"
"""The form of an own rule in drafts; the subject is its code, "" of a new one."""
RISK_FORM = "preventive_risk"
"""The form of a risk in drafts; the subject is the person."""
EXEMPTION_FORM = "preventive_exemption"
"""The form of an exemption in drafts; the subject is the person."""
OFFER_TEMPLATE = "preventive_visit_offer"

RULE_IS_GONE = N_("This rule is no longer in the office.")
SPAN_IS_GONE = N_("This entry is no longer in the office.")


def save_preventive_rule(act: Act, code: str, version: int, rule: OwnRule, draft: str = "") -> str:
    """Keep an own rule (`version` 0 for a new one, under a code made before); answer its code."""
    if problems := check_own_rule(rule):
        raise Refused(*problems)
    row = act.session.scalar(select(PreventiveRule).where(PreventiveRule.code == code))
    if (row.version if row else 0) != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if row is None:
        country = home_country(act.session.connection())
        row = PreventiveRule(code=code, country=country, template=OFFER_TEMPLATE, is_own=True)
    elif not row.is_own:
        raise Refused(Problem(RULE_IS_GONE))
    row.title, row.law, row.source = rule.title.strip(), rule.law.strip(), rule.source.strip()
    row.repeats, row.least_age = rule.repeats, rule.least_age
    row.most_age = rule.least_age if rule.repeats == Repeats.ONCE else rule.most_age
    row.lives_alone = rule.lives_alone and rule.repeats != Repeats.NEED
    row.risk_code = rule.risk_code if rule.repeats == Repeats.NEED else ""
    row.after_days = rule.after_days or 0
    row.valid_from, row.valid_until = rule.valid_from or act.local_now.date(), rule.valid_until
    act.session.add(row)
    discard_draft(act, RULE_FORM, draft)
    act.touch("preventive")
    return code


def switch_preventive_rule(act: Act, code: str, *, is_on: bool) -> str:
    """Let the office use a rule, delivered or own, or not; answer its code."""
    rule = rule_named(act.session.connection(), code)
    if rule is None:
        raise Refused(Problem(RULE_IS_GONE))
    row = act.session.scalar(select(PreventiveRule).where(PreventiveRule.code == code))
    if row is None:
        row = PreventiveRule(
            code=code,
            title=rule.title,
            country=rule.country,
            law=rule.law,
            source=rule.source,
            repeats=rule.repeats.value,
            valid_from=rule.valid_from,
            valid_until=rule.valid_until,
            least_age=rule.least_age,
            most_age=rule.most_age,
            lives_alone=rule.lives_alone,
            after_days=rule.after_days,
            template=rule.template,
            is_own=False,
        )
        act.session.add(row)
    row.is_on = is_on
    act.touch("preventive")
    return code


def save_risk(act: Act, risk_id: UUID, version: int, person_id: UUID, span: SpanDetails) -> UUID:
    """Keep why a visit is needed, under an id made before; answer the person."""
    row = act.session.get(RiskRow, risk_id) or RiskRow(id=risk_id, person_id=person_id)
    _save_span(act, row, version, span, frozenset(Risk))
    discard_draft(act, RISK_FORM, str(row.person_id))
    return row.person_id


def remove_risk(act: Act, risk_id: UUID) -> UUID:
    """Remove a risk that was entered by mistake; answer the person."""
    return _remove(act, act.session.get(RiskRow, risk_id))


def save_exemption(
    act: Act, exemption_id: UUID, version: int, person_id: UUID, span: SpanDetails
) -> UUID:
    """Keep why somebody is offered no visit, under an id made before; answer the person."""
    row = act.session.get(PreventiveExemption, exemption_id)
    row = row or PreventiveExemption(id=exemption_id, person_id=person_id)
    _save_span(act, row, version, span, frozenset(Exemption))
    discard_draft(act, EXEMPTION_FORM, str(row.person_id))
    return row.person_id


def remove_exemption(act: Act, exemption_id: UUID) -> UUID:
    """Remove an exemption that was entered by mistake; answer the person."""
    return _remove(act, act.session.get(PreventiveExemption, exemption_id))


def _save_span(
    act: Act,
    row: RiskRow | PreventiveExemption,
    version: int,
    span: SpanDetails,
    codes: Collection[str],
) -> None:
    known_person(act, row.person_id)
    if problems := check_span_details(span, codes):
        raise Refused(*problems)
    if (row.version or 0) != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    row.code, row.note = str(span.code), span.note.strip()
    row.since, row.until = span.since or act.local_now.date(), span.until
    act.session.add(row)
    act.touch("preventive", row.person_id)


def _remove(act: Act, row: RiskRow | PreventiveExemption | None) -> UUID:
    if row is None:
        raise Refused(Problem(SPAN_IS_GONE))
    known_person(act, row.person_id)
    act.session.delete(row)
    act.touch("preventive", row.person_id)
    return row.person_id
