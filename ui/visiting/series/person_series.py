"""The series of one person in a line each, and the button that plans one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.visiting.series.queries import series_of
from resources.text import _
from ui.style import spacing
from ui.visiting.series.words import hours_words, rhythm_words, state_words
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.page import Place

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from app.visiting.series.rows import SeriesRow
    from ui.desk import Desk


class PersonSeries(QWidget):
    """Shows series that are not over, as the one visited or the one who visits."""

    place_wanted = Signal(object)

    def __init__(self, desk: Desk, person_id: UUID) -> None:
        """Begin empty; whoever shows it finds a place for the button as well."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.plan_button = plain_button(_("Plan a series"), "add")
        self.plan_button.setToolTip(_("Plan visits that return"))
        self.lines: tuple[QPushButton, ...] = ()
        self._rows = FlowLayout(gap=spacing(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addLayout(self._rows)
        self.plan_button.clicked.connect(self._on_plan_clicked)

    def refresh(self) -> None:
        """Ask again for the series."""
        today = self._desk.local_now.date()
        self._desk.ask(series_of, self._person_id, today).then(self._on_found)

    def _on_found(self, rows: tuple[SeriesRow, ...]) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.deleteLater()
        today = self._desk.local_now.date()
        self.lines = tuple(self._line(row, today) for row in rows if not row.is_over(today))
        for line in self.lines:
            self._rows.addWidget(line)

    def _line(self, row: SeriesRow, today: date) -> QPushButton:
        is_visited = row.plan.person_id == self._person_id
        name = row.plan.visitor if is_visited else row.person_name
        parts = (rhythm_words(row.plan), hours_words(row.plan), name, state_words(row, today))
        button = quiet_button(" · ".join(parts), "refresh")
        button.setProperty("series", row.id)
        button.clicked.connect(self._on_line_clicked)
        return button

    def _on_plan_clicked(self) -> None:
        self.place_wanted.emit(Place("series", self._person_id, "plan"))

    def _on_line_clicked(self) -> None:
        self.place_wanted.emit(Place("series", self.sender().property("series")))
