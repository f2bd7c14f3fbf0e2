"""The deadlines of housing cases, and when a tenants' board takes a case at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem
from app.referrals.housing_cases.rules.words import CaseKind, Stage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

NOT_WARNED = N_(
    "The board takes a case only after a warning; no warning is noted here. It needs none where "
    "there are threats, violence or danger ({law}; {source})."
)


@dataclass(frozen=True, slots=True)
class StageRule:
    """What a stage means in a country from a day on; words are English."""

    stage: Stage
    valid_from: date
    advice: str
    """What can be done now so that the home is kept."""
    law: str
    source: str
    days: int | None = None
    """Calendar days until the next deadline; before the day of the stage where negative."""
    kinds: frozenset[CaseKind] = frozenset()
    """The cases for which the days count; none is all."""
    needs_warning: bool = False
    """Whether there must have been a warning before."""
    valid_until: date | None = None

    def due_after(self, day: date, kind: CaseKind) -> date | None:
        """Answer the deadline that follows from reaching the stage on a day."""
        if self.days is None or (self.kinds and kind not in self.kinds):
            return None
        return day + timedelta(days=self.days)


def read_stages(tables: Iterable[Mapping[str, Any]]) -> tuple[StageRule, ...]:
    """Answer the rules of a file."""
    return tuple(_read(table) for table in tables)


def _read(table: Mapping[str, Any]) -> StageRule:
    kinds = frozenset(CaseKind(kind) for kind in table.get("kinds", ()))
    return StageRule(**{**table, "stage": Stage(table["stage"]), "kinds": kinds})


def stage_rule(rules: Iterable[StageRule], stage: Stage, day: date) -> StageRule | None:
    """Answer the rule of a stage that holds on a day."""
    found = [
        rule
        for rule in rules
        if rule.stage is stage
        and rule.valid_from <= day
        and (rule.valid_until is None or day <= rule.valid_until)
    ]
    return max(found, key=_began) if found else None


def _began(rule: StageRule) -> date:
    return rule.valid_from


def check_stage(
    rule: StageRule | None, reached: Collection[str], *, has_threats: bool
) -> tuple[Problem, ...]:
    """Answer why a case cannot come to a stage; `reached` are the stages it had before."""
    if rule is None or not rule.needs_warning or has_threats or Stage.WARNING in reached:
        return ()
    return (Problem(NOT_WARNED, "stage", {"law": rule.law, "source": rule.source}),)
