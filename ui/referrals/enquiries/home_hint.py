"""What is known of a home while its address is typed: who lives there, what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.enquiries.queries import at_home
from resources.text import _, ngettext
from ui.picking.hit_words import birth_words
from ui.referrals.enquiries.words import concern_words, local_day, state_words
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, shown, small

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.queries import ClientHit
    from app.clients.rules import Address
    from app.referrals.enquiries.queries import AtHome, EnquiryRow
    from ui.desk import Desk, Pending

WAIT_MS = 150
"""How long typing rests before the home is looked up, in milliseconds."""
MOST_LINES = 3
"""Earlier enquiries that are told; the card shows all."""


class HomeHint(QWidget):
    """A banner with earlier enquiries, and a button for each person who lives there."""

    resident_chosen = Signal(object)
    """A `ClientHit`."""

    def __init__(self, desk: Desk, but: UUID) -> None:
        """Look up homes; the enquiry `but` is not told of itself."""
        super().__init__()
        self._desk = desk
        self._but = but
        self._address: Address | None = None
        self._pending: Pending[AtHome] | None = None
        self._hits: dict[str, ClientHit] = {}
        self.earlier = Banner("attention", "")
        self._lines = Label("", "small")
        self._who = small(_("Lives there:"))
        self._people = QWidget()
        self._flow = FlowLayout(self._people, spacing(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        for part in (self.earlier, self._lines, self._who, self._people):
            layout.addWidget(part)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(WAIT_MS)
        self._late.timeout.connect(self._ask)
        self._show((), ())

    def look_up(self, address: Address) -> None:
        """Look a home up as soon as typing rests."""
        if address != self._address:
            self._address = address
            self._late.start()

    def _ask(self) -> None:
        if self._pending is not None:
            self._pending.forget()
        if self._address is not None:
            self._pending = self._desk.ask(at_home, self._address, self._but).then(self._on_found)

    def _on_found(self, found: AtHome) -> None:
        self._pending = None
        self._show(found.residents, found.earlier)

    def _show(self, residents: tuple[ClientHit, ...], earlier: tuple[EnquiryRow, ...]) -> None:
        words = ngettext(
            "There is {count} earlier enquiry about this home.",
            "There are {count} earlier enquiries about this home.",
            len(earlier),
        )
        self.earlier.set_text(words)
        self._lines.setText("\n".join(map(_line, earlier[:MOST_LINES])))
        for part in (self.earlier, self._lines):
            part.setVisible(bool(earlier))
        self._offer(residents)
        self.setVisible(bool(earlier or residents))

    def _offer(self, residents: tuple[ClientHit, ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._hits = {hit.key: hit for hit in residents}
        for hit in residents:
            words = ", ".join(filter(None, (hit.name, birth_words(hit.birth))))
            button = quiet_button(shown(words), "person")
            button.setProperty("key", hit.key)
            button.clicked.connect(self._on_clicked)
            self._flow.addWidget(button)
        for part in (self._who, self._people):
            part.setVisible(bool(residents))

    def _on_clicked(self) -> None:
        hit = self._hits.get(str(self.sender().property("key")))
        if hit is not None:
            self.resident_chosen.emit(hit)


def _line(row: EnquiryRow) -> str:
    parts = (local_day(row.received_at), concern_words(row.concerns), state_words(row.state))
    return " · ".join(filter(None, parts))
