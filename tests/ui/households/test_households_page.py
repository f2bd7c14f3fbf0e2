"""The list of likely households is answered row by row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from app.households.queries import household_of
from tests.factories.households import resident
from ui.households.households_page import HouseholdsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> HouseholdsPage:
    """The page, in sight, not asked yet."""
    page = HouseholdsPage(desk)
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_first_row_is_chosen_and_answered(
    qtbot: QtBot, office: Office, page: HouseholdsPage
) -> None:
    erna = resident(office, "Erna")
    resident(office, "Karl")
    page.refresh()
    qtbot.waitUntil(lambda: page.table.current_row() is not None)
    page.together_button.click()
    qtbot.waitUntil(lambda: office.ask(household_of, erna, date(2026, 11, 23)) is not None)
    page.refresh()
    qtbot.waitUntil(lambda: not page.table.rows())
    assert not page.together_button.isEnabled()


def test_who_lives_apart_is_listed_no_more_until_undone(
    qtbot: QtBot, office: Office, page: HouseholdsPage
) -> None:
    said: list[Any] = []
    page.said.connect(lambda *answer: said.append(answer[1]))
    for name in ("Erna", "Karl"):
        resident(office, name)
    page.refresh()
    qtbot.waitUntil(lambda: page.table.current_row() is not None)
    page.apart_button.click()
    qtbot.waitUntil(lambda: bool(said))
    page.refresh()
    qtbot.waitUntil(lambda: not page.table.rows())
    said[0]()
    page.refresh()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
