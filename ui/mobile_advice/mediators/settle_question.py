"""After a talk: how far the mediator came, and what it cost; both may be left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.mediators.rules import Settling, check_settling
from resources.text import _
from ui.widgets.decimal_field import DecimalField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SettleQuestion(Question):
    """Asks for kilometres and fee."""

    def __init__(self, parent: QWidget, currency: str) -> None:
        """Begin empty."""
        sentence = _("Leave open what did not arise.")
        super().__init__(parent, _("The talk took place"), sentence, _("Settle talk"))
        self.kilometres, self.fee = DecimalField(1), DecimalField(2)
        self.form = Form()
        self.form.add("kilometres", _("Kilometres, there and back"), self.kilometres)
        self.form.add("fee", _("Fee ({currency})").format(currency=currency), self.fee)
        self.body.addWidget(self.form)
        self.form.focus_field("kilometres")

    def value(self) -> Settling:
        """Answer what is typed."""
        return Settling(self.kilometres.parts(), self.fee.parts())

    def accept(self) -> None:
        """Close with what can be kept."""
        problems = check_settling(self.value())
        self.form.show_problems(problems)
        if not problems and self.form.check():
            super().accept()
