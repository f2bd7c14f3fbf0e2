"""Requirements of trying a restore: with the newest backup, and the recovery key from paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.admin.doors import backups_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


def test_a_restore_is_tried_and_its_day_is_kept(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = backups_page(qtbot, house, made)
    assert not page.drill.try_button.isEnabled()
    page.back_up()
    qtbot.waitUntil(page.drill.try_button.isEnabled)

    page.drill.recovery_key.set_value(made.recovery_key)
    page.drill.try_button.click()

    qtbot.waitUntil(lambda: "recovery key opened it" in page.drill.state.sentence())
    assert page.drill.recovery_key.value() == ""
