"""A pool of mediators as its form has it, and what is paid for a talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem
from app.text_rules import MISSING, NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

RULE_LENGTH = 2_000
MOST_LEAD_DAYS = 60
MOST_TENTHS = 100_000
MOST_CENTS = 10_000_000
NO_LEAD = N_("Please enter how many working days the pool needs, from 0 to {most}.")
TOO_MUCH = N_("Please enter a number from 0 to {most}.")


@dataclass(frozen=True, slots=True)
class PoolDetails:
    """Everything that the form of a pool asks."""

    name: str = ""
    institution_id: UUID | None = None
    languages: tuple[str, ...] = ()
    """Tags; none offers any."""
    lead_days: int | None = None
    sworn: bool = False
    phone: str = ""
    email: str = ""
    funding_rule: str = ""
    valid_from: date | None = None
    source: str = ""
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Settling:
    """What is written down after a talk."""

    kilometres: int | None = None
    """Tenths, there and back."""
    fee: int | None = None
    """Cents."""


@dataclass(frozen=True, slots=True)
class MediatorFigures:
    """What holds from a day on for the office's own mediators."""

    valid_from: date
    own_lead_days: int
    """Working days that they need."""
    warn_days: int
    """So many days before the last day of asking, My day says that nobody answered."""
    usual_minutes: int
    """How long a talk is unless somebody says otherwise."""
    source: str


def read_figures(rows: Iterable[Mapping[str, Any]]) -> tuple[MediatorFigures, ...]:
    """Answer the figures of a file, the newest first."""
    found = (MediatorFigures(**row) for row in rows)
    return tuple(sorted(found, key=lambda one: one.valid_from, reverse=True))


def check_pool(details: PoolDetails) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a pool."""
    problems = [
        *check_text(details.name, "name", longest=NAME_LENGTH, required=True),
        *check_text(details.phone, "phone", longest=NAME_LENGTH),
        *check_text(details.email, "email", longest=NAME_LENGTH),
        *check_text(details.funding_rule, "funding_rule", longest=RULE_LENGTH, lines=True),
        *check_text(details.source, "source", longest=RULE_LENGTH, lines=True),
    ]
    if details.lead_days is None or not 0 <= details.lead_days <= MOST_LEAD_DAYS:
        problems.append(Problem(NO_LEAD, "lead_days", {"most": MOST_LEAD_DAYS}))
    if details.valid_from is None:
        problems.append(Problem(MISSING, "valid_from"))
    return tuple(problems)


def check_settling(settling: Settling) -> tuple[Problem, ...]:
    """Answer what is wrong with kilometres and fee; both may be left open."""
    problems = []
    if settling.kilometres is not None and not 0 <= settling.kilometres <= MOST_TENTHS:
        problems.append(Problem(TOO_MUCH, "kilometres", {"most": MOST_TENTHS // 10}))
    if settling.fee is not None and not 0 <= settling.fee <= MOST_CENTS:
        problems.append(Problem(TOO_MUCH, "fee", {"most": MOST_CENTS // 100}))
    return tuple(problems)
