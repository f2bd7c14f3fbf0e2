"""Who is booked: a person with a card, or somebody whose name is kept as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.picking.hit_words import hit_line
from ui.picking.hits_model import HitsModel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from app.clients.queries import ClientHit
    from ui.desk import Desk


class PersonOrName(ClientPicker):
    """What is typed and not chosen is the name of somebody without a card."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody."""
        super().__init__(desk)
        nothing = _("Nobody is found. The name is kept as it is typed.")
        self.hits: HitsModel[ClientHit] = HitsModel(hit_line, nothing)
        self._completer.setModel(self.hits)

    def typed_name(self) -> str:
        """Answer the name of somebody without a card."""
        return "" if self.value() is not None else self.text().strip()

    def is_valid(self) -> bool:
        """Answer that every name will do."""
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose the only one found when that is the whole name, and leave others as typed."""
        hits, typed = self.hits.hits, self.text().strip().casefold()
        same = [hit for hit in hits if typed in {hit.name.casefold(), hit.sorted_name.casefold()}]
        if self.value() is None and len(same) == 1:
            self._choose(same[0])
        super().focusOutEvent(event)
