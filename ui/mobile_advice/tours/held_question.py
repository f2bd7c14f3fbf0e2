"""Asks how far the vehicle drove on a day that was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _
from ui.widgets.decimal_field import DecimalField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HeldQuestion(Question):
    """Without a vehicle nothing is asked but a yes."""

    chosen = Signal(object)
    """Tenths of a kilometre, or None."""

    def __init__(self, parent: QWidget, *, with_vehicle: bool) -> None:
        """Ask for the kilometres."""
        super().__init__(
            parent,
            _("The day was held"),
            _("Then it stands in statistics and in the cost sheet."),
            _("Close day"),
        )
        self.kilometres = DecimalField(1)
        self.form = Form()
        self.form.add("kilometres", _("Kilometres driven"), self.kilometres, optional=True)
        self.form.setVisible(with_vehicle)
        self.body.addWidget(self.form)
        self.verb_button.clicked.disconnect()
        self.verb_button.clicked.connect(self._on_verb_clicked)
        self.form.focus_field("kilometres")

    def _on_verb_clicked(self) -> None:
        if self.form.check():
            self.chosen.emit(self.kilometres.parts())
