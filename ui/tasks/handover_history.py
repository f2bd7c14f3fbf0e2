"""The handovers there were, each with the way to its list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _, ngettext
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, strong

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.tasks.handover.rows import HandoverRow


class HandoverHistory(Card):
    """Goes away while there was no handover."""

    list_wanted = Signal(object)
    """The id of a handover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without any."""
        super().__init__(_("Earlier handovers"), "", parent)
        self.hide()

    def show_handovers(self, rows: Sequence[HandoverRow]) -> None:
        """Show handovers, the newest first."""
        self.clear()
        for row in rows:
            self.add(self._line(row))
        self.setVisible(bool(rows))

    def _line(self, row: HandoverRow) -> QWidget:
        line = QWidget()
        names = _("{first} to {second}").format(first=row.from_who, second=row.to_who)
        pieces = ngettext("{count} thing", "{count} things", row.pieces)
        day = formats.show_date(row.at.astimezone().date())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(names))
        words.addWidget(quiet(" · ".join(filter(None, (day, pieces, row.reason)))))
        button = quiet_button(_("Show list"), "document")
        button.setAccessibleName(_("Show list: {what}").format(what=f"{names}, {day}"))
        button.clicked.connect(partial(self._on_list_clicked, row.id))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, spacing(4), 0, spacing(4))
        layout.addLayout(words, 1)
        layout.addWidget(button)
        return line

    def _on_list_clicked(self, handover_id: UUID) -> None:
        self.list_wanted.emit(handover_id)
