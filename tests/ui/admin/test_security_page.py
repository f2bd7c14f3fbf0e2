"""Changing the locks: the passphrase, and a new recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.admin.offices import key_from_passphrase
from app.errors import Refused
from tests.factories.offices import PASSPHRASE
from tests.ui.admin.doors import security_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House

NEW = "ein anderer guter Satz"


def test_a_new_passphrase_opens_and_the_old_one_does_not(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = security_page(qtbot, house, made)
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
    page = security_page(qtbot, house, made)
    qtbot.waitUntil(lambda: "no keyring" in page.keyring_state.sentence())
    assert not page.remember_button.isVisible()
