"""The parts of the page of referrals, wired by hand: a word, a title, and how each is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from ui.desk import Desk, Pending
    from ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Part:
    """One tab; `title` is English and translated where it is shown."""

    word: str
    """The word of a `Place` that leads here; `ui.pages.BELOW_PAGES` knows it, too."""
    title: str
    make: Callable[[Desk], Page]
    """Makes the page of the tab when it is first looked at."""
    may_see: Callable[[Desk], Pending[bool]] | None = None
    """Asks whether the tab is there at all; None is for everyone who sees the page."""


def make_enquiries(desk: Desk) -> Page:
    """Make the list of enquiries."""
    from ui.referrals.enquiries.enquiries_page import (  # noqa: PLC0415 - when it is looked at
        EnquiriesPage,
    )

    return EnquiriesPage(desk)


def make_housing_cases(desk: Desk) -> Page:
    """Make the list of housing cases."""
    from ui.referrals.housing_cases.cases_page import (  # noqa: PLC0415 - when it is looked at
        HousingCasesPage,
    )

    return HousingCasesPage(desk)


PARTS: tuple[Part, ...] = (
    Part("enquiries", N_("Enquiries"), make_enquiries),
    Part("housing_cases", N_("Housing cases"), make_housing_cases),
)
"""The tabs from left to right."""
