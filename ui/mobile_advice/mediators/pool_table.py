"""The pools of mediators: what each needs and offers, those in use first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.mobile_advice.mediators.pooling import add_known_pools
from app.mobile_advice.mediators.queries import PoolRow, list_pools
from resources.text import _, ngettext
from ui.mobile_advice.booking.row_table import RowTable
from ui.mobile_advice.mediators.words import lead_words, pool_words
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from ui.desk import Desk, Pending


class PoolTable(RowTable[PoolRow]):
    """Enter opens the chosen pool."""

    edit_wanted = Signal(object)
    """The row of a pool, or None for a new one."""

    def __init__(self, desk: Desk) -> None:
        """Build the list."""
        columns = [
            Column(_("Pool"), _name, width="stretch", quiet=pool_words, tone=_tone, least=180),
            Column(_("Notice"), _lead, width=140, least=130),
            Column(_("Sworn"), _sworn, width=90),
            Column(_("Telephone"), _phone, width=140),
        ]
        table: DataTable[PoolRow] = DataTable(columns, _("Pools of mediators"))
        sentence = _("Each pool has its own lead time, languages and rules.")
        super().__init__(desk, _("Pools"), sentence, table)
        self.known_button = plain_button(_("Add known pools"), "download")
        self.known_button.setToolTip(_("Pools of this country that the program knows as a pattern"))
        self.add_button = primary_button(_("Add pool"), "add")
        self.add_buttons(self.known_button, self.add_button)
        self.known_button.clicked.connect(self._on_known)
        self.add_button.clicked.connect(self._on_add)
        self.table.row_activated.connect(self.edit_wanted)

    def ask_rows(self) -> Pending[tuple[PoolRow, ...]]:
        """Ask for the pools."""
        return self.desk.ask(list_pools)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        sentence = _("No pool is entered. Pools send mediators where nobody of your own can come.")
        empty = EmptyState(sentence, _("Add pool"), icon="language")
        empty.acted.connect(self._on_add)
        return empty

    def _on_add(self) -> None:
        self.edit_wanted.emit(None)

    def _on_known(self) -> None:
        pending = self.desk.act(add_known_pools).then(self._on_added)
        pending.if_refused(self.on_refused).if_unavailable(self.on_unavailable)

    def _on_added(self, count: int) -> None:
        words = ngettext("{count} pool is added.", "{count} pools are added.", count)
        self.said.emit(words if count else _("All known pools are there already."), None)
        self.refresh()


def _name(row: PoolRow) -> str:
    return row.name if row.is_active else _("{name} (not offered)").format(name=row.name)


def _tone(row: PoolRow) -> str:
    return "" if row.is_active else "quiet"


def _lead(row: PoolRow) -> str:
    return lead_words(row.lead_days)


def _sworn(row: PoolRow) -> str:
    return _("Yes") if row.sworn else ""


def _phone(row: PoolRow) -> str:
    return row.phone
