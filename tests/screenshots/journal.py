"""The journal's screens, brought about in the demo office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from ui.journal.find_notes_page import FindNotesPage
from ui.journal.journal_tab import JournalTab
from ui.widgets.page import Place

if TYPE_CHECKING:
    from tests.screenshots.stage import Stage
    from ui.main_window import MainWindow


def show_found_notes(stage: Stage) -> MainWindow:
    """Find a word that stands in many notes."""
    window = stage.go_to(Place("find_notes"))
    stage.settle()
    for page in window.findChildren(FindNotesPage):
        page.search.setText("ar")
    return window


def show_note_details(stage: Stage) -> MainWindow:
    """Say everything about a note."""
    window, tab = _journal(stage)
    tab.composer.text.set_value("Besøg aftalt / Besuch vereinbart")
    tab.composer.toggle_details()
    return window


def show_journal_paper(stage: Stage) -> MainWindow:
    """Look at all notes about a person as pages."""
    window, tab = _journal(stage)
    tab.bar.paper_wanted.emit()
    return window


def _journal(stage: Stage) -> tuple[MainWindow, JournalTab]:
    window = stage.go_to(Place("clients", stage.client_id))
    stage.settle()
    for tabs in window.findChildren(QTabWidget):
        tabs.setCurrentIndex(1)
    stage.settle()
    return window, window.findChildren(JournalTab)[0]
