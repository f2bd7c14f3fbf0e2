"""Asks from which day until which day a letter about hours or ways is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.expenses.queries import letter_of_period
from resources.text import _, say
from ui.widgets.fields import DateField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused, Unavailable
    from app.expenses.queries import LetterOfPeriod
    from ui.desk import Desk


class PeriodQuestion(Question):
    """Stays open until the letter can be begun; what stands against it is said beside the field."""

    begun = Signal(object)
    """A `LetterOfPeriod`."""

    def __init__(
        self, desk: Desk, parent: QWidget, person_id: UUID, template: str, first: date
    ) -> None:
        """Begin with the days from `first` until today."""
        title = _("Hours certificate") if template == "hours_certificate" else _("Driving voucher")
        sentence = _("Hours, kilometres and amounts of the period are put into the letter.")
        super().__init__(parent, title, sentence, _("Begin letter"))
        self._desk, self._person_id, self._template = desk, person_id, template
        self.form = Form()
        self.form.begin_row()
        self.first, self.last = DateField(), DateField()
        self.form.add("first", _("First day"), self.first)
        self.form.add("last", _("Last day"), self.last)
        self.form.end_row()
        today = desk.local_now.date()
        self.first.set_value(first)
        self.last.set_value(min(today, first.replace(month=12, day=31)))
        self.body.addWidget(self.form)
        self.form.focus_field("first")

    def accept(self) -> None:
        """Gather what the letter says; close when it can be begun."""
        if not self.form.check():
            return
        pending = self._desk.ask(
            letter_of_period,
            self._person_id,
            self._template,
            self.first.value(),
            self.last.value(),
            self._desk.local_now.date(),
        )
        pending.then(self._on_letter).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_letter(self, letter: LetterOfPeriod) -> None:
        self.begun.emit(letter)
        super().accept()

    def _on_refused(self, refused: Refused) -> None:
        known = {"first", "last"}
        self.form.show_problems(
            [
                problem
                if problem.field in known
                else type(problem)(problem.message, "first", problem.values)
                for problem in refused.problems
            ]
        )

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.form.field("first").show_problem(say(trouble.problem))
