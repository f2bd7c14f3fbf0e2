"""The language of the window: our catalogue, Qt's own texts, and the locale of its widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from resources.text import LANGUAGES, use_language
from ui import formats

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_translators: list[QTranslator] = []


def speak(app: QApplication, language: str) -> None:
    """Have the whole program speak a language of `LANGUAGES`; "" is the machine's own."""
    chosen = language if language in LANGUAGES else machine_language()
    use_language(chosen)
    QLocale.setDefault(formats.locale())
    while _translators:
        app.removeTranslator(_translators.pop())
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if chosen != "en" and translator.load(f"qtbase_{chosen}", folder):
        app.installTranslator(translator)
        _translators.append(translator)


def machine_language() -> str:
    """Answer the first language of the machine that the program speaks, else English."""
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in LANGUAGES:
            return code
    return "en"
