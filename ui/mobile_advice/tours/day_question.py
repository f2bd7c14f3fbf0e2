"""Asks for a day: one that is added, or to which a tour moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _, say
from ui.widgets.fields import DateField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.errors import Problem


class DayQuestion(Question):
    """Stays open until the day is taken; what is refused stands beside the field."""

    chosen = Signal(object)
    """The day that is typed, or None."""

    def __init__(
        self, parent: QWidget, title: str, sentence: str, verb: str, day: date | None = None
    ) -> None:
        """Ask for a day, beginning with one."""
        super().__init__(parent, title, sentence, verb)
        self.day = DateField()
        self.day.set_value(day)
        self.form = Form()
        self.form.add("day", _("Day"), self.day)
        self.body.addWidget(self.form)
        self.verb_button.clicked.disconnect()
        self.verb_button.clicked.connect(self._on_verb_clicked)
        self.form.focus_field("day")

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show what is refused beside the day; a summary of one field would say it twice."""
        shown = tuple(problems)
        sentence = " ".join(say(problem) for problem in shown)
        if {one.field for one in shown} == {"day"}:
            self.form.clear_problems()
            self.form.field("day").show_problem(sentence)
            self.form.focus_field("day")
        else:
            self.form.show_problems(shown)
        self.setAccessibleDescription(sentence)

    def _on_verb_clicked(self) -> None:
        if self.form.check():
            self.chosen.emit(self.day.value())
