"""A text beside an older one: line and strike say what colours say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from app.letters.studio.comparing import compare
from ui.letters.compared_text import ComparedText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_words_that_came_are_underlined_and_words_that_went_struck(qtbot: QtBot) -> None:
    text = ComparedText()
    qtbot.addWidget(text)
    text.show_stretches(compare("Wir kommen bald.", "Wir kommen morgen."))

    def look(word: str) -> tuple[bool, bool]:
        cursor = QTextCursor(text.document().find(word))
        return cursor.charFormat().fontUnderline(), cursor.charFormat().fontStrikeOut()

    assert [look(word) for word in ("kommen", "morgen", "bald")] == [
        (False, False), (True, False), (False, True),
    ]  # fmt: skip
