"""The rows that look like somebody known: each beside the card, with what can be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.importing.queries import OpenRow, twin_name
from resources.text import _, ngettext
from ui.importing.held_card import HeldCard
from ui.importing.held_export import held_offer
from ui.importing.import_words import name_words
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.table import Column, DataTable, name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex


class ImportHeld(QWidget):
    """After a decision the next row is shown."""

    decided = Signal(object, str)
    """An `OpenRow` and what was decided about it, see `Decision`."""
    card_wanted = Signal(object)
    """The id of a person whose whole card is wanted."""
    left = Signal()
    export_asked = Signal(object)
    """An `ExportOffer` of the rows that wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.count = quiet("")
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save this list as Excel table, CSV or PDF"))
        self.export_button.clicked.connect(self.export)
        self.table = DataTable(_columns(), _("Rows that wait for a decision"))
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.clicked.connect(self._on_clicked)
        self.card = HeldCard()
        self.card.decided.connect(self.decided)
        self.card.card_wanted.connect(self.card_wanted)
        self._split = ListDetail(self._list(), self._detail())
        self.empty = EmptyState(
            _("No row waits for a decision."), _("Back to the import"), icon="done"
        )
        self.empty.acted.connect(self.left)
        self.state = StateStack(self._split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def show_rows(self, rows: Sequence[OpenRow]) -> None:
        """Show the rows that wait; the chosen one stays chosen, or the one in its place."""
        if not rows:
            self.state.show_empty(self.empty)
            return
        before = self.table.currentIndex().row()
        self.count.setText(ngettext("{count} row waits.", "{count} rows wait.", len(rows)))
        self.table.set_rows(rows, _key)
        if self.table.current_row() is None:
            self.table.selectRow(min(max(before, 0), len(rows) - 1))
        self.state.show_content()

    def export(self) -> None:
        """Offer the rows that wait: all of them are in the list."""
        self.export_asked.emit(held_offer(self.table.rows()))

    def begin(self) -> None:
        """Put the focus on the list."""
        self.table.setFocus()

    def _list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.export_button)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        holder.setFocusProxy(self.table)
        return holder

    def _detail(self) -> ScrollBody:
        body = ScrollBody()
        body.add(self.card)
        body.end()
        return body

    def _on_row_chosen(self, row: OpenRow | None) -> None:
        if row is not None:
            self.card.show_row(row)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self._split.show_detail()

    def _on_row_activated(self, row: OpenRow) -> None:
        self.card.show_row(row)
        self._split.show_detail()
        self.card.skip_button.setFocus()


def _columns() -> tuple[Column[OpenRow], ...]:
    return (
        Column(
            _("In the file"),
            lambda row: name_words(row.details),
            "stretch",
            quiet=_origin,
            strong=True,
            sort=lambda row: name_key(name_words(row.details)),
        ),
        Column(_("Looks like"), twin_name, "stretch", quiet=_likeness),
    )


def _origin(row: OpenRow) -> str:
    return _("Line {line} of {file}").format(line=row.line, file=row.file_name)


def _likeness(row: OpenRow) -> str:
    return _("{percent} % sure").format(percent=int(row.score * 100))


def _key(row: OpenRow) -> object:
    return row.id
