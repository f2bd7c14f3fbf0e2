"""A rule of preventive visits: for whom, how often, by which law, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem
from app.preventive.rules.words import Repeats, Risk
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

ANY_RISK = "any"
"""Stands in an own rule for every risk."""
NO_AGE = N_("Please enter the age from which the rule holds.")
NOT_AN_AGE = N_("Please enter an age from {least} to {most}.")
AGES_CROSSED = N_("The last age is lower than the first.")
ONE_AGE = N_("A visit that is offered once needs one age: leave the last age empty.")
NO_RISK = N_("Please choose for which risk the rule holds.")
NO_START = N_("Please enter from which day the rule holds.")
ENDS_FIRST = N_("The last day lies before the first.")
NOT_DAYS = N_("Please enter a number of days from 0 to {most}.")
NO_REPEATS = N_("Please choose one of the entries offered.")
AGES = (50, 120)
"""Ages that a rule can name."""
MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class PreventiveRule:
    """One rule as it holds from a day on."""

    code: str
    title: str
    """English of a delivered rule, translated where it is shown; as typed of an own one."""
    country: str
    repeats: Repeats
    law: str
    source: str
    valid_from: date
    valid_until: date | None = None
    least_age: int | None = None
    most_age: int | None = None
    lives_alone: bool = False
    risks: tuple[Risk, ...] = ()
    """Of a rule by need: any of them."""
    after_days: int = 0
    """How long after the birthday or the beginning of the risk the visit is due."""
    template: str = ""
    is_own: bool = False
    is_on: bool = True
    version: int = 0
    """Of the office's row; 0 where it has none."""

    def holds_on(self, day: date) -> bool:
        """Answer whether it holds on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class PreventiveDays:
    """How many days people have to answer, as it holds from a day on."""

    valid_from: date
    remind_after: int
    """Days after the offer on which somebody who did not answer is reminded."""
    answer_within: int
    """Days that the letter gives for the answer."""
    source: str


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule as the office types it."""

    title: str
    repeats: str = Repeats.ONCE
    least_age: int | None = None
    most_age: int | None = None
    lives_alone: bool = False
    risk_code: str = ""
    after_days: int | None = 0
    law: str = ""
    source: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


def read_rules(tables: Mapping[str, Any]) -> tuple[PreventiveRule, ...]:
    """Answer the rules of a file: `country` and a list `rule`."""
    return tuple(
        PreventiveRule(
            **{
                **entry,
                "repeats": Repeats(entry["repeats"]),
                "risks": tuple(Risk(code) for code in entry.get("risks", ())),
                "country": tables["country"],
            }
        )
        for entry in tables["rule"]
    )


def read_days(tables: Mapping[str, Any]) -> PreventiveDays:
    """Answer the days of a file."""
    return PreventiveDays(**tables["days"])


def check_own_rule(rule: OwnRule) -> tuple[Problem, ...]:
    """Answer what is wrong with an own rule, naming fields of `OwnRule`."""
    problems = [*check_text(rule.title, "title", longest=NAME_LENGTH, required=True)]
    if rule.repeats not in set(Repeats):
        return (*problems, Problem(NO_REPEATS, "repeats"))
    problems += _check_ages(rule)
    if rule.repeats == Repeats.NEED and rule.risk_code not in {ANY_RISK, *Risk}:
        problems.append(Problem(NO_RISK, "risk_code"))
    if rule.after_days is None or not 0 <= rule.after_days <= MOST_DAYS:
        problems.append(Problem(NOT_DAYS, "after_days", {"most": MOST_DAYS}))
    problems += check_text(rule.law, "law", longest=NAME_LENGTH)
    problems += check_text(rule.source, "source", longest=NAME_LENGTH)
    if rule.valid_from is None:
        problems.append(Problem(NO_START, "valid_from"))
    elif rule.valid_until is not None and rule.valid_until < rule.valid_from:
        problems.append(Problem(ENDS_FIRST, "valid_until"))
    return tuple(problems)


def _check_ages(rule: OwnRule) -> list[Problem]:
    least, most = rule.least_age, rule.most_age
    problems = [
        Problem(NOT_AN_AGE, name, {"least": AGES[0], "most": AGES[1]})
        for name, age in (("least_age", least), ("most_age", most))
        if age is not None and not AGES[0] <= age <= AGES[1]
    ]
    if least is None and rule.repeats != Repeats.NEED:
        problems.append(Problem(NO_AGE, "least_age"))
    if least is not None and most is not None and not problems:
        if most < least:
            problems.append(Problem(AGES_CROSSED, "most_age"))
        elif rule.repeats == Repeats.ONCE and most != least:
            problems.append(Problem(ONE_AGE, "most_age"))
    return problems
