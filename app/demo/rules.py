"""How large a demo office is, in which country it stands and on which day it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from datetime import date

MOST_CLIENTS = 1_000_000
"""As many people as live in a large city; more is a slip of the pen."""
MOST_PER_CLIENT = 50
"""Visits and notes on average; a weekly visit gives 52 a year."""
MOST_NOTES = 10_000
"""Notes of the first client."""

CLIENTS_OUT_OF_RANGE = N_("A demo office holds {least} to {most} clients.")
VISITS_OUT_OF_RANGE = N_("A demo office holds {least} to {most} visits per client.")
NOTES_OUT_OF_RANGE = N_("A demo office holds {least} to {most} notes per client.")


class Country(StrEnum):
    """Where the demo office stands: Düsseldorf or Ballerup."""

    GERMANY = "DE"
    DENMARK = "DK"

    @property
    def language(self) -> str:
        """The language that is written there (ISO 639-1)."""
        return "de" if self is Country.GERMANY else "da"


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """What decides every row of a demo office; the same plan gives the same rows."""

    today: date
    """The day around which visits are laid: a year before it, two weeks after it."""
    clients: int = 200
    seed: int = 1
    country: Country = Country.GERMANY
    visits_per_client: int | None = None
    """On average; None for what such an office usually has."""
    notes_per_client: int | None = None
    notes_of_first: int = 0
    """Notes of the very first client, when that one shall have especially many."""

    @property
    def visits(self) -> int:
        """Visits per client on average: a small office shows a fuller year."""
        return _usual(self.visits_per_client, self.clients, small=30, large=10)

    @property
    def notes(self) -> int:
        """Notes per client on average."""
        return _usual(self.notes_per_client, self.clients, small=5, large=3)


def _usual(wanted: int | None, clients: int, *, small: int, large: int) -> int:
    if wanted is not None:
        return wanted
    return small if clients <= SMALL_OFFICE else large


SMALL_OFFICE = 2_000
"""Clients up to which an office is filled densely."""


def check_demo(plan: DemoPlan) -> tuple[Problem, ...]:
    """Answer which number of a plan is out of its range."""
    checked = (
        ("clients", plan.clients, 1, MOST_CLIENTS, CLIENTS_OUT_OF_RANGE),
        ("visits_per_client", plan.visits, 0, MOST_PER_CLIENT, VISITS_OUT_OF_RANGE),
        ("notes_per_client", plan.notes, 0, MOST_PER_CLIENT, NOTES_OUT_OF_RANGE),
        ("notes_of_first", plan.notes_of_first, 0, MOST_NOTES, NOTES_OUT_OF_RANGE),
    )
    return tuple(
        Problem(message, field, {"least": least, "most": most})
        for field, value, least, most, message in checked
        if not least <= value <= most
    )


@dataclass(frozen=True, slots=True)
class DemoCounts:
    """How many rows were written."""

    clients: int = 0
    visits: int = 0
    notes: int = 0
    letters: int = 0

    def __add__(self, other: DemoCounts) -> DemoCounts:
        """Answer both together."""
        return DemoCounts(
            self.clients + other.clients,
            self.visits + other.visits,
            self.notes + other.notes,
            self.letters + other.letters,
        )
