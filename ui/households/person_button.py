"""A name that leads to the card of its person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resources.text import _
from ui.widgets.buttons import quiet_button

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton


class PersonLink(QObject):
    """The button and whom it leads to."""

    wanted = Signal(object)
    """The id of the person."""

    def __init__(self, person_id: UUID, name: str, parent: QObject) -> None:
        """Name somebody."""
        super().__init__(parent)
        self._person_id = person_id
        self.button: QPushButton = quiet_button(name, "person")
        self.button.setToolTip(_("Open the card of {name}").format(name=name))
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._person_id)
