"""Periods of keeping: read from the dated configuration, and what an office set instead."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST = 1200
"""Months that an office can set: a hundred years."""

NOT_A_PERIOD = N_("Give a number of months between 1 and {longest}.")
NO_SUCH_PERIOD = N_("There is no such period.")

DECLINED = "declined"
"""Stands for people whose requests were all declined, among the roles."""


class Way(StrEnum):
    """What happens at the end of a period."""

    DELETE = "delete"
    ANONYMISE = "anonymise"


WAY_LABELS: Mapping[Way, str] = MappingProxyType(
    {Way.DELETE: N_("Delete"), Way.ANONYMISE: N_("Make anonymous")}
)

PERIOD_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "client_file": N_("Files of clients whose role has ended"),
        "volunteer_file": N_("Files of volunteers who have stopped"),
        "contact_file": N_("Contacts who are none any more"),
        "reporter_file": N_("People who reported something"),
        "staff_file": N_("Colleagues who have left"),
        "declined_request": N_("People whose request was declined"),
        "look_log": N_("Who looked at whom"),
        "old_draft": N_("Drafts that nobody finished"),
        "closed_enquiry": N_("Closed enquiries about nobody with a card"),
        "closed_housing_case": N_("Closed housing cases about nobody with a card"),
        "decided_import": N_("Held lines of an import, once decided"),
    }
)


@dataclass(frozen=True, slots=True)
class Period:
    """For how long something is kept, by which rule, from which day on."""

    code: str
    months: int
    way: Way
    valid_from: date
    valid_to: date | None
    source: str
    role: str = ""
    """The role at whose end the period begins, or `DECLINED`; "" for rows of a table."""
    table: str = ""
    column: str = ""
    """The instant in a row at which its period begins."""
    is_own: bool = False
    """Whether the office set it for itself."""


@dataclass(frozen=True, slots=True)
class Override:
    """A number of months that an office set for itself, from a day on."""

    code: str
    months: int
    valid_from: date
    source: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """All periods of one country, and what is asked for before something goes."""

    jurisdiction: str
    periods: tuple[Period, ...]
    archive_first: bool
    """Whether a file must be written to an archive before it is deleted."""
    archive_source: str
    cleared: Mapping[str, tuple[str, ...]]
    """By table the columns that are emptied when somebody is made anonymous."""

    def on(self, day: date, overrides: Iterable[Override] = ()) -> Keeping:
        """Answer the periods that hold on a day, each with what the office set instead."""
        held = [period for period in self.periods if _holds(period, day)]
        own = {rule.code: rule for rule in sorted(overrides, key=_begin) if rule.valid_from <= day}
        return replace(self, periods=tuple(_with(period, own.get(period.code)) for period in held))

    def of(self, code: str) -> Period | None:
        """Answer the period of a code."""
        return next((period for period in self.periods if period.code == code), None)


def read_keeping(text: str) -> Keeping:
    """Read the configuration of one country."""
    table = tomllib.loads(text)
    return Keeping(
        table["jurisdiction"],
        tuple(map(_read, table["period"])),
        table["archive_first"],
        table["archive_source"],
        {name: tuple(columns) for name, columns in table["anonymise"].items()},
    )


def add_months(day: date, months: int) -> date:
    """Answer the same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def check_override(override: Override, codes: Iterable[str]) -> tuple[Problem, ...]:
    """Answer what is wrong with a period that an office wants to set for itself."""
    if override.code not in set(codes):
        return (Problem(NO_SUCH_PERIOD),)
    problems = list(check_text(override.source, "source", longest=NAME_LENGTH, required=True))
    if not 1 <= override.months <= LONGEST:
        problems.append(Problem(NOT_A_PERIOD, "months", {"longest": LONGEST}))
    return tuple(problems)


def _read(entry: dict[str, Any]) -> Period:
    return Period(
        entry["code"],
        entry["months"],
        Way(entry["way"]),
        entry["valid_from"],
        entry["valid_to"] or None,
        entry["source"],
        entry.get("role", ""),
        entry.get("table", ""),
        entry.get("column", ""),
    )


def _holds(period: Period, day: date) -> bool:
    return period.valid_from <= day and (period.valid_to is None or day <= period.valid_to)


def _begin(override: Override) -> date:
    return override.valid_from


def _with(period: Period, own: Override | None) -> Period:
    if own is None:
        return period
    return replace(period, months=own.months, source=own.source, is_own=True)
