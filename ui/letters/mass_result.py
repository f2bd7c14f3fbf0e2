"""Who gets no letter of a mailing and why, with the way to each card."""

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
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from app.letters.mass.rules import LeftOut
    from app.letters.mass.running import Finished


class Without(NamedTuple):
    """Somebody who gets no letter, and why in a sentence."""

    person_id: UUID
    name: str
    why: str


class MassResult(QWidget):
    """Enter or a double click leads to a person's card."""

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._title = heading(_("Who gets no letter"))
        column: Column[Without] = Column(
            _("Person"), _name, width="stretch", quiet=_why, strong=True
        )
        self.table: DataTable[Without] = DataTable([column], _("Who gets no letter"))
        self.table.setMinimumHeight(length(160))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self._title)
        layout.addWidget(self.table, 1)
        self.table.row_activated.connect(self._on_activated)
        self.hide()

    def show_people(self, refused: Sequence[Finished], left_out: Iterable[LeftOut]) -> None:
        """Show whose letters something stands against, then who is left out."""
        rows = [
            Without(one.first, one.name, " ".join(say(problem) for problem in one.problems))
            for one in refused
        ]
        rows += [Without(one.person_id, one.name, say(one.problem)) for one in left_out]
        self.table.set_rows(rows)
        self.setVisible(bool(rows))

    def _on_activated(self, row: Without) -> None:
        self.place_wanted.emit(Place("clients", row.person_id))


def _name(row: Without) -> str:
    return row.name


def _why(row: Without) -> str:
    return row.why
