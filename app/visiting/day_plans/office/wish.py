"""What somebody wants planned: a day, who goes, and what may change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem

if TYPE_CHECKING:
    from datetime import date

NO_DAY = N_("Please say which day shall be planned.")
IS_PAST = N_("This day is over. Please choose today or a later one.")
NO_GOERS = N_("Please choose who can visit on this day.")
NO_CALLS = N_("On this day nothing is planned for those who are chosen, and nobody is away.")
TOO_MANY = N_("There are {count} visits, and at most {most} can be planned together.")


@dataclass(frozen=True, slots=True)
class DayWish:
    """A wish as the screen has it."""

    day: date | None = None
    goers: tuple[str, ...] = ()
    """Names of those who can visit."""
    may_swap: bool = False
    """Whether visits may go to another one of them; those of somebody away always do."""
    may_move: bool = True
    """Whether visits may move within the times that the visited wish."""


@dataclass(frozen=True, slots=True)
class Travel:
    """How ways are counted, from a day on; kilometres are tenths, times minutes after midnight."""

    valid_from: date
    speed: int
    """Kilometres an hour."""
    detour: float
    """How much longer a way is than the straight line."""
    same_area: int
    same_district: int
    elsewhere: int
    unknown: int
    """Where somebody's district is not known."""
    day_begins: int
    day_ends: int
    """When those visit who did not say when they have time."""
    seconds: float
    most_visits: int
    source: str

    def minutes(self, tenths: int) -> int:
        """Answer how long a way of so many tenths of a kilometre takes, rounded up."""
        return -(-tenths * 6 // self.speed)


def read_travel(tables: dict[str, Any]) -> tuple[Travel, ...]:
    """Answer the versions of a file with a list `travel`."""
    return tuple(Travel(**entry) for entry in tables["travel"])


def check_wish(wish: DayWish, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a wish, field by field."""
    found = []
    if wish.day is None:
        found.append(Problem(NO_DAY, "day"))
    elif wish.day < today:
        found.append(Problem(IS_PAST, "day"))
    if not wish.goers:
        found.append(Problem(NO_GOERS, "goers"))
    return tuple(found)
