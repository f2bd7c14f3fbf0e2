"""Preventive visits of the demo office: offered, answered and held through the year."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.demo.chance import Chance
from app.preventive.actions import record_answer
from app.preventive.offers import occasion_of
from app.preventive.queries import cohort
from app.preventive.rules import (
    Answer,
    Declined,
    Exemption,
    OfferState,
    OwnRule,
    PeriodKind,
    Risk,
    SpanDetails,
    Way,
    period_of,
)
from app.preventive.settling import save_exemption, save_preventive_rule, save_risk
from resources import read_text

if TYPE_CHECKING:
    from app.demo.rules import DemoPlan
    from app.office import Act
    from app.preventive.queries import DueRow

MOST = 150
"""People of the demo office whose visits of this year are settled or under way."""
_OWN_AGE = 90
_EXEMPT = 2
"""The place of the exempt one among so many; small demos have few people."""
_EACH = 14
"""Of so many people one is at risk, and another one exempt."""
_LATELY = timedelta(days=45)
"""Whoever was due later than that before today has perhaps not answered yet."""
_LETTERS = timedelta(days=24)
"""Letters went out so long before the day due."""


def add_demo_preventive(act: Act, plan: DemoPlan) -> int:
    """Record what became of this year's visits; answer of how many."""
    own = tomllib.loads(read_text("demo", "preventive.toml"))[plan.country.value]
    rule = OwnRule(own["title"], least_age=_OWN_AGE, law=own["law"], valid_from=date(2020, 1, 1))
    save_preventive_rule(act, str(Chance(plan.seed, "own rule").key(0)), 0, rule)
    act.session.flush()
    period = period_of(PeriodKind.YEAR, plan.today)
    rows = cohort(act.session.connection(), period, plan.today, state=OfferState.DUE)
    due = [row for row in rows if row.due_on <= plan.today]
    rows = tuple(due[:: 1 + len(due) // MOST])
    for number, row in enumerate(rows):
        chance = Chance(plan.seed, plan.country, "preventive", number)
        _settle(act, plan, chance, row, number)
    return len(rows)


def _settle(act: Act, plan: DemoPlan, chance: Chance, row: DueRow, number: int) -> None:
    if number % _EACH == 1:
        span = SpanDetails(chance.pick(tuple(Risk)), plan.today - timedelta(days=number))
        save_risk(act, chance.key(number / MOST), 0, row.person_id, span)
    elif number % _EACH == _EXEMPT:
        span = SpanDetails(Exemption.CARE_AND_HELP, row.due_on)
        save_exemption(act, chance.key(number / MOST), 0, row.person_id, span)
        return
    for answer in _answers(plan.today, chance, row.due_on):
        act.session.flush()
        # Each answer is recorded on what the one before left.
        known = occasion_of(row)
        record_answer(act, known, answer)
        row = row._replace(offer_digits=known.id.hex, version=row.version + 1)
        act.session.flush()


def _answers(today: date, chance: Chance, due_on: date) -> tuple[Answer, ...]:
    offered = Answer(OfferState.OFFERED, due_on - _LETTERS)
    states = (OfferState.VISITED, OfferState.DECLINED, OfferState.MOVED, OfferState.ACCEPTED)
    state = chance.weighted(states, (6, 3, 1, 1))
    if due_on > today - _LATELY:
        return (offered,) if chance.often(0.6) else ()
    day = min(due_on + timedelta(days=chance.pick((3, 9, 16))), today)
    way = chance.weighted((Way.HOME, Way.PHONE, Way.GROUP), (8, 1, 1))
    reasons = (Declined.WELL, Declined.HAS_HELP, Declined.UNSAID, Declined.NO_TRUST)
    again = today + timedelta(days=chance.pick((10, 20, 30)))
    return offered, Answer(
        state,
        day,
        reason=chance.weighted(reasons, (5, 3, 2, 1)),
        again_on=again if state is OfferState.MOVED else None,
        way=way,
    )
