"""Who is booked: a person with a card, or somebody whose name is kept as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.queries import ClientHit, find_clients
from resources.text import _, language
from ui.picking.hit_words import hit_line
from ui.picking.hits_model import HitsModel
from ui.picking.record_picker import MOST_SHOWN, RecordPicker

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from ui.desk import Desk, Pending


class PersonOrName(RecordPicker[ClientHit]):
    """What is typed and not chosen is the name of somebody without a card."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody."""
        nothing = _("Nobody is found. The name is kept as it is typed.")
        super().__init__(desk, HitsModel(hit_line, nothing), _("People found"))

    def typed_name(self) -> str:
        """Answer the name of somebody without a card."""
        return "" if self.value() is not None else self.text().strip()

    def ask_hits(self, typed: str) -> Pending[tuple[ClientHit, ...]]:
        """Ask for the people whose name begins with what is typed."""
        return self.desk.ask(find_clients, typed, MOST_SHOWN, language=language())

    def name_of(self, hit: ClientHit) -> str:
        """Answer the name as it is spoken."""
        return hit.name

    def ask_to_choose(self) -> str:
        """Answer nothing: every name will do."""
        return ""

    def is_valid(self) -> bool:
        """Answer that every name will do."""
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose the only one who is called just that, and leave other names as typed."""
        typed = self.text().strip().casefold()
        same = [
            hit
            for hit in self.hits.hits
            if typed in {hit.name.casefold(), hit.sorted_name.casefold()}
        ]
        if self.value() is None and len(same) == 1:
            self._choose(same[0])
        super().focusOutEvent(event)
