"""From whom a person is kept apart, with the reason and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong

if TYPE_CHECKING:
    from uuid import UUID

    from app.matches.queries import ApartRow


class ApartCard(Card):
    """Two who are kept apart are never proposed to each other, whoever would visit."""

    ended = Signal(object)
    """An `ApartRow`."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("Kept apart"), _("Keep apart"), icon="add")

    def show_rows(self, person_id: UUID, rows: tuple[ApartRow, ...]) -> None:
        """Show from whom a person is kept apart."""
        self.clear()
        for row in rows:
            name = row.visitor_name if row.person_id == person_id else row.person_name
            self.add(self._line(row, name))
        if not rows:
            self.add(quiet(_("The office keeps nobody away from this person.")))

    def _line(self, row: ApartRow, name: str) -> QWidget:
        line, words = QWidget(), QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(strong(name))
        since = _("since {day}").format(day=formats.show_day(row.since))
        words.addWidget(small(f"{since} · {row.reason}"))
        end = icon_button("bin", _("Keep {name} apart no longer").format(name=name))
        end.setProperty("row", row)
        end.clicked.connect(self._on_end_clicked)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(words, 1)
        layout.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_end_clicked(self) -> None:
        self.ended.emit(self.sender().property("row"))
