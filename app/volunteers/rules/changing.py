"""A requirement as its form has it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text
from app.volunteers.rules.requirements import BEFORE_STAGES, RequirementKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.volunteers.rules.requirements import Requirement

MOST_MONTHS = 600
MOST_DAYS = 3650

NO_DAY = N_("Please say from which day on.")
NOT_OFFERED = N_("This is not offered any more. Please choose again.")
OUT_OF_RANGE = N_("Please enter a number from {least} to {most}.")
NOT_LATER = N_("It holds as it is since {day}. Please say a later day, so that the past stays.")
KEEPS_KIND = N_("What is asked stays as it is. End this requirement and add another one.")
ENDS_BEFORE = N_("It holds only from {day} on.")


@dataclass(frozen=True, slots=True)
class RequirementDetails:
    """A requirement as the form has it; months and days of 0 set no limit."""

    title: str = ""
    kind: str = RequirementKind.OTHER
    before_stage: str = BEFORE_STAGES[-1]
    valid_from: date | None = None
    valid_months: int | None = 0
    warn_days: int | None = 0
    grace_days: int | None = 0
    most_age_months: int | None = 0
    delete_months: int | None = 0
    source: str = ""


def check_requirement(
    details: RequirementDetails, before: Requirement | None = None
) -> tuple[Problem, ...]:
    """Answer what is wrong; `before` is what holds until the day from which this one does."""
    return (
        *check_text(details.title, "title", longest=NAME_LENGTH, required=True),
        *check_text(details.source, "source", longest=NAME_LENGTH),
        *_codes(details, before),
        *_numbers(details),
        *_day(details, before),
    )


def check_end(last_day: date | None, requirement: Requirement) -> tuple[Problem, ...]:
    """Answer what is wrong with the last day of a requirement."""
    if last_day is None:
        return (Problem(NO_DAY, "valid_until"),)
    if last_day < requirement.valid_from:
        return (Problem(ENDS_BEFORE, "valid_until", {"day": requirement.valid_from}),)
    return ()


def _codes(details: RequirementDetails, before: Requirement | None) -> Iterator[Problem]:
    if details.kind not in set(RequirementKind):
        yield Problem(NOT_OFFERED, "kind")
    elif before is not None and details.kind != before.kind:
        yield Problem(KEEPS_KIND, "kind")
    if details.before_stage not in BEFORE_STAGES:
        yield Problem(NOT_OFFERED, "before_stage")


def _numbers(details: RequirementDetails) -> Iterator[Problem]:
    for field, most in (
        ("valid_months", MOST_MONTHS),
        ("warn_days", MOST_DAYS),
        ("grace_days", MOST_DAYS),
        ("most_age_months", MOST_MONTHS),
        ("delete_months", MOST_MONTHS),
    ):
        value: int | None = getattr(details, field)
        if value is None or not 0 <= value <= most:
            yield Problem(OUT_OF_RANGE, field, {"least": 0, "most": most})


def _day(details: RequirementDetails, before: Requirement | None) -> Iterator[Problem]:
    if details.valid_from is None:
        yield Problem(NO_DAY, "valid_from")
    elif before is not None and details.valid_from <= before.valid_from:
        yield Problem(NOT_LATER, "valid_from", {"day": before.valid_from})
