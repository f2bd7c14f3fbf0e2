"""Keeping CPR numbers is an explicit choice that stands below the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin.actions import set_up_office
from app.admin.office_settings import KEEPS_CPR, office_setting
from app.admin.rules import NewOffice
from ui.admin.office_page import OfficePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def page_of(qtbot: QtBot, office: Office, desk: Desk, country: str) -> OfficePage:
    new = NewOffice(name="Besøg", country=country, who="Anna Beispiel")
    office.act(set_up_office, new)
    page = OfficePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.name.value() == "Besøg")
    return page


def test_only_danish_offices_are_asked(qtbot: QtBot, office: Office, desk: Desk) -> None:
    assert page_of(qtbot, office, desk, "DE").cpr.isHidden()


def test_the_tick_is_saved_at_once(qtbot: QtBot, office: Office, desk: Desk) -> None:
    page = page_of(qtbot, office, desk, "DK")
    assert not page.cpr.isHidden()
    assert not page.cpr.keeps.value()
    page.cpr.keeps.set_value(True)
    qtbot.waitUntil(lambda: office.ask(office_setting, KEEPS_CPR))
