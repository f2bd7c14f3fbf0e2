"""How preventive visits are said: states, rules, days, periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.preventive.rules import (
    DECLINED_LABELS,
    REPEATS_LABELS,
    RISK_LABELS,
    STATE_LABELS,
    WAY_LABELS,
    Declined,
    OfferState,
    PeriodKind,
    Way,
)
from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from datetime import date

    from app.preventive.queries import OfferRow
    from app.preventive.rules import PreventiveRule

_TONES = {
    OfferState.DUE: "attention",
    OfferState.OFFERED: "primary",
    OfferState.ACCEPTED: "primary",
    OfferState.VISITED: "done",
}


def state_words(state: OfferState) -> str:
    """Answer a state."""
    return _(STATE_LABELS[state])


def state_tone(state: OfferState) -> str:
    """Answer the tone of a state."""
    return _TONES.get(state, "plain")


def rule_title(rule: PreventiveRule | None, code: str = "") -> str:
    """Answer what a rule is called; an own one as the office typed it."""
    if rule is None:
        return code
    return rule.title if rule.is_own else _(rule.title)


def law_words(rule: PreventiveRule) -> str:
    """Answer by which law a rule holds."""
    return rule.law if rule.is_own or not rule.law else _(rule.law)


def valid_words(rule: PreventiveRule) -> str:
    """Answer since when and until when a rule holds."""
    first = formats.show_day(rule.valid_from)
    if rule.valid_until is None:
        return _("valid since {first}").format(first=first)
    last = formats.show_day(rule.valid_until)
    return _("valid from {first} to {last}").format(first=first, last=last)


def whom_words(rule: PreventiveRule) -> str:
    """Answer for whom a rule is: ages, alone, risks, and how often."""
    ages = ""
    if rule.least_age is not None and rule.least_age == rule.most_age:
        ages = _("aged {age}").format(age=rule.least_age)
    elif rule.least_age is not None and rule.most_age is not None:
        ages = _("aged {least}–{most}").format(least=rule.least_age, most=rule.most_age)
    elif rule.least_age is not None:
        ages = _("aged {age} and older").format(age=rule.least_age)
    alone = _("living alone") if rule.lives_alone else ""
    risks = ", ".join(_(RISK_LABELS[risk]) for risk in rule.risks)
    after = ""
    if rule.after_days:
        after = _("due after {count} days").format(count=rule.after_days)
    parts = (ages, alone, risks, _(REPEATS_LABELS[rule.repeats]), after)
    return " · ".join(filter(None, parts))


def due_words(due_on: date, today: date) -> str:
    """Answer when something is due."""
    day = formats.show_day(due_on)
    return (_("due since {day}") if due_on < today else _("due on {day}")).format(day=day)


def offer_words(offer: OfferRow) -> str:
    """Answer what happened to an offer, day by day."""
    days = (
        (_("Offered on {day}"), offer.offered_on),
        (_("Reminded on {day}"), offer.reminded_on),
        (_("Answered on {day}"), offer.answered_on if not offer.visited_on else None),
        (_("Visited on {day}"), offer.visited_on),
    )
    told = [words.format(day=formats.show_day(day)) for words, day in days if day is not None]
    if offer.state is OfferState.DECLINED and offer.reason:
        told.append(_(DECLINED_LABELS[Declined(offer.reason)]))
    if offer.state is OfferState.VISITED and offer.way:
        told.append(_(WAY_LABELS[Way(offer.way)]))
    if offer.next_due is not None:
        told.append(_("Next on {day}").format(day=formats.show_day(offer.next_due)))
    return " · ".join(filter(None, (*told, offer.note)))


def period_names() -> list[tuple[PeriodKind, str]]:
    """Answer the periods that can be chosen, with their names."""
    return [
        (PeriodKind.MONTH, _("This month")),
        (PeriodKind.NEXT_MONTH, _("Next month")),
        (PeriodKind.QUARTER, _("This quarter")),
        (PeriodKind.NEXT_QUARTER, _("Next quarter")),
        (PeriodKind.YEAR, _("This year")),
        (PeriodKind.NEXT_YEAR, _("Next year")),
        (PeriodKind.LAST_YEAR, _("Last year")),
        (PeriodKind.ANY, _("From day to day")),
    ]
