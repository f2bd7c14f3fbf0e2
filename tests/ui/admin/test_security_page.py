"""Changing the locks: the passphrase, and a new recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.admin.offices import key_from_passphrase, key_from_recovery
from app.errors import Refused
from tests.factories.offices import PASSPHRASE
from tests.ui.admin.doors import open_house, screen
from ui.admin.more_page import MorePage
from ui.admin.recovery_step import RecoveryStep
from ui.admin.retype_step import RetypeStep
from ui.admin.security_page import SecurityPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House

NEW = "ein anderer guter Satz"


def _page(qtbot: QtBot, house: House, made: CreatedOffice) -> SecurityPage:
    open_house(qtbot, house, made)
    house.window.go_to(Place("security"))
    more = house.window.findChild(MorePage)
    assert more is not None
    page = more.shown()
    assert isinstance(page, SecurityPage)
    return page


def test_a_new_passphrase_opens_and_the_old_one_does_not(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _page(qtbot, house, made)
    said: list[str] = []
    page.said.connect(said.append)
    page.passphrase.first.set_value(NEW)
    page.passphrase.second.set_value(NEW)
    page.change_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert key_from_passphrase(made.folder, NEW) == made.key
    with pytest.raises(Refused):
        key_from_passphrase(made.folder, PASSPHRASE)
    assert page.passphrase.value() == "", "nothing stays in the field"
    assert page.change_button.isEnabled()


def test_a_computer_without_a_keyring_offers_none(
    house: House, made: CreatedOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.admin.office_jobs.has_trusted_keyring", lambda: False)
    page = _page(qtbot, house, made)
    qtbot.waitUntil(lambda: "no keyring" in page.keyring_state.sentence())
    assert not page.remember_button.isVisible()


def test_a_new_recovery_key_is_proven_before_the_locks_change(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _page(qtbot, house, made)
    page.recovery_button.click()
    screen(qtbot, house, RecoveryStep).next_button.click()
    retype = screen(qtbot, house, RetypeStep)
    retype.key.set_value(made.recovery_key)
    retype.passphrase.set_value(PASSPHRASE)
    retype.next_button.click()
    qtbot.waitUntil(lambda: bool(retype.form.field("recovery_key").problem()))
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
    page = _page(qtbot, house, made)
    page.recovery_button.click()
    screen(qtbot, house, RecoveryStep).back_button.click()
    qtbot.waitUntil(lambda: house.cover.current() is None)
    assert house.desk.is_open
    assert key_from_recovery(made.folder, made.recovery_key) == made.key
