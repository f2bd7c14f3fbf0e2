"""Beside a list stands one thing at a time: nothing, a card, or a form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.views.card_panel import CardPanel, RecordCard
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


class _Card(RecordCard):
    """Counts what it is told."""

    asked = flushed = 0

    def refresh(self) -> None:
        self.asked += 1

    def flush(self) -> None:
        self.flushed += 1


class _Keeper(QObject):
    """Is asked to keep a draft, and hears nothing more."""

    state_changed = Signal(str)

    def flush(self) -> None:
        self.state_changed.emit("saving")


class _Form(QWidget):
    """Is left with something typed."""

    saved, left = Signal(object), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keeper = _Keeper(self)
        self.fields = self

    def focus_field(self, _name: str) -> None:
        """Have no field."""


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> CardPanel:
    panel = CardPanel(desk, _Card(desk), EmptyState("Choose one."))
    qtbot.addWidget(panel)
    return panel


def test_a_card_is_shown_and_asks_again(panel: CardPanel) -> None:
    card, record = panel.card, uuid4()
    assert isinstance(card, _Card)
    panel.refresh()
    assert (panel.shown_id(), card.asked) == (None, 0)
    panel.show_record(record)
    panel.refresh()
    assert (panel.shown_id(), card.asked) == (record, 2)


def test_what_is_written_on_a_card_is_kept_when_it_goes(panel: CardPanel) -> None:
    card = panel.card
    assert isinstance(card, _Card)
    panel.show_record(uuid4())
    panel.show_nothing()
    assert card.flushed == 1
    assert panel.shown_id() is None


def test_a_form_that_is_left_does_not_say_for_ever_that_it_saves(panel: CardPanel) -> None:
    said: list[str] = []
    panel.saved_state.connect(said.append)
    panel.open_form(_Form, "name")  # type: ignore[arg-type]  # all that a panel asks of a form
    panel.show_nothing()
    assert said == ["saving", ""]
