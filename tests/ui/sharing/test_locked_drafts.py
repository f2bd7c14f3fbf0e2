"""Drafts behind a password that somebody else has changed are said, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.drafts.queries import draft
from app.drafts.rules import Drafted
from app.server.shared_office import SharedOffice
from db.draft_box import DraftBox
from db.links import Links
from tests.conftest import NOW
from ui.sharing.locked_drafts_card import LockedDraftsCard
from ui.widgets.question import Question

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Engine

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def locked(
    tmp_path: Path, engine: Engine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> SharedOffice:
    """An office whose colleague typed something under an earlier password."""
    monkeypatch.setattr("db.wraps.MEMORY_KIB", 64)
    typed = Drafted("client", "7", {"hint": "Rings twice"}, "Erna")
    DraftBox(tmp_path / "drafts", "earlier password").keep(typed, NOW)
    box = DraftBox(tmp_path / "drafts", "given by the administrator")
    return SharedOffice(engine, tmp_path, office.who, lambda: NOW, Links(), box)


@pytest.fixture
def card(qtbot: QtBot, desk: Desk, locked: SharedOffice) -> LockedDraftsCard:
    """The card, which has counted."""
    card = LockedDraftsCard(desk)
    qtbot.addWidget(card)
    card.show_office(locked)
    qtbot.waitUntil(lambda: not card.isHidden())
    return card


def test_an_earlier_password_brings_the_drafts_back(
    qtbot: QtBot, office: Office, card: LockedDraftsCard
) -> None:
    card.password.set_value("a guess")
    card.unlock_button.click()
    qtbot.waitUntil(lambda: bool(card.form.field("password").problem()))
    card.password.set_value("earlier password")
    card.unlock_button.click()
    qtbot.waitUntil(card.isHidden)
    found = office.ask(draft, "client", "7", office.who)
    assert found is not None
    assert found.texts == {"hint": "Rings twice"}


def test_forgotten_drafts_are_thrown_away_only_when_somebody_is_sure(
    qtbot: QtBot,
    card: LockedDraftsCard,
    locked: SharedOffice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = [False, True]

    def confirm(*_words: object) -> bool:
        return answers.pop(0)

    monkeypatch.setattr(Question, "confirm", confirm)
    card.away_button.click()
    assert locked.box is not None
    assert locked.box.locked() == 1
    card.away_button.click()
    qtbot.waitUntil(card.isHidden)
    assert locked.box.locked() == 0
