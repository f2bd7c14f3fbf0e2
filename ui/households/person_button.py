"""A name that leads to the card of its person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resources.text import _
from ui.widgets.buttons import quiet_button, reword

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton


class PersonLink(QObject):
    """The button and whom it leads to; it can name one person after another."""

    wanted = Signal(object)
    """The id of the person."""

    def __init__(self, parent: QObject) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._person_id: UUID | None = None
        self.button: QPushButton = quiet_button("", "person")
        self.button.clicked.connect(self._on_clicked)

    def show_person(self, person_id: UUID, name: str) -> None:
        """Name somebody."""
        self._person_id = person_id
        reword(self.button, name, tip=_("Open the card of {name}").format(name=name))

    def _on_clicked(self) -> None:
        self.wanted.emit(self._person_id)
