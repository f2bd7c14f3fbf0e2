"""The recovery key in large groups, with the ways to get it onto paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.admin.remark import Remark
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, title

_IN_A_ROW = 3


class RecoveryKeyView(QWidget):
    """Groups of the key, numbered as on the printed page."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a key."""
        super().__init__(parent)
        self._groups = QGridLayout()
        self._groups.setHorizontalSpacing(spacing(24))
        self._groups.setVerticalSpacing(spacing(12))
        card = Card()
        card.body.addLayout(self._groups)
        self.print_button = plain_button(_("Print"), "print")
        self.save_button = plain_button(_("Save as PDF"), "save")
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        row = QHBoxLayout()
        row.setSpacing(spacing(12))
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(12))
        column.addWidget(card)
        column.addLayout(row)
        self.status = Remark()
        column.addWidget(self.status)
        self.status.hide()

    def say(self, sentence: str, tone: str) -> None:
        """Say below the buttons what became of printing or saving."""
        self.status.say(sentence, tone)
        self.status.show()

    def show_key(self, key: str) -> None:
        """Show a key whose groups are parted by "-" or spaces."""
        while (item := self._groups.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, group in enumerate(key.replace("-", " ").split()):
            row, column = divmod(place, _IN_A_ROW)
            self._groups.addWidget(_group(place + 1, group), row, column)


def _group(number: int, group: str) -> QWidget:
    """Answer one group below its number."""
    cell = QWidget()
    cell.setAccessibleName(
        _("Group {number}: {letters}").format(number=number, letters=" ".join(group))
    )
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(quiet(str(number)))
    column.addWidget(title(group))
    return cell
