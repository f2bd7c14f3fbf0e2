"""What is known about a visit, in a few lines: who, when, where, and what to mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.visiting.words import what_words, when_words
from ui.widgets.banner import Banner
from ui.widgets.labels import quiet, strong, text

if TYPE_CHECKING:
    from app.visiting.rows import VisitDetails


class VisitFacts(QWidget):
    """The plan of one visit; the client's hint and address protection cannot be missed."""

    def __init__(self, details: VisitDetails, parent: QWidget | None = None) -> None:
        """Show a visit as planned."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        visit = details.visit
        layout.addWidget(strong(visit.client_name))
        layout.addWidget(text(when_words(visit)))
        layout.addWidget(quiet(what_words(visit)))
        if visit.instead_of:
            words = _("{visitor} comes instead of {usual}")
            told = words.format(visitor=visit.visitor, usual=visit.instead_of)
            layout.addWidget(quiet(told))
        if details.place_note:
            layout.addWidget(quiet(details.place_note))
        if details.phone:
            layout.addWidget(quiet(_("Phone {number}").format(number=details.phone)))
        if details.facts.reminder:
            words = _("From last time: {note}").format(note=details.facts.reminder)
            layout.addWidget(Banner("hint", words))
        if details.hint:
            layout.addWidget(Banner("attention", details.hint))
        if details.address_protected:
            layout.addWidget(Banner("danger", _("The address is protected: tell it to nobody.")))
