"""An office loads a list and ticks where it works; every tick can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.areas.actions import load_area_list
from app.areas.queries import AreaGroup, all_areas
from tests.factories.clients import add_client
from tests.ui.widgets.hands import click
from ui.areas.areas_page import AreasPage
from ui.areas.coordinates.places_dialog import PlacesDialog
from ui.widgets.fields import CheckField
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> AreasPage:
    """The page; it asks when it is shown."""
    page = AreasPage(desk)
    page.resize(900, 700)
    qtbot.addWidget(page)
    return page


def show(qtbot: QtBot, page: AreasPage, list_id: str) -> dict[UUID, CheckField]:
    """Show the page, wait for the ticks of a list and answer them."""
    page.show()
    qtbot.waitUntil(lambda: bool(page.cards[list_id].ticks()))
    return {area_id: tick for area_id, tick in page.cards[list_id].ticks().items()
            if isinstance(tick, CheckField)}  # fmt: skip


def tenth(office: Office) -> AreaGroup:
    return office.ask(all_areas)[9]


def test_a_list_is_loaded_with_its_button(qtbot: QtBot, office: Office, page: AreasPage) -> None:
    page.show()
    qtbot.waitUntil(page.cards["ballerup"].load_button.isVisible)
    click(page, "Load the areas of Ballerup")
    qtbot.waitUntil(lambda: len(page.cards["ballerup"].ticks()) == 3)
    assert len(office.ask(all_areas)[0].areas) == 3
    assert not page.cards["duesseldorf"].ticks()


def test_a_district_goes_with_all_its_quarters_and_comes_back(
    qtbot: QtBot, office: Office, page: AreasPage
) -> None:
    office.act(load_area_list, "duesseldorf")
    ticks = show(qtbot, page, "duesseldorf")
    district, garath = tenth(office).district, tenth(office).areas[0]
    assert district is not None
    ticks[garath.id].click()
    qtbot.waitUntil(lambda: not tenth(office).areas[0].in_use)
    qtbot.waitUntil(lambda: page.cards["duesseldorf"].used.text() == "59 areas in use · 1 is not")
    with qtbot.waitSignal(page.said) as said:
        ticks[district.id].click()
    qtbot.waitUntil(lambda: not tenth(office).areas[1].in_use)
    qtbot.waitUntil(lambda: not ticks[tenth(office).areas[1].id].value())
    assert said.args is not None
    assert said.args[0] == "District 10 is not in use any more."
    said.args[1]()
    qtbot.waitUntil(lambda: tenth(office).areas[1].in_use)
    assert not tenth(office).areas[0].in_use


def test_ticks_tell_how_many_people_live_there(
    qtbot: QtBot, office: Office, page: AreasPage
) -> None:
    office.act(load_area_list, "duesseldorf")
    garath = tenth(office).areas[0]
    add_client(office, area_id=garath.id)
    ticks = show(qtbot, page, "duesseldorf")
    qtbot.waitUntil(lambda: ticks[garath.id].text() == "Garath (1)")


def test_a_refresh_keeps_the_ticks_and_the_focus(
    qtbot: QtBot, office: Office, page: AreasPage
) -> None:
    office.act(load_area_list, "ballerup")
    ticks = show(qtbot, page, "ballerup")
    page.refresh()
    with qtbot.waitSignal(page.desk.touched):
        next(iter(ticks.values())).click()
    again = page.cards["ballerup"].ticks()
    assert list(again.values()) == list(ticks.values())


def test_the_way_back_leads_to_more(qtbot: QtBot, page: AreasPage) -> None:
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.back_button.click()
    assert wanted.args == [Place("more")]


def test_areas_that_cannot_load_say_so_and_try_again(
    qtbot: QtBot, desk: Desk, office: Office, page: AreasPage
) -> None:
    office.act(load_area_list, "ballerup")
    desk.close_office()
    page.show()
    content = page.state.currentWidget()
    qtbot.waitUntil(lambda: page.state.currentWidget() is not content)
    with qtbot.waitSignal(desk.opened):
        desk.open(lambda: office)
    click(page, "Try again")
    qtbot.waitUntil(lambda: page.state.currentWidget() is content)


@pytest.mark.parametrize("way", ["button", "search"])
def test_the_official_address_file_is_reached_by_the_keyboard(
    qtbot: QtBot, page: AreasPage, way: str
) -> None:
    page.show()
    if way == "button":
        qtbot.keyClick(page.places_button, Qt.Key.Key_Space)
    else:
        page.show_place(Place("areas", None, "coordinates"))
    (dialog,) = page.findChildren(PlacesDialog)
    qtbot.waitUntil(lambda: bool(dialog.files.findChildren(QPushButton)))

    assert dialog.isVisible()
    dialog.close()
