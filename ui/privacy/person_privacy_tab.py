"""The tab of a person's card about privacy: who may know, who looked, what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.access.queries import my_rights
from app.access.rules import Right
from resources.text import _
from ui.access.restriction_card import RestrictionCard
from ui.exchange.exports import Exports
from ui.privacy.answer_card import AnswerCard
from ui.privacy.looks_card import LooksCard
from ui.style import spacing
from ui.widgets.labels import quiet
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk


class PersonPrivacyTab(QWidget):
    """Looks and the answer are for those who answer requests about personal data."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    export_asked = Signal(object)
    """An `ExportOffer` of who looked; the tab serves itself."""

    features: ClassVar[frozenset[str]] = frozenset({"access", "privacy"})

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Build the tab of one person; it asks with `refresh`."""
        super().__init__(parent)
        self.desk = desk
        self.restriction = RestrictionCard(desk, person_id)
        self.answer = AnswerCard(desk, person_id)
        self.looks = LooksCard(desk, person_id)
        self._why = quiet(
            _("Who looked, and what is held, is shown to those who answer such requests.")
        )
        body = ScrollBody(most_width=760)
        for part in (self.restriction, self.answer, self.looks, self._why):
            body.add(part)
        body.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(body)
        self.restriction.place_wanted.connect(self.place_wanted)
        for card in (self.restriction, self.answer):
            card.said.connect(self.said)
        self.looks.export_asked.connect(self.export_asked)
        self.exports = Exports(self)
        self._show(frozenset())

    def refresh(self) -> None:
        """Ask again for everything that is shown."""
        self.restriction.refresh()
        self.desk.ask(my_rights).then(self._on_rights)

    def _on_rights(self, rights: frozenset[Right]) -> None:
        self._show(rights)
        if Right.PRIVACY in rights:
            self.looks.refresh()

    def _show(self, rights: frozenset[Right]) -> None:
        may = Right.PRIVACY in rights
        self.answer.setVisible(may)
        self.looks.setVisible(may)
        self._why.setVisible(not may)
        self.restriction.show_buttons(on=Right.RESTRICT in rights)
