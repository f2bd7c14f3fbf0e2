"""Languages are typed, chosen and taken away; what is not a language is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.widgets.hands import click
from ui.clients import languages_field
from ui.clients.languages_field import LanguagesField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def languages(qtbot: QtBot) -> LanguagesField:
    """An empty field."""
    field = LanguagesField()
    qtbot.addWidget(field)
    return field


def test_enter_adds_a_language_and_its_button_takes_it_away(
    qtbot: QtBot, languages: LanguagesField
) -> None:
    qtbot.keyClicks(languages.line, "turkish")
    qtbot.keyClick(languages.line, Qt.Key.Key_Return)
    languages.line.set_value("Kurmanji (Kurdish)")
    languages.line.entered.emit()
    assert languages.value() == ("tr", "kmr")
    assert languages.line.text() == ""
    click(languages, "Take Turkish away")
    assert languages.value() == ("kmr",)


def test_a_language_typed_in_full_counts_though_not_added(languages: LanguagesField) -> None:
    languages.set_value(("tr",))
    languages.line.set_value("polish")
    assert languages.value() == ("tr", "pl")
    assert not languages.trouble()


def test_what_is_no_language_is_named_and_kept(languages: LanguagesField) -> None:
    languages.line.set_value("Klingon <b>")
    languages.line.entered.emit()
    assert "Klingon <b>" in languages.trouble()
    assert languages.line.text() == "Klingon <b>"
    assert languages.value() == ()


def test_a_language_is_added_once(languages: LanguagesField) -> None:
    for _again in range(2):
        languages.line.set_value("Turkish")
        languages.line.entered.emit()
    assert languages.value() == ("tr",)


def test_languages_are_named_in_the_language_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages_field, "language", lambda: "de")
    field = LanguagesField()
    qtbot.addWidget(field)
    field.line.set_value("türkisch")
    assert field.value() == ("tr",)


def test_levels_are_asked_where_wanted_and_kept_in_a_draft(qtbot: QtBot) -> None:
    field = LanguagesField(asks_levels=True)
    qtbot.addWidget(field)
    field.set_value(("tr", "de"), ("native", ""))
    field.line.set_value("Polish")
    assert (field.value(), field.levels()) == (("tr", "de", "pl"), ("native", "", ""))
    assert field.text_value() == "tr:native,de|Polish"
    other = LanguagesField(asks_levels=True)
    qtbot.addWidget(other)
    other.restore_text("tr:native,de:unheard of|Po")
    assert (other.value(), other.levels()) == (("tr", "de"), ("native", ""))
    assert other.line.text() == "Po"
