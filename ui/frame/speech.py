"""The language of the window: our catalogue, Qt's own texts, and the locale of its widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from resources.text import LANGUAGES, use_language
from ui import formats
from ui.qt_texts import install_qt_texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def speak(app: QApplication, language: str) -> None:
    """Have the whole program speak a language of `LANGUAGES`; "" is the machine's own."""
    chosen = language if language in LANGUAGES else machine_language()
    use_language(chosen)
    QLocale.setDefault(formats.locale())
    install_qt_texts(app, chosen)


def machine_language() -> str:
    """Answer the first language of the machine that the program speaks, else English."""
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in LANGUAGES:
            return code
    return "en"
