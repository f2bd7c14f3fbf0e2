"""The rules of preventive visits in a configuration file: own ones, and which delivered are used.

An own rule names no country: it holds in the office that made it or took it over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import false, select, true

from app.configuration.rules import broken, day_said
from app.preventive.rule_sets import COUNTRIES, delivered_rules
from app.preventive.rules import OwnRule
from app.preventive.settling import save_preventive_rule, switch_preventive_rule
from db.preventive import PreventiveRule

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.configuration.rules import Difference, Entries
    from app.office import Act

_PLAIN = (
    "title", "law", "source", "repeats", "risk_code", "least_age", "most_age", "lives_alone",
    "after_days",
)  # fmt: skip
_RULE = PreventiveRule.__table__.c
_OWN = select(
    _RULE.code, _RULE.valid_from, _RULE.valid_until, _RULE.is_on, *(_RULE[one] for one in _PLAIN)
).where(_RULE.is_own == true())
_DELIVERED = select(_RULE.code, _RULE.is_on).where(_RULE.is_own == false())
_CODE = re.compile(r"[a-z0-9_-]{1,60}")


def own_rule_entries(connection: Connection) -> Entries:
    """Answer the rules of the office's own."""
    return {
        row.code: {
            **{name: getattr(row, name) for name in _PLAIN},
            "valid_from": row.valid_from.isoformat(),
            "valid_until": row.valid_until and row.valid_until.isoformat(),
            "offered": row.is_on,
        }
        for row in connection.execute(_OWN)
    }


def delivered_entries(connection: Connection) -> Entries:
    """Answer of which delivered rules the office said whether it uses them."""
    return {row.code: {"offered": row.is_on} for row in connection.execute(_DELIVERED)}


def delivered_beside(country: str, there: Entries) -> Entries:
    """Answer how an office uses what is delivered and a file speaks of: all, until it says."""
    known = {rule.code: {"offered": True} for rule in delivered_rules(country)}
    return {code: said for code, said in known.items() if code in there}


def take_own_rule(act: Act, one: Difference) -> None:
    """Keep a rule of a file as one of the office's own."""
    delivered = {rule.code for country in COUNTRIES for rule in delivered_rules(country)}
    if not _CODE.fullmatch(one.key) or one.key in delivered:
        raise broken(one)
    rule = OwnRule(
        **{name: one.there[name] for name in _PLAIN},
        valid_from=day_said(one, "valid_from"),
        valid_until=day_said(one, "valid_until"),
    )
    named = select(PreventiveRule).where(PreventiveRule.code == one.key)
    known = act.session.scalar(named)
    save_preventive_rule(act, one.key, known.version if known else 0, rule, draft=one.key)
    act.session.flush()
    if act.session.scalars(named).one().is_on != one.there["offered"]:
        switch_preventive_rule(act, one.key, is_on=one.there["offered"])


def take_delivered_rule(act: Act, one: Difference) -> None:
    """Use a delivered rule as the file does, or not."""
    switch_preventive_rule(act, one.key, is_on=one.there["offered"])
