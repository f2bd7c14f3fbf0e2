"""Two answers are compared in the words of the screen, not in those of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.drafts.field_words import words_of
from ui.drafts.merging import both_texts
from ui.widgets.fields import CheckField, ChoiceField, LongTextField, TextField, TriStateField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.widgets.input import Input


def _inputs() -> dict[str, Input]:
    return {
        "text": TextField(),
        "long": LongTextField(),
        "choice": ChoiceField([("a", "First"), ("b", "Second")]),
        "check": CheckField("Ticked"),
        "tri": TriStateField(),
    }


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("text", " Erna ", "Erna"),
        ("long", "One\nTwo", "One\nTwo"),
        ("choice", "b", "Second"),
        ("check", "yes", "Yes"),
        ("check", "no", "No"),
        ("tri", "no", "No"),
        ("tri", "", "Not known"),
    ],
)
def test_each_input_says_what_it_shows(qtbot: QtBot, name: str, text: str, words: str) -> None:
    inputs = _inputs()
    for field in inputs.values():
        qtbot.addWidget(field)
    inputs[name].restore_text(text)
    assert words_of(inputs[name]) == words


@pytest.mark.parametrize(
    ("theirs", "mine", "base", "both"),
    [
        ("Old. Theirs", "Old. Mine", "Old.", "Old. Theirs\nMine"),
        ("Theirs", "Mine", "Old", "Theirs\nMine"),
        ("Theirs and mine", "mine", "", "Theirs and mine"),
        ("theirs", "Mine and theirs", "", "Mine and theirs"),
        ("", "Mine", "Old", "Mine"),
    ],
)
def test_both_texts_lose_no_word(theirs: str, mine: str, base: str, both: str) -> None:
    assert both_texts(theirs, mine, base) == both
