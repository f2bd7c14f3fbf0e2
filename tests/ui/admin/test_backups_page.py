"""Backups on the screen: made, listed, checked, and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.admin.doors import open_house, screen
from ui.admin.backups_page import BackupsPage
from ui.admin.more_page import MorePage
from ui.admin.trouble_page import TroublePage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


def _page(qtbot: QtBot, house: House, made: CreatedOffice) -> BackupsPage:
    open_house(qtbot, house, made)
    house.window.go_to(Place("backups"))
    more = house.window.findChild(MorePage)
    assert more is not None
    page = more.shown()
    assert isinstance(page, BackupsPage)
    return page


def test_a_backup_made_by_hand_is_listed_and_its_age_stands_below(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _page(qtbot, house, made)
    assert not page.list_card.isVisible()
    page.now_button.click()
    assert not page.now_button.isEnabled()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    assert page.now_button.isEnabled()
    qtbot.waitUntil(lambda: house.backup_clock.newest is not None)
    assert "just now" in house.window.frame.status.backup_text()


def test_a_backup_can_be_checked(house: House, made: CreatedOffice, qtbot: QtBot) -> None:
    page = _page(qtbot, house, made)
    page.back_up()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    said: list[str] = []
    page.said.connect(said.append)
    page.table.choose_first()
    page.check_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "0 people" in said[0]


def test_a_damaged_backup_is_said_and_never_restored(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _page(qtbot, house, made)
    page.back_up()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    file = page.table.rows()[0].file
    file.write_bytes(file.read_bytes()[:-4096])
    page.table.choose_first()
    page.check_button.click()
    qtbot.waitUntil(lambda: page.state.words.property("tone") == "danger")
    before = (made.folder / "office.db").read_bytes()
    house.restoring.restore(file)
    trouble = screen(qtbot, house, TroublePage)
    assert not list(made.folder.glob("replaced-*"))
    assert (made.folder / "office.db").read_bytes() == before
    trouble.action_button.click()
    qtbot.waitUntil(lambda: house.cover.current() is None)


def test_restoring_asks_first_and_sets_the_present_file_aside(
    house: House, made: CreatedOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(qtbot, house, made)
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


def test_each_backup_is_copied_to_the_second_folder(
    house: House, made: CreatedOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _page(qtbot, house, made)
    second = tmp_path / "stick"
    second.mkdir()
    page.second_folder_chosen.emit(str(second))
    page.back_up()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    assert [file.name for file in second.iterdir()] == [page.table.rows()[0].file.name]


def test_an_open_office_is_backed_up_on_the_clock(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    assert house.backup_clock._due.isActive()
    house.backup_clock.back_up_if_due()
    qtbot.waitUntil(lambda: house.backup_clock.newest is not None)
    house.lock()
    assert not house.backup_clock._due.isActive()
