"""The steps of an import, of which one is seen at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.importing.import_choice import ImportChoice
from ui.importing.import_columns import ImportColumns
from ui.importing.import_result import ImportResult
from ui.importing.import_review import ImportReview
from ui.importing.import_waiting import ImportWaiting

if TYPE_CHECKING:
    from app.importing.watch import Watch


class ImportSteps(QStackedWidget):
    """Remembers the step from which something longer was begun, to go back to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the choice of a file."""
        super().__init__(parent)
        self.choice = ImportChoice()
        self.columns = ImportColumns()
        self.review = ImportReview()
        self.result = ImportResult()
        self.waiting = ImportWaiting()
        self._before: QWidget = self.choice
        for step in (self.choice, self.columns, self.review, self.result, self.waiting):
            self.addWidget(step)

    def show_step(self, step: QWidget) -> None:
        """Show a step and put the focus where one goes on."""
        self.waiting.rest()
        self.setCurrentWidget(step)
        if isinstance(step, ImportChoice):
            step.choose_button.setFocus()
        elif isinstance(step, ImportColumns | ImportReview | ImportResult):
            step.begin()

    def wait(self, words: str, watch: Watch) -> None:
        """Show how far something longer is."""
        self._before = self.currentWidget() or self.choice
        self.waiting.wait_for(words, watch)
        self.setCurrentWidget(self.waiting)

    def go_back(self) -> None:
        """Show the step from which something longer was begun."""
        if self.currentWidget() is self.waiting:
            self.show_step(self._before)
