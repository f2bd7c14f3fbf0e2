"""Requirements of what is seen, and where the keyboard is, while something is asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import Unavailable
from tests.ui.widgets.hands import bring_forward, click
from ui.desk import Pending
from ui.views.card_panel import RecordCard
from ui.widgets import loading
from ui.widgets.loading import StateStack

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk

ERNA, FRIDA = uuid4(), uuid4()


class Card(RecordCard):
    """A card whose answers come when the test hands them over."""

    def __init__(self) -> None:
        """Begin with nobody."""
        # Nothing is asked of an office.
        super().__init__(cast("Desk", None))
        self.name, self.phone = QLineEdit(), QLineEdit()
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.name)
        column.addWidget(self.phone)
        self.content = content
        self.state = StateStack(content)
        self.state.retried.connect(self.refresh)
        self.beside = QPushButton("Beside")
        whole = QVBoxLayout(self)
        whole.addWidget(self.state)
        whole.addWidget(self.beside)
        self.pending: Pending[str] = Pending()

    def refresh(self) -> None:
        """Ask again."""
        self.state.show_loading()
        self.pending = Pending()
        self.pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def fail(self) -> None:
        """Let the office be away."""
        self.pending.fail(Unavailable("The office is away.", "Wait."))

    def _on_found(self, name: str) -> None:
        self.name.setText(name)
        self.state.show_content()

    def _on_unavailable(self, _trouble: Unavailable) -> None:
        self.state.show_failed("The office is away.")


@pytest.fixture
def card(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Card:
    """Answer a card that was asked for, in front, and that waits for no moment to pass."""
    monkeypatch.setattr(loading, "PATIENCE", 0)
    card = Card()
    qtbot.addWidget(card)
    bring_forward(qtbot, card)
    return card


def ask(qtbot: QtBot, card: Card, record_id: UUID) -> None:
    """Ask for somebody, and wait until it is seen that the answer takes long."""
    card.show_record(record_id)
    qtbot.waitUntil(card.state.is_loading)


def test_only_the_first_time_the_page_of_loading_is_shown(qtbot: QtBot, card: Card) -> None:
    ask(qtbot, card, ERNA)
    assert not card.content.isVisible()
    card.pending.answer("Erna")
    assert card.content.isVisible()
    assert not card.state.is_loading()

    card.phone.setFocus()
    ask(qtbot, card, ERNA)
    assert card.content.isVisible()
    assert card.phone.hasFocus()
    sign = card.state._sign
    assert sign is not None
    assert sign.isVisible()
    assert card.state.rect().contains(sign.geometry())
    card.pending.answer("Erna Krüger")
    assert not card.state.is_loading()
    assert card.phone.hasFocus()


def test_what_belongs_to_somebody_else_does_not_stay(qtbot: QtBot, card: Card) -> None:
    ask(qtbot, card, ERNA)
    card.pending.answer("Erna")
    ask(qtbot, card, FRIDA)
    assert not card.content.isVisible()


def test_the_keyboard_comes_back_to_where_it_was(qtbot: QtBot, card: Card) -> None:
    ask(qtbot, card, ERNA)
    card.pending.answer("Erna")
    card.phone.setFocus()
    ask(qtbot, card, FRIDA)
    at = QApplication.focusWidget()
    assert at is not None
    assert card.state.isAncestorOf(at)
    card.pending.answer("Frida")
    assert card.phone.hasFocus()

    card.refresh()
    card.fail()
    assert not card.content.isVisible()
    click(card.state, "Try again")
    qtbot.waitUntil(card.state.is_loading)
    card.pending.answer("Frida")
    assert card.phone.hasFocus()


def test_a_keyboard_that_went_elsewhere_stays_there(qtbot: QtBot, card: Card) -> None:
    ask(qtbot, card, ERNA)
    card.beside.setFocus()
    card.pending.answer("Erna")
    assert card.beside.hasFocus()
