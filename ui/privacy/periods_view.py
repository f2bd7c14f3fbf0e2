"""The periods of the office: by which rule what is kept how long, and setting one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.privacy.actions import set_period
from app.privacy.rules import PERIOD_TITLES, WAY_LABELS, Override
from resources.text import _, ngettext, say
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.fields import TextField
from ui.widgets.form import Form
from ui.widgets.labels import heading
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.privacy.rules import Keeping, Period
    from ui.desk import Desk


class PeriodsView(QWidget):
    """The list on top, the form of the chosen period below it."""

    said = Signal(str, object)
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without periods."""
        super().__init__(parent)
        self._desk = desk
        self.table: DataTable[Period] = DataTable(_columns(), _("Periods"))
        self.table.row_chosen.connect(self._on_row_chosen)
        self._head = heading("")
        self.months, self.source = TextField(4), TextField()
        self.form = Form()
        self.form.begin_row()
        self.form.add("months", _("Months"), self.months, stretch=1)
        why = _("The decision, agreement or order that it follows.")
        self.form.add("source", _("Source"), self.source, hint=why, stretch=4)
        self.form.end_row()
        self.save_button = plain_button(_("Set for this office"))
        self.save_button.clicked.connect(self.save)
        self.card = Card()
        self.card.add(self._head)
        self.card.add(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        self.card.add(row)
        self.card.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(12), 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.card)

    def show_keeping(self, keeping: Keeping) -> None:
        """Show the periods that hold today."""
        self.table.set_rows(keeping.periods, _key)

    def save(self) -> None:
        """Set the chosen period from today on."""
        period = self.table.current_row()
        if period is None or not self.form.check():
            return
        typed = self.months.value().strip()
        months = int(typed) if typed.isascii() and typed.isdigit() else 0
        today = self._desk.local_now.date()
        override = Override(period.code, months, today, self.source.value())
        pending = self._desk.act(set_period, uuid4(), override)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_row_chosen(self, period: Period | None) -> None:
        self.card.setVisible(period is not None)
        if period is not None:
            self._head.setText(_(PERIOD_TITLES[period.code]))
            self.form.clear_problems()
            self.months.set_value(str(period.months))
            self.source.set_value(period.source if period.is_own else "")

    def _on_saved(self, _rule_id: UUID) -> None:
        self.said.emit(_("The period holds from today on."), None)
        self.changed.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)


def _key(period: Period) -> object:
    return period.code


def _columns() -> tuple[Column[Period], ...]:
    return (
        Column(
            _("What"),
            lambda period: _(PERIOD_TITLES[period.code]),
            "stretch",
            quiet=lambda period: period.source,
            strong=True,
        ),
        Column(_("How long"), _months),
        Column(_("What happens"), lambda period: _(WAY_LABELS[period.way])),
        Column(_("Set by"), _whose),
    )


def _months(period: Period) -> str:
    return ngettext("{count} month", "{count} months", period.months)


def _whose(period: Period) -> str:
    return _("this office") if period.is_own else _("delivered")
