"""All links, those that hold first; the chosen one can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.linking.queries import LinkRow


class LinksTable(QWidget):
    """Shows which card speaks for which, since when, and by whom that was said."""

    undo_wanted = Signal(object)
    """The key of a link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without links."""
        super().__init__(parent)
        self.table: DataTable[LinkRow] = DataTable(_columns(), _("Linked cards"))
        self.table.row_chosen.connect(self._on_row_chosen)
        self.undo_button = plain_button(_("Undo this link"), "undo")
        self.undo_button.clicked.connect(self._on_undo)
        row = QHBoxLayout()
        row.addWidget(self.undo_button)
        row.addStretch(1)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(8))
        inner.addWidget(self.table, 1)
        inner.addLayout(row)
        self.state = StateStack(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(12), 0, 0)
        layout.addWidget(self.state)
        self._on_row_chosen(None)

    def show_links(self, links: Sequence[LinkRow]) -> None:
        """Show other links."""
        self.table.set_rows(links, _key)
        if links:
            self.state.show_content()
        else:
            self.state.show_empty(EmptyState(_("No cards are linked yet."), icon="clients"))
        self._on_row_chosen(self.table.current_row())

    def _on_row_chosen(self, row: LinkRow | None) -> None:
        self.undo_button.setEnabled(row is not None and row.undone_at is None)

    def _on_undo(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.undo_wanted.emit(row.id)


def _key(row: LinkRow) -> object:
    return row.id


def _columns() -> tuple[Column[LinkRow], ...]:
    return (
        Column(_("Card in the lists"), lambda row: row.speaker_name, "stretch", strong=True),
        Column(_("Linked card"), lambda row: row.other_name, "stretch"),
        Column(_("Linked"), _linked),
        Column(_("State"), _state, tone=_tone),
    )


def _linked(row: LinkRow) -> str:
    return f"{formats.show_day(row.linked_at.astimezone().date())} · {row.linked_by}"


def _state(row: LinkRow) -> str:
    if row.undone_at is None:
        return _("linked")
    day = formats.show_day(row.undone_at.astimezone().date())
    return _("undone {day} by {who}").format(day=day, who=row.undone_by)


def _tone(row: LinkRow) -> str:
    return "" if row.undone_at is None else "quiet"
