"""The parts of the page of mobile advice, wired by hand: a word, a title, how each is made.

The words are places: `ui.pages.BELOW_PAGES` knows them, and a new part adds a line there, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from ui.views.part import Part

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.widgets.page import Page


def make_timetable(desk: Desk) -> Page:
    """Make the month of tours."""
    from ui.mobile_advice.tours.timetable_page import (  # noqa: PLC0415 - when it is looked at
        TimetablePage,
    )

    return TimetablePage(desk)


def make_tours(desk: Desk) -> Page:
    """Make the list of tours."""
    from ui.mobile_advice.tours.tours_page import ToursPage  # noqa: PLC0415 - when looked at

    return ToursPage(desk)


def make_stops(desk: Desk) -> Page:
    """Make the list of stops and sites."""
    from ui.mobile_advice.tours.stops_page import StopsPage  # noqa: PLC0415 - when looked at

    return StopsPage(desk)


PARTS: tuple[Part, ...] = (
    Part("timetable", N_("Timetable"), make_timetable),
    Part("tours", N_("Tours"), make_tours),
    Part("stops", N_("Stops"), make_stops),
)
"""The tabs from left to right."""
