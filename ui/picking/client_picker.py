"""Chooses a client by the beginning of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.queries import ClientHit, find_clients
from resources.text import _, language
from ui.picking.hit_words import hit_line
from ui.picking.hits_model import HitsModel
from ui.picking.record_picker import MOST_SHOWN, RecordPicker

if TYPE_CHECKING:
    from ui.desk import Desk, Pending


class ClientPicker(RecordPicker[ClientHit]):
    """Namesakes are told apart by birth and address."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody chosen."""
        hits = HitsModel(hit_line, _("Nobody is found."))
        super().__init__(desk, hits, _("People found"))

    def ask_hits(self, typed: str) -> Pending[tuple[ClientHit, ...]]:
        """Ask for the people whose name begins with what is typed."""
        return self.desk.ask(find_clients, typed, MOST_SHOWN, language=language())

    def name_of(self, hit: ClientHit) -> str:
        """Answer the name as it is spoken."""
        return hit.name

    def ask_to_choose(self) -> str:
        """Answer the sentence for a name that was typed but not chosen."""
        return _("Choose a person from the list below the name.")
