"""One fact as it is kept: from whom, for whom, why, on what ground, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.psp.rules import CATEGORY_LABELS, FactCategory
from resources.text import _
from ui import formats
from ui.referrals.psp.words import agencies_words, agency_words
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet, shown, strong

if TYPE_CHECKING:
    from app.referrals.psp.rules import Basis, Fact


class FactCard(QWidget):
    """Two buttons change and delete it."""

    change_wanted = Signal(object)
    removal_wanted = Signal(object)
    """Each tells the `Fact`."""

    def __init__(self, fact: Fact, bases: tuple[Basis, ...]) -> None:
        """Show a fact; `bases` are the grounds that its group may use."""
        super().__init__()
        self.fact = fact
        basis = next((one.law for one in bases if one.code == fact.basis), fact.basis)
        told = _("{category}, from {agency} for {recipients}").format(
            category=_(CATEGORY_LABELS[FactCategory(fact.category)]),
            agency=agency_words(fact.from_agency),
            recipients=agencies_words(fact.recipients),
        )
        ground = _("{law}, until {day}").format(law=basis, day=formats.show_date(fact.expires_on))
        self.change_button = quiet_button(_("Change"), "edit")
        self.remove_button = quiet_button(_("Delete"), "bin")
        named = shown(fact.text)[:60]
        self.change_button.setAccessibleName(_("Change the fact “{fact}”").format(fact=named))
        self.remove_button.setAccessibleName(_("Delete the fact “{fact}”").format(fact=named))
        self.change_button.clicked.connect(self._on_change)
        self.remove_button.clicked.connect(self._on_remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, spacing(8))
        layout.setSpacing(spacing(4))
        for part in (strong(fact.text), quiet(told), quiet(fact.necessity), quiet(ground)):
            layout.addWidget(part)
        line = FlowLayout(gap=spacing(4))
        line.addWidget(self.change_button)
        line.addWidget(self.remove_button)
        layout.addLayout(line)

    def _on_change(self) -> None:
        self.change_wanted.emit(self.fact)

    def _on_remove(self) -> None:
        self.removal_wanted.emit(self.fact)
