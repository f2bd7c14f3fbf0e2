"""One call: whom to ring, about what, and how often it was tried."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.advice.calling import Tried, miss_call, reopen_call, restore_call
from app.mobile_advice.advice.figures import figures_on
from app.mobile_advice.advice.queries import call_card
from app.mobile_advice.advice.rules import OPEN_STATES
from resources.text import _, ngettext, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.mobile_advice.advice.words import (
    call_state_words,
    call_tone,
    tongue,
    topic_words,
    when_words,
)
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.mobile_advice.advice.rows import CallRow
    from ui.desk import Desk, Pending


class CallCardView(RecordCard):
    """Shows one call after another."""

    step_wanted = Signal(object)
    """The call of which something else came."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.call: CallRow | None = None
        self._pending: Pending[CallRow | None] | None = None
        self._before: CallRow | None = None
        self.header = PageHeader("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.record_button = quiet_button(_("Show record"), "heart")
        self.book_button = plain_button(_("Book appointment"), "calendar")
        self.edit_button = quiet_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change the call (F2)"))
        self.reached_button = primary_button(_("Reached: record the call"), "phone")
        self.missed_button = plain_button(_("Nobody answered"), "close")
        self.other_button = plain_button(_("Something else"), "more")
        self.reopen_button = plain_button(_("Open again"), "undo")
        self.status = StatusLabel("")
        self.many = Banner("hint", "")
        self.facts = FactGrid(
            [_("Phone"), _("When"), _("What it is about"), _("Topic"), _("Language"), _("Tries"),
             _("Last tried"), _("Who calls"), _("Taken"), _("Note")]
        )  # fmt: skip
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self.desk.ask(call_card, self.record_id)
        self._pending.then(self._on_call).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        # In large type there is no room above the facts: the deeds scroll with them.
        deeds = QWidget()
        buttons = FlowLayout(deeds, spacing(8))
        for button, slot in (
            (self.reached_button, self._on_reached_clicked),
            (self.book_button, self._on_book_clicked),
            (self.missed_button, self._on_missed_clicked),
            (self.other_button, self._on_other_clicked),
            (self.reopen_button, self._on_reopen_clicked),
        ):
            buttons.addWidget(button)
            button.clicked.connect(slot)
        for button, slot in (
            (self.person_button, self._on_person_clicked),
            (self.record_button, self._on_record_clicked),
            (self.edit_button, self._on_edit_clicked),
        ):
            self.header.add_action(button)
            button.clicked.connect(slot)
        call = Card(_("Callback"))
        call.add(self.facts)
        body = ScrollBody()
        body.add(deeds)
        body.add(call)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        for part in (self.header, self.status, self.many):
            inner.addWidget(part)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        self.state.retried.connect(self.refresh)

    def _on_call(self, call: CallRow | None) -> None:
        self._pending = None
        self.call = call
        if call is None:
            sentence = _("This call is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="phone"))
            return
        today = self.desk.local_now.date()
        is_open = call.state in OPEN_STATES
        is_due = is_open and call.next_on is not None and call.next_on <= today
        self.header.set_title(call.name)
        self.header.set_subtitle(call.phone)
        self.status.set_status(call_state_words(call.state), call_tone(call.state, is_due=is_due))
        self.person_button.setVisible(call.person_id is not None)
        self.record_button.setVisible(call.contact_id is not None)
        for button in (self.reached_button, self.missed_button, self.other_button):
            button.setVisible(is_open)
        self.edit_button.setVisible(is_open)
        self.reopen_button.setVisible(not is_open)
        self.facts.show_facts(_facts(call))
        is_much = is_open and call.attempts >= figures_on(today).most_attempts
        self.many.set_text(
            ngettext(
                "Tried {count} time. Write, or ask somebody else to call?",
                "Tried {count} times. Write, or ask somebody else to call?",
                call.attempts,
            )
        )
        self.many.setVisible(is_much)
        self.state.show_content()

    def _on_person_clicked(self) -> None:
        if self.call is not None:
            self.place_wanted.emit(Place("clients", self.call.person_id))

    def _on_record_clicked(self) -> None:
        if self.call is not None:
            self.place_wanted.emit(Place("advice", self.call.contact_id))

    def _on_book_clicked(self) -> None:
        if self.call is not None:
            self.place_wanted.emit(Place("appointments", self.call.id, "of_call"))

    def _on_edit_clicked(self) -> None:
        if self.call is not None:
            self.edit_wanted.emit(self.call.id)

    def _on_reached_clicked(self) -> None:
        if self.call is not None:
            self.place_wanted.emit(Place("advice", self.call.id, "of_call"))

    def _on_other_clicked(self) -> None:
        if self.call is not None:
            self.step_wanted.emit(self.call)

    def _on_missed_clicked(self) -> None:
        if self.call is not None:
            self._before = self.call
            act = self.desk.act(miss_call, self.call.id, self.call.version)
            act.then(self._on_missed).if_refused(self._on_refused)
            act.if_unavailable(self._on_unavailable)

    def _on_missed(self, _call: UUID) -> None:
        before = self._before
        undo = partial(self._restore, before) if before is not None else None
        self.said.emit(_("The call is tried again on the next working day."), undo)
        self.refresh()

    def _restore(self, before: CallRow) -> None:
        tried = Tried(before.state, before.attempts, before.tried_at, before.next_on, before.note)
        act = self.desk.act(restore_call, before.id, before.version + 1, tried)
        act.then(self._on_reopened).if_refused(self._on_refused)

    def _on_reopen_clicked(self) -> None:
        if self.call is not None:
            act = self.desk.act(reopen_call, self.call.id)
            act.then(self._on_reopened).if_refused(self._on_refused)
            act.if_unavailable(self._on_unavailable)

    def _on_reopened(self, _call: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _facts(call: CallRow) -> list[str]:
    tried = call.tried_at.astimezone() if call.tried_at is not None else None
    taken = call.taken_at.astimezone()
    return [
        call.phone,
        when_words(call),
        call.wish,
        topic_words((call.topic,)) if call.topic else "",
        tongue(call.language),
        str(call.attempts or ""),
        formats.show_datetime(tried) if tried is not None else "",
        call.who,
        f"{formats.show_datetime(taken)}, {call.taken_by}",
        call.note,
    ]
