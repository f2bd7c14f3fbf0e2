"""The desk answers in the order in which it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Unavailable
from ui.desk import CLOSED

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def test_who_waits_for_all_is_answered_after_everything_that_was_asked_before(
    qtbot: QtBot, desk: Desk
) -> None:
    came: list[object] = []
    desk.run(lambda: 1).then(came.append)
    desk.run(lambda: 2).then(came.append)
    desk.after_all().then(came.append)
    desk.run(lambda: 3).then(came.append)
    qtbot.waitUntil(lambda: len(came) == 4)
    assert came == [1, 2, None, 3]


def test_who_waits_for_all_is_answered_though_what_was_asked_before_had_trouble(
    qtbot: QtBot, desk: Desk
) -> None:
    came: list[str] = []
    desk.run(_trouble).if_unavailable(lambda _error: came.append("trouble"))
    desk.after_all().then(lambda _none: came.append("all"))
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == ["trouble", "all"]


def test_waiting_for_all_needs_no_open_office(qtbot: QtBot, desk: Desk) -> None:
    desk.close_office()
    came: list[object] = []
    desk.after_all().then(came.append)
    qtbot.waitUntil(lambda: came == [None])
    assert not desk.is_open


def _trouble() -> None:
    raise Unavailable(CLOSED)
