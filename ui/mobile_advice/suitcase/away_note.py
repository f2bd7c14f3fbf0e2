"""Says on a day of a tour that its rows are on the way in a suitcase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.suitcase.away import away_with
from resources.text import _
from ui.widgets.banner import Banner
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.mobile_advice.suitcase.away import SuitcaseRow
    from ui.desk import Desk


class AwayNote(QWidget):
    """Hidden as long as nothing is on the way; the day can be changed all the same."""

    place_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Begin without a day."""
        super().__init__()
        self._desk = desk
        self._suitcase: UUID | None = None
        self.banner: Banner | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_day(self, tour_day_id: UUID) -> None:
        """Ask whether a suitcase is on the way with a day."""
        self._desk.ask(away_with, tour_day_id).then(self._on_found)

    def _on_found(self, rows: Sequence[SuitcaseRow]) -> None:
        if self.banner is not None:
            self._layout.removeWidget(self.banner)
            self.banner.deleteLater()
            self.banner = None
        self.setVisible(bool(rows))
        if not rows:
            return
        self._suitcase = rows[0].id
        sentence = _(
            "{who} has these appointments in a suitcase. What you change here is compared when "
            "it comes back."
        ).format(who=rows[0].made_by)
        self.banner = Banner("hint", sentence, _("Show suitcase"))
        self.banner.acted.connect(self._on_acted)
        self._layout.addWidget(self.banner)

    def _on_acted(self) -> None:
        self.place_wanted.emit(Place("suitcase", self._suitcase))
