"""How a task repeats: from its due day, never from the day on which it happened to be done.

A task that was due on Monday stays a Monday's task even when it is done on Thursday, and what
is due on the last of the month stays there: the 31st, then the 28th of February, then the 31st
again. Days that passed meanwhile are left out, so that nobody comes home to five old ones.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.errors import N_


class Repeat(StrEnum):
    """After how long a task comes again."""

    NEVER = ""
    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _LABELS[self]


_LABELS = {
    Repeat.NEVER: N_("Once"),
    Repeat.DAILY: N_("Every day"),
    Repeat.WEEKLY: N_("Every week"),
    Repeat.FORTNIGHTLY: N_("Every two weeks"),
    Repeat.MONTHLY: N_("Every month"),
    Repeat.QUARTERLY: N_("Every three months"),
    Repeat.YEARLY: N_("Every year"),
}
_DAYS = {Repeat.DAILY: 1, Repeat.WEEKLY: 7, Repeat.FORTNIGHTLY: 14}
_MONTHS = {Repeat.MONTHLY: 1, Repeat.QUARTERLY: 3, Repeat.YEARLY: 12}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A repeat, and the day of the month on which it began (1-31; 0 where none counts)."""

    repeat: Repeat
    day: int = 0

    def written(self) -> str:
        """Answer how a task keeps it, such as "monthly 31"."""
        return f"{self.repeat} {self.day}" if self.day else str(self.repeat)


def rhythm_of(repeat: Repeat, due: date | None) -> Rhythm:
    """Answer the rhythm that begins with a due day."""
    return Rhythm(repeat, due.day if due is not None and repeat in _MONTHS else 0)


def read_rhythm(written: str) -> Rhythm:
    """Answer what `Rhythm.written` wrote."""
    repeat, _space, day = written.partition(" ")
    return Rhythm(Repeat(repeat), int(day) if day else 0)


def next_due(rhythm: Rhythm, due: date, done: date) -> date | None:
    """Answer when a task comes again: the first day of its rhythm after `due` and `done`.

    None for a task that is done once, and where the calendar ends.
    """
    after = max(due, done)
    try:
        if rhythm.repeat in _DAYS:
            step = _DAYS[rhythm.repeat]
            return due + timedelta(days=((after - due).days // step + 1) * step)
        if rhythm.repeat in _MONTHS:
            return _in_months(rhythm, due, after)
    except (OverflowError, ValueError):
        return None
    return None


def _in_months(rhythm: Rhythm, due: date, after: date) -> date:
    step = _MONTHS[rhythm.repeat]
    passed = (after.year - due.year) * 12 + after.month - due.month
    months = max(step, passed // step * step)
    found = _months_later(due, months, rhythm.day)
    return found if found > after else _months_later(due, months + step, rhythm.day)


def _months_later(day: date, months: int, wanted: int) -> date:
    """Answer a later month's day `wanted`, or its last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    last = monthrange(year, month)[1]
    return date(year, month, min(wanted or day.day, last))
