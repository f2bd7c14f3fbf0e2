"""What stands against a letter, each in a sentence, with the way to where it can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _, say
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Problem

_OF_THE_OFFICE = frozenset({"phone", "sender"})


class LetterTroubles(QWidget):
    """Banners for problems; empty while there is none."""

    place_wanted = Signal(object)

    def __init__(self, client_id: UUID, parent: QWidget | None = None) -> None:
        """Lead to the card of the person, or of the office, whichever can be mended."""
        super().__init__(parent)
        self._client_id = client_id
        self.banners: list[Banner] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing(8))
        self.hide()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these problems and no others."""
        for banner in self.banners:
            self._box.removeWidget(banner)
            banner.deleteLater()
        self.banners = [self._banner(problem) for problem in problems]
        for banner in self.banners:
            self._box.addWidget(banner)
        self.setVisible(bool(problems))

    def _banner(self, problem: Problem) -> Banner:
        if problem.field in _OF_THE_OFFICE:
            banner = Banner("danger", say(problem), _("Open the office card"))
            banner.acted.connect(self._on_office_wanted)
        elif problem.field in {"recipient", "name"}:
            banner = Banner("danger", say(problem), _("Show person"))
            banner.acted.connect(self._on_client_wanted)
        else:
            banner = Banner("danger", say(problem))
        return banner

    def _on_office_wanted(self) -> None:
        self.place_wanted.emit(Place("office"))

    def _on_client_wanted(self) -> None:
        self.place_wanted.emit(Place("clients", self._client_id))
