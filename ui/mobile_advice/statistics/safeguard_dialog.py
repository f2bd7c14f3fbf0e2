"""How the office treats small numbers: a practice with its source, or a choice of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.small_numbers.actions import choose_safeguard
from app.small_numbers.practice import practice_of, practices
from app.small_numbers.rules import LEAST_CELLS, ROUNDINGS, SYMBOLS, Safeguard
from resources.text import _, say
from ui import formats
from ui.style import length, margins, spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.fields import CheckField, ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import heading, quiet, small

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class SafeguardDialog(QDialog):
    """Saving holds for every statistic of the office."""

    chosen = Signal(object)
    """The `Safeguard` that held before, for undo."""

    def __init__(self, desk: Desk, safeguard: Safeguard, parent: QWidget) -> None:
        """Show what holds now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.setWindowTitle(_("Small numbers"))
        known = [(one.code, _(one.title)) for one in practices()]
        self.practice: ChoiceField[str] = ChoiceField([("", _("An own choice")), *known])
        self.least: ChoiceField[int] = ChoiceField([(one, str(one)) for one in LEAST_CELLS])
        self.rounding: ChoiceField[int] = ChoiceField(
            [(one, _("to multiples of {step}").format(step=one) if one else _("not at all"))
             for one in ROUNDINGS]
        )  # fmt: skip
        self.symbol: ChoiceField[str] = ChoiceField([(one, one) for one in SYMBOLS])
        self.tells_zero = CheckField(_("Tell where nobody came"))
        self.source = small("").selectable()
        self.form = Form()
        self.form.add("practice", _("As whom"), self.practice)
        self.form.begin_row()
        self.form.add("least", _("Told from"), self.least)
        self.form.add("rounding", _("Rounded"), self.rounding)
        self.form.add("symbol", _("Sign of what is withheld"), self.symbol)
        self.form.end_row()
        self.form.add("tells_zero", "", self.tells_zero)
        self.save_button = primary_button(_("Save choice"))
        self.close_button = plain_button(_("Close"))
        self._arrange()
        self._fill(safeguard)
        self._connect()

    def value(self) -> Safeguard:
        """Answer what is chosen."""
        return Safeguard(
            self.least.value(),
            self.rounding.value(),
            self.symbol.value(),
            self.tells_zero.value(),
        )

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.setSpacing(spacing(8))
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(16))
        layout.setSpacing(spacing(12))
        told = _("Small figures could show who it was. They are withheld, and so are as many others"
                 " as are needed to keep them from being computed.")  # fmt: skip
        for part in (heading(_("Small numbers")), quiet(told), self.form, self.source):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(length(560))

    def _connect(self) -> None:
        self.practice.changed.connect(self._on_practice_chosen)
        for field in (self.least, self.rounding):
            field.changed.connect(self._show_source)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)

    def _fill(self, safeguard: Safeguard) -> None:
        self.least.set_value(safeguard.least)
        self.rounding.set_value(safeguard.rounding)
        self.symbol.set_value(safeguard.symbol)
        self.tells_zero.set_value(safeguard.tells_zero)
        self._show_source()

    def _on_practice_chosen(self) -> None:
        found = next((one for one in practices() if one.code == self.practice.value()), None)
        if found is not None:
            self.least.set_value(found.least)
            self.rounding.set_value(found.rounding)

    def _show_source(self) -> None:
        found = practice_of(self.value())
        self.practice.set_value(found.code if found is not None else "")
        self.source.setVisible(found is not None)
        if found is not None:
            since = formats.show_date(found.valid_from)
            words = _("{source}; as of {day}").format(source=found.source, day=since)
            self.source.setText(words)

    def _on_save_clicked(self) -> None:
        act = self._desk.act(choose_safeguard, self.value())
        act.then(self._on_saved).if_refused(self._on_refused)
        act.if_unavailable(self._on_unavailable)

    def _on_saved(self, before: Safeguard) -> None:
        self.chosen.emit(before)
        self.accept()

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.source.setText(say(trouble.problem))
        self.source.show()
