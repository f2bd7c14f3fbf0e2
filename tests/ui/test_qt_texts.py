"""Qt's own dialogs, menus and keys speak the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMessageBox

from resources.text import LANGUAGES, use_language
from ui.qt_texts import LEFT_OUT, install_qt_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXTS = [(context, text) for context, texts in LEFT_OUT.items() for text in texts]


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Switch the language of Qt's texts; English again afterwards."""

    def switch(language: str) -> None:
        use_language(language)
        install_qt_texts(qapp, language)

    yield switch
    switch("en")


@pytest.mark.parametrize(
    ("language", "cancel", "save"),
    [("de", "Abbrechen", "Speichern"), ("da", "Annuller", "Gem"), ("en", "Cancel", "Save")],
)
def test_standard_buttons_speak_the_language(
    speak: Callable[[str], None], language: str, cancel: str, save: str
) -> None:
    speak(language)
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Save)

    assert box.button(QMessageBox.StandardButton.Cancel).text() == cancel
    assert box.button(QMessageBox.StandardButton.Save).text() == save


@pytest.mark.parametrize(
    ("language", "shown"), [("de", "Strg+Links"), ("da", "Ctrl+Venstre"), ("en", "Ctrl+Left")]
)
def test_keys_are_called_as_on_the_keyboard(
    speak: Callable[[str], None], language: str, shown: str
) -> None:
    speak(language)

    assert QKeySequence("Ctrl+Left").toString(QKeySequence.SequenceFormat.NativeText) == shown


@pytest.mark.parametrize(("context", "text"), TEXTS)
@pytest.mark.parametrize("language", ["de", "da"])
def test_what_the_file_of_qt_leaves_out_is_translated(
    speak: Callable[[str], None], language: str, context: str, text: str
) -> None:
    speak(language)
    shown = QCoreApplication.translate(context, text)

    # "&Start:" is the same word in Danish.
    assert shown
    assert shown != text or text == "&Start:"


def test_a_text_that_nobody_knows_stays_as_it_is(speak: Callable[[str], None]) -> None:
    speak("da")

    assert QCoreApplication.translate("QFileDialog", "A new text of Qt") == "A new text of Qt"


def test_switching_back_to_english_leaves_no_other_language(
    speak: Callable[[str], None],
) -> None:
    for language in (*LANGUAGES, "en"):
        speak(language)

    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
