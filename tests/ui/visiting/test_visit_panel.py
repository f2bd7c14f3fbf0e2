"""The chosen visit beside the week: what is under a hand stays where it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.visiting.test_visit_card import DETAILS
from ui.visiting.visit_panel import VisitPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> VisitPanel:
    panel = VisitPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    panel.show_visit(DETAILS)
    return panel


def button(panel: VisitPanel, words: str) -> QPushButton:
    assert panel.card is not None
    return next(one for one in panel.card.findChildren(QPushButton) if one.text() == words)


def test_a_visit_that_did_not_change_is_not_drawn_again(panel: VisitPanel) -> None:
    before = panel.card
    panel.show_visit(DETAILS)
    assert panel.card is before


def test_the_button_in_hand_stays_in_hand_when_the_visit_changed(
    qtbot: QtBot, panel: VisitPanel
) -> None:
    qtbot.waitUntil(panel.isActiveWindow)
    button(panel, "Write appointment letter").setFocus()
    panel.show_visit(replace(DETAILS, note="Came later"))
    assert button(panel, "Write appointment letter").hasFocus()


@pytest.mark.parametrize("goes_to", ["nothing", "visit", "form"])
def test_a_form_that_is_left_does_not_say_for_ever_that_it_saves(
    panel: VisitPanel, goes_to: str
) -> None:
    said: list[str] = []
    panel.saved_state.connect(said.append)
    panel.plan(None, None).fields.visitor.set_value("Karin Vogt")
    if goes_to == "nothing":
        panel.show_nothing()
    elif goes_to == "visit":
        panel.show_visit(DETAILS)
    else:
        panel.plan(None, None)
    assert (said[0], said[-1]) == ("saving", "")
