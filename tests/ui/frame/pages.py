"""Small pages that remember what was asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from ui.pages import RailEntry
from ui.widgets.page import Page, Place

if TYPE_CHECKING:
    from ui.desk import Desk


class SeenPage(Page):
    """Counts what the window asks of it."""

    features: ClassVar[frozenset[str]] = frozenset({"clients"})

    def __init__(self, desk: Desk) -> None:
        """Begin unasked, with one field."""
        super().__init__(desk)
        self.refreshed = 0
        self.flushed = 0
        self.places: list[Place] = []
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Name")
        QVBoxLayout(self).addWidget(self.field)

    def refresh(self) -> None:
        """Count."""
        self.refreshed += 1

    def show_place(self, place: Place) -> None:
        """Remember."""
        self.places.append(place)

    def flush(self) -> None:
        """Count."""
        self.flushed += 1


class OtherPage(SeenPage):
    """A page that shows another feature."""

    features: ClassVar[frozenset[str]] = frozenset({"letters"})


ENTRIES = (
    RailEntry("my_day", "My day", "my_day", SeenPage),
    RailEntry("letters", "Letters", "letters", OtherPage),
    RailEntry("more", "More", "more", SeenPage),
)
