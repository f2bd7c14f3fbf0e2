"""The figures of requests: a big question, which a server that follows may answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.intake.queries import request_figures
from app.office import Office
from ui.intake.figures_view import FiguresView

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def test_figures_are_asked_aside(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    before = Office.ask_aside

    def ask_aside(office: Office, query: Any, *args: Any) -> Any:  # noqa: ANN401 - as in Office
        asked.append(query)
        return before(office, query, *args)

    monkeypatch.setattr(Office, "ask_aside", ask_aside)
    view = FiguresView(desk)
    qtbot.addWidget(view)
    view.refresh()
    qtbot.waitUntil(lambda: bool(view.lines()))
    assert asked == [request_figures]
