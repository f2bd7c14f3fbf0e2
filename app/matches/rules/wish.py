"""What somebody wishes of visits, as the form has it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.matches.rules.words import GENDER_WISH_LABELS, LEVEL_LABELS
from app.text_rules import NOTE_LENGTH, check_text
from app.visiting.series.rules.words import Frequency

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WANTED = 3
LEAST_MINUTES, MOST_MINUTES = 10, 480
YOUNGEST, OLDEST = 14, 110

OUT_OF_RANGE = N_("Please enter a number from {least} to {most}.")
NOT_OFFERED = N_("This is not offered any more. Please choose again.")
AGES_CROSS = N_("The oldest age is below the youngest.")
NO_STRETCH = N_("This time is no part of a day.")
_DAY = 1440


@dataclass(frozen=True, slots=True)
class WishDetails:
    """The wishes; languages and address stand on the person's card."""

    service_kind: str = "home"
    frequency: str = Frequency.WEEKLY
    minutes: int | None = 60
    wanted: int | None = 1
    gender_wish: str = ""
    youngest: int | None = None
    oldest: int | None = None
    smoking_home: bool = False
    no_smoker: bool = False
    stairs: bool = False
    dementia: bool = False
    least_level: str = "good"
    about: str = ""
    no_goes: str = ""
    traits: frozenset[tuple[str, str]] = frozenset()
    """Pairs of a `TraitKind` (interest, pet, allergy) and a code of it."""
    hours: tuple[tuple[int, int, int], ...] = ()
    """Weekday (1 is Monday), first minute, last minute."""


def check_wish(details: WishDetails, kinds: frozenset[str]) -> tuple[Problem, ...]:
    """Answer what is wrong; `kinds` are the kinds of visits that are offered."""
    return (
        *_numbers(details),
        *_codes(details, kinds),
        *_hours(details),
        *check_text(details.about, "about", longest=NOTE_LENGTH, lines=True),
        *check_text(details.no_goes, "no_goes", longest=NOTE_LENGTH, lines=True),
    )


def _numbers(details: WishDetails) -> Iterator[Problem]:
    for field, value, least, most in (
        ("minutes", details.minutes, LEAST_MINUTES, MOST_MINUTES),
        ("wanted", details.wanted, 1, MOST_WANTED),
    ):
        if value is None or not least <= value <= most:
            yield Problem(OUT_OF_RANGE, field, {"least": least, "most": most})
    for field in ("youngest", "oldest"):
        age: int | None = getattr(details, field)
        if age is not None and not YOUNGEST <= age <= OLDEST:
            yield Problem(OUT_OF_RANGE, field, {"least": YOUNGEST, "most": OLDEST})
    youngest, oldest = details.youngest, details.oldest
    if youngest is not None and oldest is not None and oldest < youngest:
        yield Problem(AGES_CROSS, "oldest")


def _codes(details: WishDetails, kinds: frozenset[str]) -> Iterator[Problem]:
    for field, offered in (
        ("service_kind", kinds),
        ("frequency", set(Frequency)),
        ("gender_wish", GENDER_WISH_LABELS),
        ("least_level", LEVEL_LABELS),
    ):
        if getattr(details, field) not in offered:
            yield Problem(NOT_OFFERED, field)


def _hours(details: WishDetails) -> Iterator[Problem]:
    for weekday, first, last in details.hours:
        if not (1 <= weekday <= 7 and 0 <= first < last <= _DAY):  # noqa: PLR2004 - days of a week
            yield Problem(NO_STRETCH, "hours")
