"""What a visitor may say was done and noticed on a visit, and by when it is followed up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Severity(StrEnum):
    """How serious an observation is; the mildest first."""

    WATCH = "watch"
    SOON = "soon"
    URGENT = "urgent"
    DANGER = "danger"


_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a dated list; `title` is English, translated where it is shown."""

    code: str
    title: str
    valid_from: date
    source: str
    severity: Severity = Severity.WATCH
    due_days: int = 0
    """For a severity: days until it has been followed up."""


@dataclass(frozen=True, slots=True)
class Observations:
    """What can be noticed, how serious each is, and by when each is followed up."""

    severities: tuple[Entry, ...]
    flags: tuple[Entry, ...]
    own_severity: Severity
    """Of an observation that the office added itself."""

    def severity_of(self, code: str, day: date) -> Severity:
        """Answer how serious an observation is on a day."""
        known = held_on(self.flags, day).get(code)
        return known.severity if known else self.own_severity

    def due_on(self, severity: Severity, day: date) -> date:
        """Answer the day by which an observation of a day has to be followed up."""
        return day + timedelta(days=held_on(self.severities, day)[severity].due_days)

    def label(self, severity: Severity, day: date) -> str:
        """Answer the English words for a severity, translated where they are shown."""
        return held_on(self.severities, day)[severity].title


def severest(severities: Iterable[Severity]) -> Severity | None:
    """Answer the most serious of some; None of none."""
    return max(severities, key=_ORDER.index, default=None)


def held_on(entries: Iterable[Entry], day: date) -> dict[str, Entry]:
    """Answer the newest version of each entry that has begun on a day, in their order."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.get(entry.code)
        if entry.valid_from <= day and (known is None or known.valid_from <= entry.valid_from):
            found[entry.code] = entry
    return found


def read_entries(tables: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Answer the entries of a list in a file; raises `ValueError` for an unknown severity."""
    return tuple(
        Entry(**{**table, "severity": Severity(table.get("severity", Severity.WATCH))})
        for table in tables
    )


def read_observations(file: Mapping[str, Any]) -> Observations:
    """Answer the observations of a file: `severity`, `flag` and `own_severity`."""
    return Observations(
        severities=read_entries(file["severity"]),
        flags=read_entries(file["flag"]),
        own_severity=Severity(file["own_severity"]),
    )
