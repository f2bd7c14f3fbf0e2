"""One request: where it stands, who asked, what the person says, and the first talk so far."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.intake.actions import reopen_request
from app.intake.checklists import items_of
from app.intake.queries import request_card
from app.intake.rules import Stage
from resources.text import _, ngettext, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.consent.words import how_words
from ui.intake.words import (
    answer_words,
    own_words,
    reason_words,
    service_words,
    source_words,
    stage_tone,
    stage_words,
)
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, quiet, strong
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.intake.queries import RequestCard
    from ui.desk import Desk, Pending


class RequestCardView(RecordCard):
    """Shows one request after another without being built anew."""

    decide_wanted = Signal(object)
    """The id of the request."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.card: RequestCard | None = None
        self._pending: Pending[RequestCard | None] | None = None
        self.header = PageHeader("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.edit_button = plain_button(_("First talk"), "edit")
        self.edit_button.setToolTip(_("Go on with the request and its first talk (F2)"))
        self.decide_button = primary_button(_("Decide"), "check")
        self.reopen_button = plain_button(_("Take decision back"), "undo")
        self.status = StatusLabel("")
        self.request = FactGrid(
            [_("Asked on"), _("Who asked"), _("More"), _("Taken by"), _("Waiting since"),
             _("Waits for"), _("Decided"), _("Reason")]
        )  # fmt: skip
        self.own = StatusLabel("")
        self.own_how = quiet("")
        self.talk = Card(_("First talk"))
        self.note = Label().selectable()
        self._note_card = Card(_("Note"))
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
        self._pending = self.desk.ask(request_card, self.record_id)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        for button in (
            self.person_button, self.reopen_button, self.edit_button, self.decide_button,
        ):  # fmt: skip
            self.header.add_action(button)
        about, own = Card(_("Request")), Card(_("What the person says"))
        about.add(self.request)
        own.add(self.own)
        own.add(self.own_how)
        self._note_card.add(self.note)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for card in (about, own, self.talk, self._note_card):
            body.add(card)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        for part in (self.header, self.status):
            inner.addWidget(part)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.person_button.clicked.connect(self._on_person_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.decide_button.clicked.connect(self._on_decide_clicked)
        self.reopen_button.clicked.connect(self._on_reopen_clicked)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: RequestCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This request is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="person"))
            return
        self.header.set_title(card.name)
        self.header.set_subtitle(service_words(card.service))
        running = card.stage in {Stage.OPEN, Stage.WAITING}
        self.decide_button.setVisible(running)
        self.reopen_button.setVisible(not running)
        self.status.set_status(stage_words(card.stage), stage_tone(card.stage))
        self._show_request(card)
        self._show_own_answer(card)
        self._show_talk(card)
        self.note.setText(card.note)
        self._note_card.setVisible(bool(card.note.strip()))
        self.state.show_content()

    def _show_request(self, card: RequestCard) -> None:
        asked = (source_words(card.source), card.source_name, card.source_institution)
        waits = ""
        if card.waiting_since:
            days = (self.desk.local_now.date() - card.waiting_since).days
            waits = formats.show_day(card.waiting_since)
            if card.stage == Stage.WAITING:
                waits += " · " + ngettext("{count} day", "{count} days", max(0, days))
        decided = ""
        if card.decided_on:
            decided = f"{formats.show_day(card.decided_on)} · {card.decided_by}"
        self.request.show_facts(
            [formats.show_day(card.requested_on), " · ".join(filter(None, asked)),
             card.source_note, card.taken_by, waits, card.waiting_reason, decided,
             reason_words(card.reason)]
        )  # fmt: skip

    def _show_own_answer(self, card: RequestCard) -> None:
        tone = {True: "done", False: "danger", None: "attention"}[card.own_consent]
        self.own.set_status(own_words(card.own_consent), tone)
        if card.own_consent is None:
            told = _("Only the person decides: not the children, not the municipality.")
        else:
            day = formats.show_day(card.consent_on) if card.consent_on else ""
            told = " · ".join(filter(None, (day, how_words(card.consent_how))))
        self.own_how.setText(told)

    def _show_talk(self, card: RequestCard) -> None:
        self.talk.clear()
        items = items_of(card.service, card.requested_on, card.country)
        known = [item for item in items if card.answers.get(item.code)]
        for group in dict.fromkeys(item.group for item in known):
            of_group = [item for item in known if item.group == group]
            grid = FactGrid([_(item.label) for item in of_group])
            grid.show_facts([answer_words(item, card.answers[item.code]) for item in of_group])
            self.talk.add(strong(_(group)))
            self.talk.add(grid)
        still = ngettext(
            "{count} question is still open.",
            "{count} questions are still open.",
            len(items) - len(known),
        )
        if len(items) > len(known):
            self.talk.add(quiet(still))

    def _on_person_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("clients", self.card.person_id))

    def _on_edit_clicked(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.id)

    def _on_decide_clicked(self) -> None:
        if self.card is not None:
            self.decide_wanted.emit(self.card.id)

    def _on_reopen_clicked(self) -> None:
        if self.card is not None:
            self._reopen(self.card.id, Stage.WAITING)
            self.said.emit(_("The decision is taken back."), None)

    def undo_of(self, request_id: UUID, stage: str) -> partial[None]:
        """Answer what takes a decision back, to the stage that the request had before."""
        return partial(self._reopen, request_id, stage)

    def _reopen(self, request_id: UUID, stage: str) -> None:
        pending = self.desk.act(reopen_request, request_id, stage)
        pending.then(self._on_reopened).if_refused(self._on_refused)

    def _on_reopened(self, _request: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
