"""How the screens of the template studio are brought about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.letters.studio_page import StudioPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage

HARD = (
    "[subject]\nIhr Antrag\n\n[purpose]\nSie werden gebeten, die Unterlagen diesbezüglich "
    "vollständig einzureichen, da die Bearbeitung ohne Vorlage der Wohnungsgeberbestätigung "
    "durch die zuständige Stelle nicht ohne Weiteres erfolgen kann.\n\n"
    "[whom]\nHaben Sie Fragen? Rufen Sie uns an: {phone}.\n"
)


def show_list(tab: int) -> Callable[[Stage], QWidget]:
    """Answer how the list, the words to avoid or the targets are shown."""

    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place("templates"))
        stage.settle()
        (page,) = window.findChildren(StudioPage)
        page.tabs.setCurrentIndex(tab)
        return window

    return show


def show_editor(tab: int, text: str = "") -> Callable[[Stage], QWidget]:
    """Answer how a text is opened with one of the tabs beside it."""

    def show(stage: Stage) -> QWidget:
        code = "free" if text else "hearing"
        window = stage.go_to(Place("templates", None, f"edit {code} de"))
        stage.settle()
        (page,) = window.findChildren(StudioPage)
        if page.editor is not None:
            page.editor.side.tabs.setCurrentIndex(tab)
            if text:
                page.editor.edit.set_value(text)
        stage.settle()
        return window

    return show
