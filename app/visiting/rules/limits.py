"""The limits within which a visit can be planned and recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class VisitLimits:
    """How long, how far away and how wordy a visit may be."""

    usual: timedelta = timedelta(minutes=60)
    """Length that the form proposes; services agree on one to two hours."""
    longest: timedelta = timedelta(hours=12)
    into_past: timedelta = timedelta(days=366)
    """How long ago a visit may be entered afterwards."""
    into_future: timedelta = timedelta(days=731)
    rounding: timedelta = timedelta(minutes=15)
    """How far ahead of the clock a recorded end may be, as people round times."""
    note: int = 2_000
    """Longest note on a visit, in characters: it states facts, it is not a journal."""
    next_note: int = 300
    """Longest note for the next time, in characters: one line to think of."""
    kilometres: int = 9_999
    """Furthest way of one visit there and back, in tenths of a kilometre."""


LIMITS = VisitLimits()
