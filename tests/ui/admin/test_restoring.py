"""Putting a backup back: asked first, read whole first, and nothing is thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.admin.doors import backups_page, screen
from ui.admin.restoring import Restoring
from ui.admin.trouble_page import TroublePage

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


SALT = 16
"""Bytes at the beginning of an encrypted file that no other file has."""


def test_a_damaged_backup_is_said_and_never_restored(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = backups_page(qtbot, house, made)
    page.back_up()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    file = page.table.rows()[0].file
    file.write_bytes(file.read_bytes()[:-4096])
    page.table.choose_first()
    page.check_button.click()
    qtbot.waitUntil(lambda: page.state.words.property("tone") == "danger")
    live = made.folder / "office.db"
    before = (live.stat().st_ino, live.read_bytes()[:SALT])
    assert isinstance(house.restoring, Restoring)
    house.restoring.restore(file)
    trouble = screen(qtbot, house, TroublePage)
    assert not list(made.folder.glob("replaced-*"))
    # Leaving the office wrote into it; it is the same file with the same key.
    assert (live.stat().st_ino, live.read_bytes()[:SALT]) == before
    trouble.action_button.click()
    qtbot.waitUntil(lambda: house.cover.current() is None)


def test_restoring_asks_first_and_sets_the_present_file_aside(
    house: House, made: CreatedOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = backups_page(qtbot, house, made)
    page.back_up()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    page.table.choose_first()
    asked: list[object] = []
    monkeypatch.setattr("ui.admin.backups_page.ask_to_restore", lambda *_: asked.append(1))
    page.restore_button.click()
    assert asked == [1]
    assert house.desk.is_open, "no means no"
    monkeypatch.setattr("ui.admin.backups_page.ask_to_restore", lambda *_: True)
    page.restore_button.click()
    qtbot.waitUntil(lambda: bool(list(made.folder.glob("replaced-*"))), timeout=10_000)
    qtbot.waitUntil(lambda: house.cover.current() is None, timeout=10_000)
    assert house.desk.is_open
