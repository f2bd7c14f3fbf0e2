"""One pair to decide: why, both cards side by side, which one speaks, and the two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.linking.preview import both_cards
from app.linking.queries import BY_HAND
from resources.text import _, say
from ui.linking.compare_grid import CompareGrid
from ui.linking.words import because, card_line, likelihood
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import Label, heading, quiet
from ui.widgets.loading import ABOUT, StateStack
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.linking.preview import CardFacts
    from app.linking.queries import CardLine, PairRow
    from ui.desk import Desk, Pending


class PairView(QWidget):
    """Shows one pair after another."""

    link_wanted = Signal(object, object, object)
    """The pair, the card that speaks, and the card that is linked to it."""
    different_wanted = Signal(object)
    """The pair that shows two people."""
    card_wanted = Signal(object)

    def __init__(self, desk: Desk, nothing: str = "", parent: QWidget | None = None) -> None:
        """Begin without a pair; `nothing` says what to do for one."""
        super().__init__(parent)
        self._desk = desk
        self._nothing = nothing or _("Choose a pair to see both cards.")
        self.pair: PairRow | None = None
        self._pending: Pending[tuple[CardFacts | None, CardFacts | None]] | None = None
        self._why, self._score = Label(), heading("")
        self.grid = CompareGrid()
        self.speaker: ChoiceField[str] = ChoiceField()
        self.link_button = primary_button(_("Link these cards"), "check")
        self.different_button = plain_button(_("They are two people"))
        self.one_button = plain_button(_("Open the left card"), "person")
        self.other_button = plain_button(_("Open the right card"), "person")
        self._body = self._build()
        self.state = StateStack(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        self._connect()
        self.show_nothing()

    def _build(self) -> QWidget:
        card = Card()
        card.add(self._score)
        card.add(self._why)
        card.add(self.grid)
        opening = FlowLayout(gap=spacing(8))
        opening.addWidget(self.one_button)
        opening.addWidget(self.other_button)
        card.add(opening)
        deciding = Card(_("Is this one person?"))
        form = Form()
        form.add("speaker", _("The card that stays in the lists"), self.speaker)
        deciding.add(form)
        deciding.add(
            quiet(
                _(
                    "Notes, visits and letters of both are shown together from then on. Nothing "
                    "is moved: the link can be undone at any time, and both cards are as before."
                )
            )
        )
        row = FlowLayout(gap=spacing(8))
        row.addWidget(self.different_button)
        row.addWidget(self.link_button)
        deciding.add(row)
        body = ScrollBody(most_width=900)
        body.add(card)
        body.add(deciding)
        body.end()
        return body

    def _connect(self) -> None:
        self.link_button.clicked.connect(self._on_link)
        self.different_button.clicked.connect(self._on_different)
        self.one_button.clicked.connect(self._on_one)
        self.other_button.clicked.connect(self._on_other)
        self.state.retried.connect(self._on_retried)

    def show_nothing(self) -> None:
        """Say that a pair can be chosen."""
        self.pair = None
        self.state.show_empty(EmptyState(self._nothing, icon="clients"))

    def show_pair(self, pair: PairRow) -> None:
        """Show another pair."""
        self.pair = pair
        self.setProperty(ABOUT, f"{pair.one.id} {pair.other.id}")
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self._desk.ask(both_cards, pair.one.id, pair.other.id)
        self._pending.then(self._on_cards).if_unavailable(self._on_unavailable)

    def _on_cards(self, found: tuple[CardFacts | None, CardFacts | None]) -> None:
        one, other = found
        pair = self.pair
        if pair is None or one is None or other is None:
            self.show_nothing()
            return
        by_hand = pair.id == BY_HAND
        words = _("{score} likely one person").format(score=likelihood(pair.score))
        self._score.setText(_("What comes together") if by_hand else words)
        self._why.setText(because(pair.reasons))
        self._why.setVisible(bool(pair.reasons))
        self.different_button.setVisible(not by_hand)
        self.grid.show_cards(one, other)
        sides = ((pair.one, _("left")), (pair.other, _("right")))
        self.speaker.set_options([(card.id.hex, _named(card, side)) for card, side in sides])
        self.speaker.set_value((one if one.weight >= other.weight else other).id.hex)
        self.state.show_content()

    def _on_link(self) -> None:
        if self.pair is not None:
            one, other = self.pair.one.id, self.pair.other.id
            is_one = self.speaker.value() == one.hex
            speaker, linked = (one, other) if is_one else (other, one)
            self.link_wanted.emit(self.pair, speaker, linked)

    def _on_different(self) -> None:
        if self.pair is not None:
            self.different_wanted.emit(self.pair)

    def _on_one(self) -> None:
        self._open(self.pair.one.id if self.pair else None)

    def _on_other(self) -> None:
        self._open(self.pair.other.id if self.pair else None)

    def _open(self, card: UUID | None) -> None:
        if card is not None:
            self.card_wanted.emit(card)

    def _on_retried(self) -> None:
        if self.pair is not None:
            self.show_pair(self.pair)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _named(card: CardLine, side: str) -> str:
    """Answer a card as the choice of who speaks calls it."""
    return " · ".join(filter(None, (f"{card.name} ({side})", card_line(card))))
