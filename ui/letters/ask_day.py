"""The question on which day, and on which way, letters left the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QDialog

from app.letters.rules.states import CHANNEL_LABELS, Channel
from resources.text import _
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget


class Posted(NamedTuple):
    """The day on which something left, and its way."""

    day: date
    channel: str


class DayQuestion(Question):
    """Enter keeps the day once it is one."""

    def __init__(self, parent: QWidget | None, day: date, *, asks_way: bool) -> None:
        """Propose a day; the way is asked for one letter, a mailing always goes by post."""
        sentence = _("Periods are counted from this day.")
        super().__init__(parent, _("When was it posted?"), sentence, _("Keep the day"))
        self.day = DateField()
        self.way: ChoiceField[str] = ChoiceField(
            [(way.value, _(CHANNEL_LABELS[way])) for way in Channel if way is not Channel.NONE]
        )
        self.form = Form()
        self.form.add("posted_on", _("Day of posting"), self.day)
        if asks_way:
            self.form.add("channel", _("Way"), self.way)
        self.body.addWidget(self.form)
        self.day.set_value(day)
        self.form.focus_field("posted_on")

    def accept(self) -> None:
        """Close only with a day."""
        if self.form.check() and self.day.value() is not None:
            super().accept()

    def answer(self) -> Posted | None:
        """Answer what is chosen."""
        day = self.day.value()
        return Posted(day, self.way.value()) if day is not None else None


def ask_day(parent: QWidget, day: date, *, asks_way: bool = False) -> Posted | None:
    """Ask when something was posted; None when the user changed their mind."""
    asked = DayQuestion(parent, day, asks_way=asks_way)
    answer = asked.answer() if asked.exec() == QDialog.DialogCode.Accepted else None
    asked.deleteLater()
    return answer
