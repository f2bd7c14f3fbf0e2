"""Who is on board: a person of the office, or only a name."""

from __future__ import annotations

from ui.picking.client_picker import ClientPicker


class CrewField(ClientPicker):
    """A name that is typed and not chosen is somebody without a card, such as a colleague."""

    def name(self) -> str:
        """Answer the name that is typed or chosen."""
        return self.text()

    def is_valid(self) -> bool:
        """Answer yes: any name will do."""
        return True
