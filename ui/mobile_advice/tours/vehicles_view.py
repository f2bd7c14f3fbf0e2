"""The vehicles of the office, each a button that opens its form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.tours.queries import list_vehicles
from resources.text import _, ngettext
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from app.mobile_advice.tours.rows import VehicleRow
    from ui.desk import Desk


class VehiclesView(QWidget):
    """Asks for the vehicles whenever it is shown."""

    wanted = Signal(object)
    """The `VehicleRow` that is to be changed, or None for a new one."""

    def __init__(self, desk: Desk) -> None:
        """Begin without vehicles."""
        super().__init__()
        self._desk = desk
        self.add_button = plain_button(_("Add vehicle"), "add")
        self.add_button.clicked.connect(self._on_add_clicked)
        header = PageHeader(_("Vehicles"))
        header.add_action(self.add_button)
        self._card = Card()
        body = ScrollBody()
        body.add(self._card)
        body.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(header)
        layout.addWidget(body, 1)

    def refresh(self) -> None:
        """Ask again for the vehicles."""
        self._desk.ask(list_vehicles).then(self._on_found)

    def _on_found(self, rows: tuple[VehicleRow, ...]) -> None:
        self._card.clear()
        for row in rows:
            button = _VehicleButton(row)
            button.clicked.connect(partial(self._choose, row))
            self._card.add(button)
        if not rows:
            self._card.add(quiet(_("No vehicle yet. Consultation hours need none.")))

    def _choose(self, row: VehicleRow, *_checked: bool) -> None:
        self.wanted.emit(row)

    def _on_add_clicked(self) -> None:
        self.wanted.emit(None)


class _VehicleButton(WordsButton):
    def __init__(self, row: VehicleRow) -> None:
        super().__init__()
        one = row.details
        seats = ngettext("{count} seat", "{count} seats", one.seats or 0) if one.seats else ""
        unused = "" if one.is_active else _("Not in use")
        below = " · ".join(filter(None, (unused, one.plate, seats, one.equipment)))
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(strong(one.name))
        if below:
            words.addWidget(small(below))
        self.row.addLayout(words, 1)
        self.setAccessibleName(f"{one.name}: {below}" if below else one.name)
        self.finish()
