"""The ways to an office: the demo at the first click, a folder that holds none, two windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.settings import data_folder
from tests.ui.admin.doors import screen
from ui.admin.beginnings import Beginnings
from ui.admin.first_start import FirstStart
from ui.admin.trouble_page import TroublePage
from ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


def _first(qtbot: QtBot, house: House) -> FirstStart:
    house.begin(None)
    return screen(qtbot, house, FirstStart)


def test_the_demo_is_made_and_opened_and_marked(house: House, qtbot: QtBot) -> None:
    _first(qtbot, house).demo.click()
    qtbot.waitUntil(lambda: house.doorkeeper.office is not None, timeout=30_000)
    assert house.doorkeeper.office is not None
    assert house.doorkeeper.office.is_demo
    qtbot.waitUntil(lambda: "(Demo)" in house.window.windowTitle())
    assert house.window.frame.top._demo.isVisible()


def test_a_folder_without_an_office_is_said(
    house: House, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "ui.admin.beginnings.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path)
    )
    _first(qtbot, house).existing.click()
    trouble = screen(qtbot, house, TroublePage)
    assert "office.db" in trouble.heading.text()
    trouble.action_button.click()
    screen(qtbot, house, FirstStart)


def test_a_folder_with_an_office_leads_to_it(
    house: House, made: CreatedOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "ui.admin.beginnings.QFileDialog.getExistingDirectory", lambda *_: str(made.folder)
    )
    _first(qtbot, house).existing.click()
    qtbot.waitUntil(lambda: house.doorkeeper.folder == made.folder)


def test_offices_of_before_are_offered_while_their_folders_are_there(
    made: CreatedOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    first = FirstStart([str(made.folder), str(tmp_path / "gone")])
    qtbot.addWidget(first)
    chosen: list[object] = []
    first.recent_wanted.connect(chosen.append)
    (button,) = first.recent
    button.click()
    assert chosen == [made.folder]


def test_an_office_open_in_another_window_is_not_opened_twice(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    _first(qtbot, house)
    other = SingleInstance(data_folder() / "run")
    assert other.claim(made.folder)
    assert isinstance(house.beginnings, Beginnings)
    house.beginnings.found.emit(made.folder)
    screen(qtbot, house, TroublePage)
    other.release()
