"""The window says which office is open, who works in it, and why nothing can be saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from app.admin.actions import save_office_card
from app.admin.queries import office_card
from app.errors import Unavailable
from tests.ui.admin.doors import open_house, screen
from ui.admin.lock_screen import LockScreen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.admin.offices import CreatedOffice
    from app.office import Act
    from ui.house import House


def _rename(act: Act, name: str) -> None:
    row = office_card(act.session.connection())
    assert row is not None
    save_office_card(act, replace(row.values, name=name), row.version)


def _labels(house: House) -> set[str]:
    labels = house.window.findChildren(QLabel)
    return {label.text() for label in labels if label.isVisible()}


def test_an_office_that_gets_another_name_is_called_so_everywhere(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    qtbot.waitUntil(lambda: house.window.windowTitle() == "Besuchsdienst Garath – Nahbar")
    house.desk.act(_rename, "Besuchsdienst Benrath")
    qtbot.waitUntil(lambda: house.window.windowTitle() == "Besuchsdienst Benrath – Nahbar")
    assert house.rekeying.office_name == "Besuchsdienst Benrath"
    house.lock()
    screen(qtbot, house, LockScreen)
    assert any("Besuchsdienst Benrath" in words for words in _labels(house))


def test_who_works_in_the_office_stands_at_the_edge_also_after_a_change(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    qtbot.waitUntil(lambda: "Anna Beispiel" in _labels(house))
    house.preferences.choose("who", "Berta Muster")
    qtbot.waitUntil(lambda: "Berta Muster" in _labels(house))


def test_an_office_that_was_moved_says_where_it_went_and_nothing_of_write_access(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    office = house.doorkeeper.office
    assert office is not None
    assert house.window.frame.messages.text() == ""
    office.local.is_read_only = True
    vars(office.local)["moved_to"] = Unavailable("It went away.", "Go there.")
    house.name_plate.say_if_read_only()
    assert house.window.frame.messages.text() == "It went away. Go there."
    house.name_plate.ask()
    qtbot.waitUntil(lambda: "Anna Beispiel, reading only" in _labels(house))


def test_nothing_is_said_while_no_office_is_open(house: House) -> None:
    house.name_plate.ask()
    house.name_plate.say_if_read_only()
    assert house.window.frame.messages.text() == ""
    assert house.window.windowTitle() == "Nahbar"
