"""What is to be done about one person: each visit with its rule, its law and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.preventive.rules import OfferState
from resources.text import _
from ui.preventive.words import (
    due_words,
    law_words,
    offer_words,
    rule_title,
    state_tone,
    state_words,
    valid_words,
)
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet, small, strong
from ui.widgets.page import Place
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QPushButton

    from app.preventive.queries import OpenVisit


_AGAIN = frozenset({OfferState.ACCEPTED, OfferState.MOVED})
"""States that lead on to themselves: a visit is still to be planned, a day is moved again."""


class OpenCard(Card):
    """Tells which visit somebody answered, and how."""

    answer_wanted = Signal(object, object)
    """An `OpenVisit` and an `OfferState`."""
    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("Visits to be offered"))

    def show_visits(self, visits: Sequence[OpenVisit], today: date) -> None:
        """Show what is to be done."""
        self.clear()
        for visit in visits:
            self.add(self._line(visit, today))
        if not visits:
            self.add(quiet(_("Nothing is due at present.")))

    def _line(self, visit: OpenVisit, today: date) -> QWidget:
        line = QWidget()
        top = QHBoxLayout()
        title = strong(rule_title(visit.rule, visit.rule_code))
        top.addWidget(title, 1)
        status = StatusLabel(state_words(visit.state), state_tone(visit.state))
        top.addWidget(status, 0, Qt.AlignmentFlag.AlignTop)
        buttons = FlowLayout(gap=spacing(4))
        for button in self._buttons(visit):
            buttons.addWidget(button)
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, spacing(4))
        layout.setSpacing(spacing(2))
        layout.addLayout(top)
        layout.addWidget(small(_happened(visit, today)))
        if visit.rule is not None:
            law = " · ".join(filter(None, (law_words(visit.rule), valid_words(visit.rule))))
            layout.addWidget(small(law))
        layout.addLayout(buttons)
        return line

    def _buttons(self, visit: OpenVisit) -> list[QPushButton]:
        if visit.state is OfferState.ACCEPTED and visit.offer and visit.offer.visit_id:
            shown = quiet_button(_("Show visit"), "open")
            shown.setProperty("record", visit.offer.visit_id)
            shown.clicked.connect(self._on_visit_clicked)
            return [shown]
        is_accepted = visit.state is OfferState.ACCEPTED
        accept = _("Plan visit") if is_accepted else _("Accepts: plan visit")
        wanted = (
            (OfferState.ACCEPTED, plain_button(accept, "visiting")),
            (OfferState.DECLINED, quiet_button(_("Declines"))),
            (OfferState.MOVED, quiet_button(_("Later"))),
            (OfferState.OFFERED, quiet_button(_("Offered by hand"))),
            (OfferState.VISITED, quiet_button(_("Visited already"))),
        )
        buttons = []
        for state, button in wanted:
            if state is not visit.state or state in _AGAIN:
                button.setProperty("visit", visit)
                button.setProperty("state", state.value)
                button.clicked.connect(self._on_answer_clicked)
                buttons.append(button)
        return buttons

    def _on_answer_clicked(self) -> None:
        sender = self.sender()
        self.answer_wanted.emit(sender.property("visit"), OfferState(sender.property("state")))

    def _on_visit_clicked(self) -> None:
        self.place_wanted.emit(Place("visiting", self.sender().property("record")))


def _happened(visit: OpenVisit, today: date) -> str:
    told = offer_words(visit.offer) if visit.offer is not None else ""
    return " · ".join(filter(None, (due_words(visit.due_on, today), told)))
