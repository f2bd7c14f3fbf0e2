"""A new recovery key: proven before the locks change, and nothing changes on the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.admin.offices import key_from_passphrase, key_from_recovery
from app.errors import Refused
from tests.factories.offices import PASSPHRASE
from tests.ui.admin.doors import screen, security_page
from ui.admin.recovery_step import RecoveryStep
from ui.admin.rekeying import Rekeying
from ui.admin.retype_step import RetypeStep

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


def test_a_new_recovery_key_is_proven_before_the_locks_change(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = security_page(qtbot, house, made)
    page.recovery_button.click()
    screen(qtbot, house, RecoveryStep).next_button.click()
    retype = screen(qtbot, house, RetypeStep)
    retype.key.set_value(made.recovery_key)
    retype.passphrase.set_value(PASSPHRASE)
    retype.next_button.click()
    qtbot.waitUntil(lambda: bool(retype.form.field("recovery_key").problem()))
    assert isinstance(house.rekeying, Rekeying)
    new = house.rekeying._key
    retype.key.set_value(new)
    retype.passphrase.set_value("not mine at all")
    retype.next_button.click()
    qtbot.waitUntil(lambda: bool(retype.form.field("passphrase").problem()))
    assert key_from_recovery(made.folder, made.recovery_key) == made.key
    retype.passphrase.set_value(PASSPHRASE)
    retype.next_button.click()
    qtbot.waitUntil(lambda: house.cover.current() is None, timeout=15_000)
    assert house.desk.is_open
    with pytest.raises(Refused):
        key_from_recovery(made.folder, made.recovery_key)
    assert key_from_recovery(made.folder, new) == key_from_passphrase(made.folder, PASSPHRASE)


def test_going_back_changes_no_lock(house: House, made: CreatedOffice, qtbot: QtBot) -> None:
    page = security_page(qtbot, house, made)
    page.recovery_button.click()
    screen(qtbot, house, RecoveryStep).back_button.click()
    qtbot.waitUntil(lambda: house.cover.current() is None)
    assert house.desk.is_open
    assert key_from_recovery(made.folder, made.recovery_key) == made.key
