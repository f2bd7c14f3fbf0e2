"""Qt's own texts in the language of the window: its file, and what the file leaves in English."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTranslator

from app.errors import N_
from resources.text import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LEFT_OUT = MappingProxyType(
    {
        "QFileDialog": (N_("&Look in:"), N_("Files of &type:")),
        "QAbstractFileIconProvider": (N_("Unknown"), N_("File"), N_("Folder"), N_("Drive")),
        "QPrintSettingsOutput": (
            N_("Double Sided Printing"),
            N_("Off"),
            N_("Long side binding"),
            N_("Short side binding"),
            N_("Page &Set:"),
        ),
        "QPageSetupWidget": (N_("Pages &per sheet:"), N_("Page &order:")),
        "QCupsJobWidget": (
            N_("Scheduled &printing:"),
            N_("&Billing information:"),
            N_("Job &priority:"),
            N_("&Start:"),
            N_("&End:"),
        ),
    }
)
"""Texts of the file and print dialogs that Qt's Danish file lacks, by Qt's context."""

_installed: list[QTranslator] = []


class LeftOut(QTranslator):
    """Answers what Qt's own file leaves out; every other text stays as it is."""

    def isEmpty(self) -> bool:
        """Answer that there is something to ask for."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Translate a text that is left out through the program's own catalogue."""
        del disambiguation, n
        return _(sourceText) if sourceText in LEFT_OUT.get(context, ()) else sourceText


def install_qt_texts(app: QApplication, language: str) -> None:
    """Have Qt's dialogs, menus and keys speak a language; English is Qt's own."""
    while _installed:
        app.removeTranslator(_installed.pop())
    if language == "en":
        return
    # The translator that is installed last is asked first.
    _install(app, LeftOut(app))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        _install(app, translator)


def _install(app: QApplication, translator: QTranslator) -> None:
    app.installTranslator(translator)
    _installed.append(translator)
