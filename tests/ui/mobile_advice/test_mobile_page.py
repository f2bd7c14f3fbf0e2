"""The page of mobile advice has a tab for each part, to which its places lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.mobile_advice.mobile_page import MobilePage
from ui.mobile_advice.parts import PARTS
from ui.mobile_advice.tours.stops_page import StopsPage
from ui.pages import BELOW_PAGES
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def test_every_part_is_a_place_below_the_page(qtbot: QtBot, desk: Desk) -> None:
    words = [part.word for part in PARTS]
    assert {word for word, page in BELOW_PAGES.items() if page == "mobile_advice"} == set(words)
    page = MobilePage(desk)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: page.words() == tuple(words))
    assert page.page_of("stops") is None, "what nobody looked at was not made"
    page.show_place(Place("stops"))
    assert isinstance(page.page_of("stops"), StopsPage)
    assert page.tabs.accessibleName() == "Mobile advice"
