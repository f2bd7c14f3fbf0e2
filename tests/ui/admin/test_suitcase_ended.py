"""Tests of the page of a suitcase that does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Unavailable
from app.mobile_advice.suitcase.opening import Expired
from app.mobile_advice.suitcase.rules import CLOCK_BACK, EXPIRED, EXPIRED_REMEDY
from ui.admin.suitcase_ended import EndedSuitcase

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_an_expired_suitcase_is_wiped_after_a_question(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "bus.nahbar-suitcase"
    file.write_bytes(b"sealed")
    page = EndedSuitcase(file, Expired(EXPIRED, EXPIRED_REMEDY))
    qtbot.addWidget(page)
    assert not page.wipe_button.isHidden()
    page.ask()
    assert page.question is not None
    with qtbot.waitSignal(page.wiped):
        page.question.accept()
    assert not file.exists()


def test_any_other_trouble_offers_nothing_that_destroys(qtbot: QtBot, tmp_path: Path) -> None:
    page = EndedSuitcase(tmp_path / "bus.nahbar-suitcase", Unavailable(CLOCK_BACK))
    qtbot.addWidget(page)
    assert page.wipe_button.isHidden()
