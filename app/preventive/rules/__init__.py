"""What the words of preventive visits mean, and what is allowed."""

from app.preventive.rules.answers import Answer, check_answer
from app.preventive.rules.coming import Coming, PersonFacts, coming, is_at_risk
from app.preventive.rules.periods import Period, PeriodKind, check_period, period_of
from app.preventive.rules.reckoning import Slice, birthday_in, due_day, next_due, slices
from app.preventive.rules.rule import (
    ANY_RISK,
    OwnRule,
    PreventiveDays,
    PreventiveRule,
    check_own_rule,
    read_days,
    read_rules,
)
from app.preventive.rules.spans import SpanDetails, check_span_details
from app.preventive.rules.words import (
    DECLINED_LABELS,
    EXEMPTION_LABELS,
    OPEN_STATES,
    REPEATS_LABELS,
    RISK_LABELS,
    STATE_LABELS,
    WAY_LABELS,
    Declined,
    Exemption,
    OfferState,
    Repeats,
    Risk,
    Way,
)

__all__ = [
    "ANY_RISK",
    "DECLINED_LABELS",
    "EXEMPTION_LABELS",
    "OPEN_STATES",
    "REPEATS_LABELS",
    "RISK_LABELS",
    "STATE_LABELS",
    "WAY_LABELS",
    "Answer",
    "Coming",
    "Declined",
    "Exemption",
    "OfferState",
    "OwnRule",
    "Period",
    "PeriodKind",
    "PersonFacts",
    "PreventiveDays",
    "PreventiveRule",
    "Repeats",
    "Risk",
    "Slice",
    "SpanDetails",
    "Way",
    "birthday_in",
    "check_answer",
    "check_own_rule",
    "check_period",
    "check_span_details",
    "coming",
    "due_day",
    "is_at_risk",
    "next_due",
    "period_of",
    "read_days",
    "read_rules",
    "slices",
]
