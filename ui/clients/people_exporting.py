"""Prepares the exports of the people list: counts or finds whom it has, then makes the offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.clients.people_export import Listed, found_offer, listed_offer, person_offer
from ui.clients.people_questions import EVERYBODY
from ui.picking.people_selection import Selection

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.clients.queries import ClientHit
    from app.custom.rules import OwnField
    from ui.clients.people_questions import PeopleQuestions


class PeopleExporting(QObject):
    """One export is prepared at a time: the last one asked for."""

    asked = Signal(object)
    """An `ExportOffer`."""

    def __init__(self, office: PeopleQuestions, parent: QObject) -> None:
        """Ask through `office`."""
        super().__init__(parent)
        self._office = office
        self._chosen = Selection()
        self._columns: tuple[str, ...] = ()
        self.own: tuple[OwnField, ...] = ()
        """The office's own fields, which a file can have, too."""

    def export_list(self, chosen: Selection, columns: Sequence[str]) -> None:
        """Offer everybody who is listed, also those who are not in sight."""
        self._chosen, self._columns = chosen, tuple(columns)
        if chosen.typed:
            self._office.find(chosen, EVERYBODY).then(self._on_found)
        else:
            self._office.count(chosen).then(self._on_counted)

    def export_person(self, client_id: UUID, columns: Sequence[str]) -> None:
        """Offer one person, first as an address card."""
        self._columns = tuple(columns)
        self._office.hit(client_id).then(self._on_hit)

    def _listed(self) -> Listed:
        return Listed(self._office.today, self.own)

    def _on_found(self, hits: tuple[ClientHit, ...]) -> None:
        self.asked.emit(found_offer(self._chosen, hits, self._columns, self._listed()))

    def _on_counted(self, total: int) -> None:
        self.asked.emit(listed_offer(self._chosen, total, self._columns, self._listed()))

    def _on_hit(self, hit: ClientHit | None) -> None:
        if hit is not None:
            self.asked.emit(person_offer(hit, self._columns, self._listed()))
