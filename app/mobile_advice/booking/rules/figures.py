"""The dated figures of booking: how far ahead is looked, when people are reminded, what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class BookingFigures:
    """What holds from a day on."""

    valid_from: date
    look_ahead_days: int
    """How far ahead free times are looked for."""
    remind_days: int
    """Who has an appointment within so many days is to be reminded."""
    letter_days: int
    """Days that a letter takes: who comes sooner is rung."""
    home_visit_minutes: int
    """How long a visit at home is unless somebody says otherwise."""
    forget_names_days: int
    """Names and numbers without a card are forgotten so many days after the appointment."""
    source: str


def read_figures(rows: Iterable[Mapping[str, Any]]) -> tuple[BookingFigures, ...]:
    """Answer the figures of a file, the newest first."""
    found = (BookingFigures(**row) for row in rows)
    return tuple(sorted(found, key=lambda one: one.valid_from, reverse=True))


def figures_of(versions: Iterable[BookingFigures], day: date) -> BookingFigures:
    """Answer the figures that hold on a day; the oldest also hold before they were known."""
    known = tuple(versions)
    return next((one for one in known if one.valid_from <= day), known[-1])
