"""The mailings that were made: the list on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters.mass.queries import runs
from resources.text import _, say
from ui.letters.run_card import RunCard
from ui.letters.run_words import counts_of, day_of
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.letters.mass.rows import RunRow
    from ui.desk import Desk


class RunsBrowser(QWidget):
    """Finds a mailing again: what failed, its files, its day of posting."""

    left = Signal()
    new_wanted = Signal()
    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; nothing is asked yet."""
        super().__init__(parent)
        self._desk = desk
        self._wanted: UUID | None = None
        self.table: DataTable[RunRow] = DataTable(_columns(), _("Mailings"))
        self.card = RunCard(desk)
        self.detail = StateStack(self.card)
        self.halves = ListDetail(self.table, self.detail)
        self.state = StateStack(self.halves)
        self.back_button = quiet_button(_("Letters"), "back")
        self.new_button = plain_button(_("New mailing"), "add")
        self._build()
        self._show_none()
        self.back_button.clicked.connect(self.left)
        self.new_button.clicked.connect(self.new_wanted)
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_activated.connect(self._on_activated)
        self.state.retried.connect(self.refresh)
        self.card.place_wanted.connect(self.place_wanted)
        self.card.said.connect(self.said)

    def refresh(self) -> None:
        """Ask again for the list, keeping what is chosen."""
        asked = self._desk.ask(runs).then(self._on_found)
        asked.if_unavailable(self._on_unavailable)

    def show_run(self, run_id: UUID) -> None:
        """Show a mailing, once the list is there."""
        self._wanted = run_id
        self.refresh()

    def leave(self) -> None:
        """Go away; what is under way is stopped."""
        self.card.stop()

    def _on_found(self, found: tuple[RunRow, ...]) -> None:
        self.table.set_rows(found, keep=_identity)
        if not found:
            words = _("Letters to many people stand here once they are written.")
            empty = EmptyState(words, _("New mailing"), icon="letters")
            empty.acted.connect(self.new_wanted)
            self.state.show_empty(empty)
            return
        self.state.show_content()
        if self._wanted is not None:
            self.table.choose(self._wanted)
            self.halves.show_detail()
            self._wanted = None
        elif self.table.current_row() is None and self.halves.is_wide():
            self.table.choose_first()
        self._on_chosen(self.table.current_row())

    def _on_chosen(self, row: RunRow | None) -> None:
        if row is None:
            self._show_none()
            return
        self.card.show_run(row)
        self.detail.show_content()

    def _on_activated(self, _row: RunRow) -> None:
        self.halves.show_detail()
        self.card.table.setFocus()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _show_none(self) -> None:
        self.detail.show_empty(EmptyState(_("Choose a mailing to see it."), icon="letters"))

    def _build(self) -> None:
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch()
        header = PageHeader(_("Mailings"), _("Letters that went to many people at once"))
        header.add_action(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.state, 1)


def _columns() -> list[Column[RunRow]]:
    return [
        Column(
            _("Mailing"),
            lambda row: row.title,
            width="stretch",
            quiet=counts_of,
            strong=True,
            tone=lambda row: "attention" if row.refused else "",
        ),
        Column(_("Written on"), day_of, quiet=lambda row: row.by, sort=lambda row: row.at),
    ]


def _identity(row: RunRow) -> object:
    return row.id
