"""The places of the window, wired by hand: a word, its icon, and how its page is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from ui.desk import Desk, Pending
    from ui.quick_search import Finding, Source
    from ui.widgets.page import Page

Factory = Callable[["Desk"], "Page"]


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One entry of the left rail; `title` is English and translated where it is shown."""

    word: str
    title: str
    icon: str
    make: Factory


def make_my_day(desk: Desk) -> Page:
    """Make the page that says what is due."""
    from ui.my_day.my_day_page import MyDayPage  # noqa: PLC0415 - after the first paint

    return MyDayPage(desk)


def make_clients(desk: Desk) -> Page:
    """Make the page of all clients."""
    from ui.client_tabs import CLIENT_TABS, OVERVIEW_CARDS  # noqa: PLC0415 - after the first paint
    from ui.clients.clients_page import ClientsPage  # noqa: PLC0415 - after the first paint

    return ClientsPage(desk, CLIENT_TABS, OVERVIEW_CARDS)


def make_visits(desk: Desk) -> Page:
    """Make the page of the week's visits."""
    from ui.visiting.visits_page import VisitsPage  # noqa: PLC0415 - after the first paint

    return VisitsPage(desk)


def make_tasks(desk: Desk) -> Page:
    """Make the page of tasks."""
    from ui.tasks.tasks_page import TasksPage  # noqa: PLC0415 - after the first paint

    return TasksPage(desk)


def make_letters(desk: Desk) -> Page:
    """Make the page of letters."""
    from ui.letters.letters_page import LettersPage  # noqa: PLC0415 - after the first paint

    return LettersPage(desk)


def make_requests(desk: Desk) -> Page:
    """Make the page of requests and of the waiting list."""
    from ui.intake.requests_page import RequestsPage  # noqa: PLC0415 - after the first paint

    return RequestsPage(desk)


def make_institutions(desk: Desk) -> Page:
    """Make the page of institutions."""
    from ui.institutions.institutions_page import InstitutionsPage  # noqa: PLC0415 - after paint

    return InstitutionsPage(desk)


def make_referrals(desk: Desk) -> Page:
    """Make the page of enquiries, housing cases and what is handed over."""
    from ui.referrals.referrals_page import ReferralsPage  # noqa: PLC0415 - after the first paint

    return ReferralsPage(desk)


def make_mobile_advice(desk: Desk) -> Page:
    """Make the page of mobile advice, with a tab for each of its parts."""
    from ui.mobile_advice.mobile_page import MobilePage  # noqa: PLC0415 - after the first paint

    return MobilePage(desk)


def make_more(desk: Desk) -> Page:
    """Make the page of settings, backups, areas and the office itself."""
    from ui.admin.more_page import MorePage  # noqa: PLC0415 - after the first paint

    return MorePage(desk)


RAIL: tuple[RailEntry, ...] = (
    RailEntry("my_day", N_("My day"), "my_day", make_my_day),
    RailEntry("clients", N_("People"), "clients", make_clients),
    RailEntry("visiting", N_("Visits"), "visiting", make_visits),
    RailEntry("mobile_advice", N_("Mobile advice"), "bus", make_mobile_advice),
    RailEntry("referrals", N_("Referrals"), "phone", make_referrals),
    RailEntry("tasks", N_("Tasks"), "task", make_tasks),
    RailEntry("letters", N_("Letters"), "letters", make_letters),
    RailEntry("intake", N_("Requests"), "person_add", make_requests),
    RailEntry("institutions", N_("Institutions"), "office", make_institutions),
    RailEntry("more", N_("More"), "more", make_more),
)
"""The left rail from top to bottom; the first is where the window begins."""

BELOW_MORE = frozenset(
    {
        "find_notes",
        "snippets",
        "volunteers",
        "matches",
        "match_plan",
        "match_funnel",
        "requirements",
        "series",
        "substitutes",
        "concerns",
        "visit_notes",
        "day_plan",
        "expenses",
        "preventive",
        "templates",
        "codes",
        "custom",
        "settings",
        "office",
        "areas",
        "households",
        "import",
        "duplicates",
        "members",
        "sharing",
        "keeping",
        "audit",
        "configuration",
        "backups",
        "security",
        "about",
    }
)
"""Places that the page "more" shows."""

BELOW_PAGES: dict[str, str] = {
    "timetable": "mobile_advice",
    "appointments": "mobile_advice",
    "advice": "mobile_advice",
    "mediators": "mobile_advice",
    "advice_statistics": "mobile_advice",
    "planning": "mobile_advice",
    "stops": "mobile_advice",
    "tours": "mobile_advice",
    "suitcase": "mobile_advice",
    "enquiries": "referrals",
    "housing_cases": "referrals",
    "handing_over": "referrals",
    "disclosures": "referrals",
    "psp": "referrals",
}
"""Tabs of other pages of the rail, and the page that has them."""


def find_people(desk: Desk) -> Source:
    """Answer who finds people and institutions for the search of the top bar."""
    return _LateSources(desk)


class _LateSources:
    """Finds people and more; what that needs is imported at the first typed letter."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sources: Source | None = None

    def __call__(self, text: str) -> Pending[Sequence[Finding]]:
        if self._sources is None:
            self._sources = _quick_sources(self._desk)
        return self._sources(text)


def _quick_sources(desk: Desk) -> Source:
    from ui.clients.quick_people import QuickPeople  # noqa: PLC0415 - after the first page
    from ui.institutions.quick_institutions import (  # noqa: PLC0415 - after the first page
        QuickInstitutions,
    )
    from ui.mobile_advice.quick_bus import QuickBus  # noqa: PLC0415 - after the first page
    from ui.quick_sources import QuickSources  # noqa: PLC0415 - after the first page
    from ui.referrals.quick_cases import QuickCases  # noqa: PLC0415 - after the first page
    from ui.tasks.quick_tasks import QuickTasks  # noqa: PLC0415 - after the first page

    people, institutions = QuickPeople(desk), QuickInstitutions(desk)
    return QuickSources(people, QuickCases(desk), institutions, QuickTasks(desk), QuickBus(desk))


def page_of(word: str) -> str:
    """Answer the rail word of the page that shows a place."""
    return "more" if word in BELOW_MORE else BELOW_PAGES.get(word, word)
