"""Backups by the clock: while the office is open, and what is said when one fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Unavailable
from tests.ui.admin.doors import open_house
from ui.admin.backup_clock import EVERY_MINUTES, BackupClock

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


def test_an_open_office_is_backed_up_on_the_clock(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    assert house.backup_clock._due.isActive()
    house.backup_clock.back_up_if_due()
    qtbot.waitUntil(lambda: house.backup_clock.newest is not None)
    house.lock()
    assert not house.backup_clock._due.isActive()


def test_a_backup_is_due_every_half_hour(house: House) -> None:
    assert isinstance(house.backup_clock, BackupClock)
    assert EVERY_MINUTES == 30
    assert house.backup_clock._due.interval() == 30 * 60 * 1000


def test_a_backup_that_fails_is_said_and_work_goes_on(
    house: House, made: CreatedOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_house(qtbot, house, made)

    def full() -> None:
        msg = "The disk is full. Nothing was saved."
        raise Unavailable(msg)

    assert house.doorkeeper.office is not None
    with monkeypatch.context() as patched:
        patched.setattr(house.doorkeeper.office.local, "back_up_if_due", full)
        house.backup_clock.back_up_if_due()
        qtbot.waitUntil(lambda: "The disk is full." in house.window.frame.messages.text())
    assert house.cover.current() is None
