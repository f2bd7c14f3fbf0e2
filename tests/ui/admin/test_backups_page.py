"""Backups on the screen: made, listed, checked, and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.admin.doors import backups_page

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


def test_a_backup_made_by_hand_is_listed_and_its_age_stands_below(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = backups_page(qtbot, house, made)
    assert not page.list_card.isVisible()
    page.now_button.click()
    assert not page.now_button.isEnabled()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    assert page.now_button.isEnabled()
    qtbot.waitUntil(lambda: house.backup_clock.newest is not None)
    assert "just now" in house.window.frame.status.backup_text()


def test_a_backup_can_be_checked(house: House, made: CreatedOffice, qtbot: QtBot) -> None:
    page = backups_page(qtbot, house, made)
    page.back_up()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    said: list[str] = []
    page.said.connect(said.append)
    page.table.choose_first()
    page.check_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "0 people" in said[0]


def test_each_backup_is_copied_to_the_second_folder(
    house: House, made: CreatedOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    page = backups_page(qtbot, house, made)
    second = tmp_path / "stick"
    second.mkdir()
    page.second_folder_chosen.emit(str(second))
    page.back_up()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    assert [file.name for file in second.iterdir()] == [page.table.rows()[0].file.name]
