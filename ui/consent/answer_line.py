"""One answer on the card: what was asked, what holds, how it was said, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consent.rules import ConsentState
from resources.text import _
from ui.consent.words import asked_words, details_line, standing_tone, standing_words
from ui.style import spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.labels import small, strong
from ui.widgets.leading_row import LeadingRow
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from app.consent.queries import ConsentRow


class AnswerLine(QWidget):
    """An answer that counts can be withdrawn or corrected; an older one is only read."""

    withdraw_wanted = Signal(object)
    correct_wanted = Signal(object)
    """The `ConsentRow`."""

    def __init__(self, row: ConsentRow) -> None:
        """Show an answer."""
        super().__init__()
        self._row = row
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        asked = strong(asked_words(row)) if row.is_current else small(asked_words(row))
        words.addWidget(asked)
        self.status = StatusLabel(standing_words(row), standing_tone(row)).wrapped()
        words.addWidget(self.status)
        words.addWidget(small(details_line(row)).selectable())
        layout = LeadingRow(words, gap=4, top=True)
        self.setLayout(layout)
        if row.is_current and row.state == ConsentState.GIVEN:
            withdraw = quiet_button(_("Withdraw"), "close")
            withdraw.setAccessibleName(_("Withdraw: {asked}").format(asked=asked_words(row)))
            withdraw.clicked.connect(self._on_withdraw_clicked)
            layout.addWidget(withdraw)
        if row.is_current and row.state != ConsentState.WITHDRAWN:
            correct = icon_button("edit", _("Correct: {asked}").format(asked=asked_words(row)))
            correct.clicked.connect(self._on_correct_clicked)
            layout.addWidget(correct)

    def _on_withdraw_clicked(self) -> None:
        self.withdraw_wanted.emit(self._row)

    def _on_correct_clicked(self) -> None:
        self.correct_wanted.emit(self._row)
