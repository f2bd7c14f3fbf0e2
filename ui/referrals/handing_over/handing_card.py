"""One matter that was handed over: what the receiver knows, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.handing_over.paper import referral_letter
from app.referrals.handing_over.queries import referral_card
from app.referrals.handing_over.rules import HandingState
from resources.text import _, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.letters.letter_exits import LetterExits
from ui.referrals.handing_over.words import (
    asked_words,
    basis_words,
    due_words,
    facts_words,
    name_words,
    state_tone,
    state_words,
    step_words,
    way_words,
)
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.referrals.handing_over.queries import ReferralCard, ReferralStep
    from ui.desk import Desk, Pending

_TONES = {
    HandingState.ACCEPTED: "primary",
    HandingState.REJECTED: "danger",
    HandingState.RETURNED: "danger",
    HandingState.DONE: "done",
}


class HandingCard(RecordCard):
    """Shows one matter after another; of a person who is hidden only what was told."""

    answer_wanted = Signal(object)
    access_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.card: ReferralCard | None = None
        self._pending: Pending[ReferralCard | None] | None = None
        self._prints = False
        self.exits = LetterExits(desk, self)
        self.header = PageHeader("")
        self.status = StatusLabel("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.print_button = quiet_button(_("Print"), "print")
        self.save_button = quiet_button(_("Save as PDF"), "download")
        self.answer_button = primary_button(_("Note what became of it"), "check")
        self.access_button = plain_button(_("Ask for access"), "key")
        self.hidden = quiet(_("You see what was told of this matter. The card itself is hidden."))
        self.asked = quiet("")
        self.facts = FactGrid(
            [_("From whom"), _("To whom"), _("What is asked for"), _("Facts told"),
             _("Legal basis"), _("Handed over"), _("Answer by"), _("Answer"), _("Why"),
             _("Done on")]
        )  # fmt: skip
        self.steps = Timeline()
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        today = self.desk.local_now.date()
        self._pending = self.desk.ask(referral_card, self.record_id, today)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        for button in (self.person_button, self.print_button, self.save_button):
            self.header.add_action(button)
        matter, history = Card(_("Matter")), Card(_("What happened"))
        matter.add(self.facts)
        history.add(self.steps)
        buttons = FlowLayout(gap=spacing(8))
        for button in (self.answer_button, self.access_button):
            buttons.addWidget(button)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for card in (matter, history):
            body.add(card)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        for part in (self.header, self.status, self.hidden, self.asked):
            inner.addWidget(part)
        inner.addLayout(buttons)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.person_button.clicked.connect(self._on_person_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.answer_button.clicked.connect(self._on_answer_clicked)
        self.access_button.clicked.connect(self._on_access_clicked)
        self.exits.said.connect(self._on_said)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: ReferralCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This matter is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="forward"))
            return
        row, today = card.row, self.desk.local_now.date()
        self.header.set_title(name_words(row))
        self.header.set_subtitle(way_words(row))
        self.status.set_status(state_words(row, today), state_tone(row, today))
        self.person_button.setVisible(row.person_id is not None)
        self.hidden.setVisible(row.person_id is None)
        self.asked.setText(_("Your request: {state}").format(state=asked_words(card.asked)))
        self.asked.setVisible(bool(card.asked))
        self.access_button.setVisible(card.may_ask)
        self.answer_button.setVisible(HandingState(row.state).is_open)
        for button in (self.print_button, self.save_button):
            button.setVisible(not row.is_received)
        self.facts.show_facts(_facts(card))
        steps = [_entry(step, is_received=row.is_received) for step in reversed(card.steps)]
        self.steps.set_entries(steps)
        self.state.show_content()

    def _on_person_clicked(self) -> None:
        if self.card is not None and self.card.row.person_id is not None:
            self.place_wanted.emit(Place("clients", self.card.row.person_id))

    def _on_answer_clicked(self) -> None:
        if self.card is not None:
            self.answer_wanted.emit(self.card)

    def _on_access_clicked(self) -> None:
        if self.card is not None:
            self.access_wanted.emit(self.card)

    def _on_print_clicked(self) -> None:
        self._ask_pages(prints=True)

    def _on_save_clicked(self) -> None:
        self._ask_pages(prints=False)

    def _ask_pages(self, *, prints: bool) -> None:
        if self.record_id is None:
            return
        self._prints = prints
        pending = self.desk.ask(referral_letter, self.record_id).then(self._on_pages)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_pages(self, pdf: bytes) -> None:
        name = _("Matter handed over")
        if self._prints:
            self.exits.print_letter(pdf, f"{name}.pdf")
        else:
            self.exits.save_letter(pdf, f"{name}.pdf")

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _facts(card: ReferralCard) -> list[str]:
    row = card.row
    answered = row.answer
    if row.answered_on is not None and answered:
        answered = f"{formats.show_day(row.answered_on)}: {answered}"
    return [
        row.sender,
        row.receiver,
        row.reason,
        facts_words(row) or _("Nothing about the person."),
        basis_words(row.basis, card.law) if row.basis else "",
        f"{formats.show_day(row.sent_on)}, {row.sent_by}",
        due_words(row),
        answered,
        row.answer_reason,
        formats.show_day(row.done_on) if row.done_on is not None else "",
    ]


def _entry(step: ReferralStep, *, is_received: bool) -> TimelineEntry:
    state = HandingState(step.state)
    when = formats.show_datetime(step.at.astimezone())
    return TimelineEntry(
        when=f"{when} · {step.who}",
        title=step_words(state, is_received=is_received),
        text=step.reason,
        tone=_TONES.get(state, ""),
    )
