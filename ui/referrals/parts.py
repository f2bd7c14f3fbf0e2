"""The parts of the page of referrals, wired by hand: a word, a title, and how each is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from ui.views.part import Part

if TYPE_CHECKING:
    from ui.desk import Desk, Pending
    from ui.widgets.page import Page


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


def make_handing_over(desk: Desk) -> Page:
    """Make the list of matters that were handed over."""
    from ui.referrals.handing_over.handing_page import (  # noqa: PLC0415 - when it is looked at
        HandingPage,
    )

    return HandingPage(desk)


def make_register(desk: Desk) -> Page:
    """Make the register of what left the office."""
    from ui.referrals.disclosures.register_page import (  # noqa: PLC0415 - when it is looked at
        RegisterPage,
    )

    return RegisterPage(desk)


def make_psp(desk: Desk) -> Page:
    """Make the part of PSP groups."""
    from ui.referrals.psp.psp_page import PspPage  # noqa: PLC0415 - when it is looked at

    return PspPage(desk)


def may_see_psp(desk: Desk) -> Pending[bool]:
    """Ask whether there is a part of PSP groups for the person at work."""
    from app.referrals.psp.queries import may_see  # noqa: PLC0415 - when the page is looked at

    return desk.ask(may_see)


PARTS: tuple[Part, ...] = (
    Part("enquiries", N_("Enquiries"), make_enquiries),
    Part("housing_cases", N_("Housing cases"), make_housing_cases),
    Part("handing_over", N_("Handing over"), make_handing_over),
    Part("disclosures", N_("Register"), make_register),
    Part("psp", N_("PSP"), make_psp, may_see_psp),
)
"""The tabs from left to right."""
