"""A write-protected office: everything can be read, and it is said that nothing can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.admin.doors import open_house

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


def test_a_write_protected_office_says_so_above_every_page(
    house: House, made: CreatedOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.folder.OfficeFolder.is_writable", property(lambda _self: False))
    open_house(qtbot, house, made)
    assert "only be read" in house.window.frame.messages.text()
    house.preferences.choose("font_scale", 125)
    assert "only be read" in house.window.frame.messages.text()
    house.preferences.choose("font_scale", 100)
    qtbot.waitUntil(lambda: house.window.windowTitle().startswith("Besuchsdienst Garath"))
