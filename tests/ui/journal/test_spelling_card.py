"""The settings say in one sentence which dictionaries were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories.dictionaries import write_dictionaries
from ui.journal import spelling_card
from ui.journal.speller import Speller
from ui.journal.spelling_card import SpellingCard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def speller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Speller]:
    """The dictionaries of a folder of the test stand for those of the computer."""
    speller = Speller([tmp_path / "dictionaries"])
    monkeypatch.setattr(spelling_card, "the_speller", lambda: speller)
    yield speller
    speller.stop()


@pytest.mark.usefixtures("speller")
def test_found_dictionaries_are_named(qtbot: QtBot, tmp_path: Path) -> None:
    write_dictionaries(tmp_path / "dictionaries")
    card = SpellingCard()
    qtbot.addWidget(card)
    qtbot.waitUntil(lambda: "Deutsch, Dansk" in card.sentence.text())


@pytest.mark.usefixtures("speller")
def test_without_any_that_is_said(qtbot: QtBot) -> None:
    card = SpellingCard()
    qtbot.addWidget(card)
    qtbot.waitUntil(lambda: "No dictionary" in card.sentence.text())
