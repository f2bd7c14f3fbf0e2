"""Opens the office of a house in a test, and waits for its screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ui.admin.backups_page import BackupsPage
from ui.admin.more_page import MorePage
from ui.admin.office_jobs import by_key
from ui.admin.security_page import SecurityPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House

S = TypeVar("S")


def open_house(qtbot: QtBot, house: House, made: CreatedOffice) -> None:
    """Open an office with its key and wait for the first page."""
    house.doorkeeper.folder = made.folder
    house.doorkeeper.unlock(by_key(made.key))
    qtbot.waitUntil(lambda: house.doorkeeper.office is not None and house.window.here() is not None)


def screen(qtbot: QtBot, house: House, kind: type[S]) -> S:
    """Wait until a kind of screen covers the window; answer it."""
    qtbot.waitUntil(lambda: isinstance(house.cover.current(), kind), timeout=10_000)
    found = house.cover.current()
    assert isinstance(found, kind)
    return found


def backups_page(qtbot: QtBot, house: House, made: CreatedOffice) -> BackupsPage:
    """Open an office at its page of backups."""
    open_house(qtbot, house, made)
    house.window.go_to(Place("backups"))
    more = house.window.findChild(MorePage)
    assert more is not None
    page = more.shown()
    assert isinstance(page, BackupsPage)
    return page


def security_page(qtbot: QtBot, house: House, made: CreatedOffice) -> SecurityPage:
    """Open an office at its page of locks."""
    open_house(qtbot, house, made)
    house.window.go_to(Place("security"))
    more = house.window.findChild(MorePage)
    assert more is not None
    page = more.shown()
    assert isinstance(page, SecurityPage)
    return page
