"""The parts of the page of mobile advice, wired by hand: a word, a title, how each is made.

The words are places: `ui.pages.BELOW_PAGES` knows them, and a new part adds a line there, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from ui.views.part import Part

if TYPE_CHECKING:
    from ui.desk import Desk, Pending
    from ui.widgets.page import Page


def make_timetable(desk: Desk) -> Page:
    """Make the month of tours."""
    from ui.mobile_advice.tours.timetable_page import TimetablePage  # noqa: PLC0415 - when wanted

    return TimetablePage(desk)


def make_tours(desk: Desk) -> Page:
    """Make the list of tours."""
    from ui.mobile_advice.tours.tours_page import ToursPage  # noqa: PLC0415 - when looked at

    return ToursPage(desk)


def make_stops(desk: Desk) -> Page:
    """Make the list of stops and sites."""
    from ui.mobile_advice.tours.stops_page import StopsPage  # noqa: PLC0415 - when looked at

    return StopsPage(desk)


def make_suitcase(desk: Desk) -> Page:
    """Make the list of suitcases."""
    from ui.mobile_advice.suitcase.suitcase_page import SuitcasePage  # noqa: PLC0415 - when wanted

    return SuitcasePage(desk)


def may_pack(desk: Desk) -> Pending[bool]:
    """Ask whether this is an office: a suitcase packs no other one."""
    from app.mobile_advice.suitcase.queries import is_at_home  # noqa: PLC0415 - when looked at

    return desk.ask(is_at_home)


def make_planning(desk: Desk) -> Page:
    """Make the page that puts a tour in order."""
    from ui.mobile_advice.planning.planning_page import PlanningPage  # noqa: PLC0415 - when wanted

    return PlanningPage(desk)


def make_appointments(desk: Desk) -> Page:
    """Make the days of stops with their appointments."""
    from ui.mobile_advice.booking import appointments_page  # noqa: PLC0415 - when wanted

    return appointments_page.AppointmentsPage(desk)


def make_advice(desk: Desk) -> Page:
    """Make the records, the tally and the phone line."""
    from ui.mobile_advice.advice.advice_page import AdvicePage  # noqa: PLC0415 - when looked at

    return AdvicePage(desk)


def make_mediators(desk: Desk) -> Page:
    """Make the list of requests for mediators."""
    from ui.mobile_advice.mediators import mediators_page  # noqa: PLC0415 - when wanted

    return mediators_page.MediatorsPage(desk)


def make_statistics(desk: Desk) -> Page:
    """Make the statistics and the cost sheet."""
    from ui.mobile_advice.figures_page import FiguresPage  # noqa: PLC0415 - when wanted

    return FiguresPage(desk)


PARTS: tuple[Part, ...] = (
    Part("timetable", N_("Timetable"), make_timetable),
    Part("appointments", N_("Appointments"), make_appointments),
    Part("mediators", N_("Mediators"), make_mediators),
    Part("tours", N_("Tours"), make_tours),
    Part("advice", N_("Advice"), make_advice),
    Part("advice_statistics", N_("Statistics and costs"), make_statistics),
    Part("planning", N_("Planning"), make_planning),
    Part("stops", N_("Stops"), make_stops),
    Part("suitcase", N_("Suitcase"), make_suitcase, may_pack),
)
"""The tabs from left to right."""
