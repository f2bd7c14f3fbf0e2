"""The gate of a shut office: it says in one sentence why, and leads on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.factories.offices import PASSPHRASE
from tests.ui.admin.doors import open_house, screen
from ui.admin.first_start import FirstStart
from ui.admin.gate import Gate
from ui.admin.lock_screen import LockScreen
from ui.admin.restore_page import RestorePage
from ui.admin.trouble_page import TroublePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


def test_a_damaged_office_offers_its_backups(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    assert house.doorkeeper.office is not None
    backup = house.doorkeeper.office.local.back_up()
    house.show_beginnings()
    qtbot.waitUntil(lambda: not house.desk.is_open)
    database = made.folder / "office.db"
    content = bytearray(database.read_bytes())
    content[8192:8292] = bytes(100)
    database.write_bytes(content)
    house.begin(made.folder)
    locked = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(locked.passphrase.isVisible)
    locked.passphrase.set_value(PASSPHRASE)
    locked.go_on()
    screen(qtbot, house, TroublePage).action_button.click()
    offered = screen(qtbot, house, RestorePage)
    chosen = offered.table.current_row()
    assert chosen is not None
    assert chosen.file == backup.file
    offered.restore_button.click()
    qtbot.waitUntil(lambda: house.cover.current() is None, timeout=10_000)
    assert house.desk.is_open
    assert list(made.folder.glob("replaced-*")), "the damaged file is kept"


def test_an_office_that_is_gone_is_said_in_one_sentence(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    shutil.rmtree(made.folder)
    house.begin(made.folder)
    trouble = screen(qtbot, house, TroublePage)
    assert trouble.heading.text()
    trouble.other_button.click()
    screen(qtbot, house, FirstStart)


def test_the_lock_screen_bears_the_name_of_the_office(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    qtbot.waitUntil(lambda: house.window.windowTitle().startswith("Besuchsdienst Garath"))
    house.lock()
    assert isinstance(house.gate, Gate)
    assert "Besuchsdienst Garath" in screen(qtbot, house, LockScreen).heading.text()
