"""Who gets no letter of a mailing and why, and whose letter needs care; each leads to a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _, say
from ui.style import length, spacing
from ui.widgets.columns import Column
from ui.widgets.labels import heading
from ui.widgets.page import Place
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.letters.mass.rules import RunPlan


class Without(NamedTuple):
    """Somebody who gets no letter or whose letter needs care, and why in a sentence."""

    person_id: UUID
    name: str
    why: str
    is_out: bool


class MassResult(QWidget):
    """Enter or a double click leads to a person's card."""

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        title = _("Look at these people before you write")
        self._title = heading(title)
        self.table: DataTable[Without] = DataTable(_columns(), title)
        self.table.setMinimumHeight(length(160))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self._title)
        layout.addWidget(self.table, 1)
        self.table.row_activated.connect(self._on_activated)
        self.hide()

    def show_people(self, plan: RunPlan) -> None:
        """Show who is left out, then whose letters are to be looked at."""
        rows = [
            Without(one.person_id, one.name, say(one.problem), one.is_refused)
            for one in (*plan.left_out, *plan.notes)
        ]
        self.table.set_rows(sorted(rows, key=lambda row: not row.is_out))
        self.setVisible(bool(rows))

    def _on_activated(self, row: Without) -> None:
        self.place_wanted.emit(Place("clients", row.person_id))


def _columns() -> list[Column[Without]]:
    return [
        Column(_("Person"), lambda row: row.name, width="stretch", quiet=_why, strong=True),
        Column(
            _("Letter"),
            lambda row: _("None") if row.is_out else _("Look at it"),
            icon=lambda row: "warning" if row.is_out else "eye",
            tone=lambda row: "attention" if row.is_out else "quiet",
        ),
    ]


def _why(row: Without) -> str:
    return row.why
