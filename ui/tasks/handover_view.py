"""Handing work over: whose, to whom, what of it; then the list of it, to be printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.tasks.handover.actions import hand_over, take_back_handover
from app.tasks.handover.queries import desk_of, recent_handovers
from app.tasks.queries import known_colleagues
from app.tasks.rules import HandoverWish
from resources.text import _, ngettext, say
from ui.style import margins, spacing
from ui.tasks.handover_history import HandoverHistory
from ui.tasks.handover_paper import HandoverPaper
from ui.tasks.handover_pieces import HandoverPieces
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.fields import LongTextField, SuggestField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import heading, quiet
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.tasks.handover.rows import Handed, Piece
    from ui.desk import Desk

QUIET_MS = 250
"""How long a name must stand before its desk is looked at."""


class HandoverView(QStackedWidget):
    """One's own desk is looked at first."""

    left = Signal()
    said = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with the desk of the person at work."""
        super().__init__(parent)
        self._desk = desk
        self.paper: HandoverPaper | None = None
        self.from_who, self.to_who = SuggestField(), SuggestField()
        self.from_who.set_value(desk.who)
        self.reason = LongTextField(2)
        self.reason.setMaximumHeight(self.reason.minimumHeight())
        self.form = Form()
        self.pieces = HandoverPieces()
        self.history = HandoverHistory()
        self._nothing = quiet("")
        self.hand_button = primary_button(_("Hand over"), "forward")
        self._close_button = plain_button(_("Close"))
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._arrange()
        self._quiet.timeout.connect(self._ask_desk)
        self.from_who.changed.connect(self._quiet.start)
        self.to_who.changed.connect(self._quiet.start)
        self.hand_button.clicked.connect(self.hand)
        self._close_button.clicked.connect(self.left)
        self.history.list_wanted.connect(self.show_list)

    def refresh(self) -> None:
        """Ask for names, the desk and earlier handovers."""
        self._desk.ask(known_colleagues, self._desk.who).then(self._on_colleagues)
        self._desk.ask(recent_handovers).then(self.history.show_handovers)
        self._ask_desk()

    def hand(self) -> None:
        """Hand over what is ticked."""
        wish = HandoverWish(
            self.from_who.value(), self.to_who.value(), self.reason.value(), self.pieces.chosen()
        )
        self.hand_button.setEnabled(False)
        pending = self._desk.act(hand_over, wish).then(self._on_handed)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def show_list(self, handover_id: UUID) -> None:
        """Show the pages of a handover."""
        self._drop_paper()
        self.paper = HandoverPaper(self._desk, handover_id)
        self.paper.left.connect(self._on_paper_left)
        self.paper.said.connect(self.said)
        self.addWidget(self.paper)
        self.setCurrentWidget(self.paper)

    def _arrange(self) -> None:
        self.form.add("from_who", _("Whose work"), self.from_who)
        self.form.add("to_who", _("Who takes it over"), self.to_who)
        self.form.add("reason", _("Why"), self.reason, optional=True)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing(8))
        row.addWidget(self.hand_button)
        row.addWidget(self._close_button)
        card = Card()
        card.body.setSpacing(spacing(12))
        for part in (heading(_("Hand work over")), self.form, self._nothing, self.pieces, buttons):
            card.add(part)
        body = ScrollBody(most_width=640)
        body.body.setContentsMargins(*margins(4))
        body.add(card)
        body.add(self.history)
        body.end()
        self.addWidget(body)

    def _ask_desk(self) -> None:
        pending = self._desk.ask(
            desk_of, self.from_who.value(), self._desk.local_now, self.to_who.value()
        )
        pending.then(self._on_desk_found).if_unavailable(self._on_unavailable)

    def _on_colleagues(self, names: Sequence[str]) -> None:
        self.from_who.set_suggestions(names)
        self.to_who.set_suggestions(names)

    def _on_desk_found(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces.show_pieces(pieces)
        name = self.from_who.value().strip()
        words = "" if pieces or not name else _("Nothing lies on the desk of {name}.")
        self._nothing.setText(words.format(name=name))
        self._nothing.setVisible(bool(words))
        self.hand_button.setEnabled(bool(pieces))

    def _on_handed(self, handed: Handed) -> None:
        things = ngettext("{count} thing", "{count} things", handed.pieces)
        words = _("Handed over to {name}: {things}.").format(name=handed.to_who, things=things)
        self.said.emit(words, partial(self._take_back, handed.id))
        self.form.clear_problems()
        self.refresh()
        self.show_list(handed.id)

    def _take_back(self, handover_id: UUID) -> None:
        pending = self._desk.act(take_back_handover, handover_id)
        pending.then(self._on_taken_back).if_refused(self._on_refused)

    def _on_taken_back(self, _nothing: None) -> None:
        self.said.emit(_("Everything is back where it was."), None)
        self._on_paper_left()
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.hand_button.setEnabled(True)
        if any(problem.field for problem in refused.problems):
            self.form.show_problems(refused.problems)
        else:
            self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
            self._ask_desk()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.hand_button.setEnabled(True)
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_paper_left(self) -> None:
        self.setCurrentIndex(0)
        self._drop_paper()

    def _drop_paper(self) -> None:
        if self.paper is not None:
            self.removeWidget(self.paper)
            self.paper.deleteLater()
            self.paper = None
