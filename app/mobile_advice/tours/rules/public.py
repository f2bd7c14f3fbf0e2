"""What the public is told of tours, in which form and in which languages; what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

NO_DAYS = N_("Please enter the first and the last day, for example 1.12.2026 and 31.12.2026.")
ENDS_BEFORE = N_("The last day is before the first.")
TOO_LONG = N_("At most {most} days fit on one timetable. Please choose fewer.")
NO_LANGUAGE = N_("Please choose at least one language.")
MOST_DAYS = 370


class PublicForm(StrEnum):
    """How the timetable leaves the office."""

    POSTER = "poster"
    POSTER_A3 = "poster_a3"
    FLYER = "flyer"
    CALENDAR = "calendar"
    WEB_PAGE = "web_page"

    @property
    def is_paper(self) -> bool:
        """Whether it has pages that can be printed."""
        return self in {PublicForm.POSTER, PublicForm.POSTER_A3, PublicForm.FLYER}

    @property
    def ending(self) -> str:
        """The ending of its file."""
        others = {PublicForm.CALENDAR: ".ics", PublicForm.WEB_PAGE: ".html"}
        return others.get(self, ".pdf")


PUBLIC_LABELS: Mapping[str, str] = MappingProxyType(
    {
        PublicForm.POSTER: N_("Poster, A4"),
        PublicForm.POSTER_A3: N_("Poster, A3"),
        PublicForm.FLYER: N_("Flyer, each language in full"),
        PublicForm.CALENDAR: N_("Calendar file (iCalendar)"),
        PublicForm.WEB_PAGE: N_("Web page (HTML)"),
    }
)


@dataclass(frozen=True, slots=True)
class PublicWish:
    """Which days of which tour, in which languages; the first one is said in full."""

    form: PublicForm
    first: date | None
    last: date | None
    languages: tuple[str, ...]
    tour_id: UUID | None = None


def check_public(wish: PublicWish) -> tuple[Problem, ...]:
    """Answer what is wrong with a wish."""
    problems = []
    if wish.first is None or wish.last is None:
        problems.append(Problem(NO_DAYS, "first"))
    elif wish.last < wish.first:
        problems.append(Problem(ENDS_BEFORE, "last"))
    elif (wish.last - wish.first).days > MOST_DAYS:
        problems.append(Problem(TOO_LONG, "last", {"most": MOST_DAYS}))
    if not wish.languages:
        problems.append(Problem(NO_LANGUAGE, "languages"))
    return tuple(problems)
