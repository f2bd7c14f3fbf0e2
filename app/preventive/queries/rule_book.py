"""The rules of an office: those delivered for its country, switched on or off, and its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.clients.queries import home_country
from app.preventive.rule_sets import delivered_rules
from app.preventive.rules import ANY_RISK, PreventiveRule, Repeats, Risk
from db.preventive import PreventiveRule as RuleTable

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ROWS = select(*RuleTable.__table__.c).order_by(
    RuleTable.valid_from, RuleTable.least_age, RuleTable.code
)


def office_rules(connection: Connection) -> tuple[PreventiveRule, ...]:
    """Answer every rule of the office, those switched off and those of former years, too."""
    country = home_country(connection)
    rows = {row.code: row for row in connection.execute(_ROWS)}
    delivered = tuple(
        replace(rule, is_on=rows[rule.code].is_on, version=rows[rule.code].version)
        if rule.code in rows
        else rule
        for rule in delivered_rules(country)
    )
    return (*delivered, *(_own(row) for row in rows.values() if row.is_own))


def rule_named(connection: Connection, code: str) -> PreventiveRule | None:
    """Answer a rule of the office; None where there is none of this code."""
    return next((rule for rule in office_rules(connection) if rule.code == code), None)


def _own(row: Any) -> PreventiveRule:  # noqa: ANN401 - a row of `_ROWS`
    codes = tuple(Risk) if row.risk_code == ANY_RISK else (row.risk_code,)
    return PreventiveRule(
        code=row.code,
        title=row.title,
        country=row.country,
        repeats=Repeats(row.repeats),
        law=row.law,
        source=row.source,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        least_age=row.least_age,
        most_age=row.most_age,
        lives_alone=row.lives_alone,
        risks=tuple(Risk(code) for code in codes if code),
        after_days=row.after_days,
        template=row.template,
        is_own=True,
        is_on=row.is_on,
        version=row.version,
    )
