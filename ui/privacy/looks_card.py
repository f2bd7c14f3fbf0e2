"""Who looked at a person, and what about the person left the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.exchange.writing.rules import MOST_SHEET_ROWS
from app.privacy.left_words import file_left, what_left
from app.privacy.looking import seen
from resources.text import _, ngettext, say
from ui import formats
from ui.privacy.look_words import look_words
from ui.privacy.looks_export import looks_offer
from ui.style import length
from ui.widgets.card import Card
from ui.widgets.labels import heading, quiet
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QTableView, QWidget

    from app.errors import Unavailable
    from app.privacy.looking import LeftRow, LookRow, Seen
    from ui.desk import Desk

_ROWS_SHOWN = 8


class LooksCard(Card):
    """Two lists, the latest first."""

    export_asked = Signal(object)
    """An `ExportOffer` of all looks at the person."""

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Build the card of a person; it asks with `refresh`."""
        super().__init__(
            _("Who looked at this person"), _("Export"), parent=parent, icon="download"
        )
        self._desk, self._person_id = desk, person_id
        self.looks: DataTable[LookRow] = DataTable(_look_columns(), _("Who looked at this person"))
        self.left: DataTable[LeftRow] = DataTable(_left_columns(), _("What left the office"))
        self._no_looks = quiet(_("Nobody has opened this card yet."))
        self._nothing_left = quiet(_("Nothing about this person has left the office."))
        self.add(self._no_looks)
        self.add(self.looks)
        self.add(heading(_("What left the office")))
        self.add(self._nothing_left)
        self.add(self.left)
        self.acted.connect(self.export)
        self.show_seen(None)

    def refresh(self) -> None:
        """Ask again."""
        pending = self._desk.ask(seen, self._person_id).then(self.show_seen)
        pending.if_unavailable(self._on_unavailable)

    def show_seen(self, found: Seen | None) -> None:
        """Show other looks; None shows none."""
        looks = found.looks if found else ()
        left = found.left if found else ()
        self.looks.set_rows(looks)
        self.left.set_rows(left)
        for table, nothing in ((self.looks, self._no_looks), (self.left, self._nothing_left)):
            count = table.model().rowCount()
            table.setVisible(bool(count))
            nothing.setVisible(not count)
            table.setFixedHeight(_height(table, count))

    def export(self) -> None:
        """Offer all looks that are kept, not only the latest that are shown."""
        pending = self._desk.ask_aside(seen, self._person_id, MOST_SHEET_ROWS)
        pending.then(self._on_all_seen).if_unavailable(self._on_unavailable)

    def _on_all_seen(self, found: Seen) -> None:
        self.export_asked.emit(looks_offer(found.looks, self._person_id))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._no_looks.setText(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
        self._no_looks.show()


def _height(table: QTableView, rows: int) -> int:
    """Answer a height in pixels that shows all rows, or the first of many."""
    row = table.verticalHeader().defaultSectionSize()
    head = table.horizontalHeader().sizeHint().height()
    return head + row * min(rows, _ROWS_SHOWN) + length(6)


def _look_columns() -> tuple[Column[LookRow], ...]:
    return (
        Column(_("Who"), lambda row: row.who, "stretch", strong=True),
        Column(_("When"), lambda row: formats.show_datetime(row.last_at.astimezone())),
        Column(_("What"), lambda row: look_words(row.what)),
        Column(_("Times"), lambda row: ngettext("once", "{count} times", row.times)),
    )


def _left_columns() -> tuple[Column[LeftRow], ...]:
    return (
        Column(_("To whom"), lambda row: row.to or file_left(row, _)),
        Column(_("What"), lambda row: what_left(row, _), "stretch", quiet=lambda row: row.why),
        Column(
            _("When"),
            lambda row: formats.show_date(row.at.astimezone().date()),
            quiet=lambda row: row.who,
        ),
    )
