"""Tests of what the window of a suitcase offers: only what comes back to the office."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PySide6.QtWidgets import QAbstractButton, QTabBar

from app.mobile_advice.suitcase.opening import open_suitcase
from app.settings import Settings
from db import wraps
from tests.conftest import NOW
from tests.factories.offices import an_office, opened
from tests.factories.suitcases import PASSPHRASE, TourPlan, a_tour, packed
from ui.client_tabs import CLIENT_TABS
from ui.clients.client_header import ClientHeader
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages import BELOW_PAGES, RAIL, page_of
from ui.quick_actions import quick_actions
from ui.sharing.left_out import DEEDS, LEFT_OUT
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

OF_LISTS = {"All", "All open", "Closed", "In use", "No longer in use", "Overdue", "View: usual"}
"""Narrows a list, and changes nothing."""
COMES_BACK = {
    "my_day": "New task|Appointments",
    "clients": "New person|Export|Address protected|Clients|Contact persons|Living alone|Staff|"
    "More filters|Reporters|Volunteers",
    "card": "Change|More details|Save note|New task|Book appointment|Note a call|Record advice|"
    "Pass data on|Print form to sign|Record an answer",
    "tasks": "New task|Export|Mine|To look at",
    "institutions": "New institution|Add institution|Export",
    "timetable": "New tour|November 2026|Today|Turn back (Ctrl+Left)|Turn on (Ctrl+Right)",
    "appointments": "New appointment|Waiting list|Book appointment|Call|Call next|"
    "Cancel appointment|Change|Did not come|Is there|Mediator|Move|Record advice|Show person|"
    "Take a number|Was advised",
    "advice": "Record advice|Record a call|Export|Records|Tally|Phone line|Today|7 days|30 days|"
    "A year",
    "mediators": "Ask for a mediator|Pools|Export|Settled|To come",
    "tours": "New tour|Vehicles|Export|Consultation hours|With a vehicle",
    "planning": "Coordinates|Day pack|Look for the best order|Move appointments, too",
    "stops": "New stop|Export|Permit runs out|Rooms",
    "more": "",
}
"""Every button of a page of a suitcase; whoever adds one says here that it belongs there."""


@pytest.fixture
def tour(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, TourPlan]]:
    """The window with an open suitcase, and what was planned for today."""
    # Quick to open: the file says how its passphrase was stretched.
    with patch.object(wraps, "MEMORY_KIB", 64), patch.object(wraps, "PASSES", 1):
        home = opened(an_office(tmp_path / "office"))
        plan = a_tour(home, "Adam", "Berg", day=NOW.date())
        file = packed(home, plan, tmp_path / "bus", with_notes=True).file
    home.close()
    desk = Desk()
    window = MainWindow(desk, Settings())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.leave_out(LEFT_OUT)
    desk.open(lambda: open_suitcase(file, PASSPHRASE, clock=lambda: NOW))
    window.show()
    qtbot.waitUntil(lambda: desk.is_open, timeout=20_000)
    window.show_places()
    yield window, plan
    desk.stop()


def test_each_page_of_a_suitcase_has_only_what_comes_back(
    qtbot: QtBot, tour: tuple[MainWindow, TourPlan]
) -> None:
    window, plan = tour
    places = {entry.word: Place(entry.word) for entry in window._entries}
    del places["mobile_advice"]
    places |= {word: Place(word) for word in BELOW_PAGES if window._desk.offers(word)}
    places["appointments"] = Place("appointments", plan.halt_id)
    places = {word: one for word, one in places.items() if not LEFT_OUT & {word, page_of(word)}}
    assert places.keys() | {"card"} == COMES_BACK.keys()
    for word, place in places.items():
        window.go_to(place)
        _see_buttons(qtbot, window, word)


def test_the_card_of_a_person_offers_what_comes_back_in_each_of_its_tabs(
    qtbot: QtBot, tour: tuple[MainWindow, TourPlan]
) -> None:
    window, plan = tour
    window.go_to(Place("clients", plan.people[0]))
    qtbot.waitUntil(lambda: _shown_person(window) == "Erna Adam")
    (bar,) = (one for one in window.frame.pages.findChildren(QTabBar) if one.isVisible())
    titles = [bar.tabText(at) for at in range(bar.count())]
    assert titles == ["Overview", "Journal", "Tasks", "Advice", "Intake and consent"]
    assert len(CLIENT_TABS) > len(titles) - 2
    lasts = ("Change", "Save note", "New task", "Book appointment", "Record an answer")
    for at, last in enumerate(lasts):
        bar.setCurrentIndex(at)
        qtbot.waitUntil(lambda last=last: _shows(window, last))  # type: ignore[misc]  # bound now
        _see_buttons(qtbot, window, "clients", "card")


def test_the_search_leads_only_where_a_suitcase_has_something(
    tour: tuple[MainWindow, TourPlan],
) -> None:
    window, _plan = tour
    offered = quick_actions(window._entries, window._desk.left_out)
    places = [one.place for one in offered]
    assert {place.page for place in places} >= {"advice", "appointments", "clients", "tasks"}
    for place in places:
        assert not LEFT_OUT & {place.page, page_of(place.page), place.doing}, place
    everywhere = {place.doing for place in (one.place for one in quick_actions(RAIL))}
    assert everywhere >= DEEDS
    before = window.here()
    window.go_to(Place("tasks", None, "handover"))
    assert window.here() == before


def _see_buttons(qtbot: QtBot, window: MainWindow, *pages: str) -> None:
    allowed = OF_LISTS.union(*(COMES_BACK[page].split("|") for page in pages))
    first = COMES_BACK[pages[0]].split("|")[0]
    if first:
        qtbot.waitUntil(lambda: _shows(window, first))
    extra = {name for name in _names(window) if name.rstrip(" 0123456789") not in allowed}
    assert extra - allowed == set(), pages


def _shown_person(window: MainWindow) -> str:
    header = window.findChild(ClientHeader)
    return "" if header is None else header.name.text()


def _shows(window: MainWindow, name: str) -> bool:
    return name in _names(window)


def _names(window: MainWindow) -> set[str]:
    found = window.frame.pages.findChildren(QAbstractButton)
    return {one.text() or one.toolTip() for one in found if one.isVisible()} - {""}
