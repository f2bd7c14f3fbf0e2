"""What the search holds ready is sought word by word, and shows a few lines only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clients.rules import fold
from ui.quick_held import MOST_FOUND, QuickHeld
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from ui.desk import Desk, Pending
    from ui.quick_search import Source


def found(qtbot: QtBot, source: Source, typed: str) -> list[Finding]:
    """Answer what a source finds."""
    answers: list[Sequence[Finding]] = []
    source(typed).then(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return list(answers[0])


def _rows(_connection: Connection) -> tuple[str, ...]:
    return ("Rote Straße 1", "Rote Straße 2", "Rote Straße 3", "Blauer Weg")


class Streets(QuickHeld[str]):
    """Holds four streets, of which the office does not offer one."""

    def ask(self) -> Pending[Any]:
        """Ask for all."""
        return self._desk.ask(_rows)

    def words(self, row: str) -> str:
        """Answer all words."""
        return fold(row)

    def finding(self, row: str) -> Finding:
        """Answer its name."""
        return Finding(row, "", "home", Place("streets"))

    def offers(self, row: str) -> bool:
        """Leave the first out."""
        return not row.endswith("1")


def test_every_word_must_occur_in_whatever_order(qtbot: QtBot, desk: Desk) -> None:
    streets = Streets(desk)
    assert [one.title for one in found(qtbot, streets, "strasse ROT")] == [
        "Rote Straße 2",
        "Rote Straße 3",
    ]
    assert [one.title for one in found(qtbot, streets, "weg blau")] == ["Blauer Weg"]
    assert not found(qtbot, streets, "rote blau")
    assert len(found(qtbot, streets, "e")) == MOST_FOUND
