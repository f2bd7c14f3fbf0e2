"""A button whose words wrap instead of being cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.admin.choice_button import ChoiceButton
from ui.widgets.problem_summary import ProblemSummary
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "Wiederherstellungsschlüssel: In Gruppe 1 des Wiederherstellungsschlüssels fehlt etwas."


def test_a_narrow_button_is_higher_than_a_wide_one(qtbot: QtBot) -> None:
    button = ChoiceButton("Name", LONG, "key")
    qtbot.addWidget(button)
    assert button.heightForWidth(200) > button.heightForWidth(1200)


def test_return_presses_it_as_the_space_bar_does(qtbot: QtBot) -> None:
    button = ChoiceButton("Name", LONG, "key")
    qtbot.addWidget(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1, 1]


def test_a_long_problem_is_shown_whole_and_leads_to_its_field(qtbot: QtBot) -> None:
    summary = ProblemSummary()
    qtbot.addWidget(summary)
    wanted: list[str] = []
    summary.field_wanted.connect(wanted.append)
    summary.show_lines([("recovery_key", "Schlüssel", LONG)])
    summary.resize(240, summary.heightForWidth(240))
    summary.show()
    line = summary.findChildren(WordsButton)[0]
    assert line.accessibleName() == f"Schlüssel: {LONG}"
    assert line.height() >= line.heightForWidth(line.width())
    line.click()
    assert wanted == ["recovery_key"]
