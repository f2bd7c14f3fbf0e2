"""Visits and letters have their tabs on the client's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tests.factories.clients import add_client
from ui.client_tabs import CLIENT_TABS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_every_tab_can_be_made_and_asked(qtbot: QtBot, desk: Desk, office: Office) -> None:
    erna = add_client(office)
    assert [entry.title for entry in CLIENT_TABS] == [
        "Visits", "Letters", "Tasks", "Advice", "Intake and consent", "Referrals", "Matching",
        "Volunteering", "Privacy",
    ]  # fmt: skip
    for entry in CLIENT_TABS:
        tab = entry.make(desk, erna)
        assert isinstance(tab, QWidget)
        qtbot.addWidget(tab)
        tab.refresh()
        assert tab.features
    with qtbot.waitCallback() as answered:
        desk.after_all().then(answered)
