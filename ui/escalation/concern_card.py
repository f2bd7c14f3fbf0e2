"""One concern: what is next, whom to ring, who can be called, what was done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.escalation.actions import reopen_escalation
from app.escalation.queries import concern_card
from resources.text import _, say
from ui import formats
from ui.escalation.calls_card import CallsCard
from ui.escalation.next_card import NextCard
from ui.escalation.numbers_card import NumbersCard
from ui.escalation.words import cause_words, entry_of, since_words
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.escalation.rows import ConcernCard, SavedConcern
    from ui.desk import Desk


class ConcernView(RecordCard):
    """The card of a concern; nothing on it has to be scrolled to before one can act."""

    step_wanted = Signal(object, str, str)
    """A `ConcernCard`, the code of a step, and who was called."""
    closing_wanted = Signal(object)
    """A `ConcernCard`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.shown: ConcernCard | None = None
        self.header = PageHeader("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.visit_button = quiet_button(_("Show visit"), "visiting")
        self.header.add_action(self.visit_button)
        self.header.add_action(self.person_button)
        self._where, self._hint = quiet(""), Banner("attention", "")
        self.following, self.numbers, self.calls = NextCard(), NumbersCard(), CallsCard()
        self.steps, self._timeline = Card(_("What was done")), Timeline()
        self._no_steps = quiet(_("Nothing was noted yet."))
        for part in (self._no_steps, self._timeline):
            self.steps.add(part)
        self.state = StateStack(self._body())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.state, 1)
        self._connect()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        self.state.show_loading()
        pending = self.desk.ask(concern_card, self.record_id, self.desk.local_now.date())
        pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def focus_first(self) -> None:
        """Give the keyboard to what one most probably wants."""
        (self.following.first or self.person_button).setFocus()

    def reopen(self, saved: SavedConcern) -> None:
        """Take back that a concern was closed."""
        pending = self.desk.act(reopen_escalation, saved.id, saved.version)
        pending.then(self._on_reopened).if_refused(self._on_refused)

    def _body(self) -> ScrollBody:
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for part in (self._where, self._hint, self.following, self.numbers, self.calls, self.steps):
            body.add(part)
        body.end()
        return body

    def _connect(self) -> None:
        self.person_button.clicked.connect(self._on_person_clicked)
        self.visit_button.clicked.connect(self._on_visit_clicked)
        self.following.step_wanted.connect(self._on_step_wanted)
        self.following.closing_wanted.connect(self._on_closing_wanted)
        self.following.reopening_wanted.connect(self._on_reopening_wanted)
        self.calls.call_noted.connect(self._on_call_noted)
        self.state.retried.connect(self.refresh)

    def _on_found(self, card: ConcernCard | None) -> None:
        if card is None:
            self.state.show_failed(_("This concern is no longer in the office."))
            return
        if card.concern.id != self.record_id:
            return
        self.shown = card
        now = self.desk.local_now
        self._show_head(card)
        self.following.show_concern(card, now)
        self.numbers.show_numbers(card.numbers)
        self.numbers.setVisible(card.concern.is_open)
        self.calls.show_calls(card)
        self.calls.setVisible(card.concern.is_open)
        entries = [entry_of(step, now.date()) for step in reversed(card.steps)]
        self._timeline.set_entries(entries)
        self._timeline.setVisible(bool(entries))
        self._no_steps.setVisible(not entries)
        self.state.show_content()

    def _show_head(self, card: ConcernCard) -> None:
        row = card.concern
        self.header.set_title(row.person_name)
        told = (cause_words(row), since_words(row, self.desk.local_now.date()))
        self.header.set_subtitle(" · ".join(told))
        self.visit_button.setVisible(row.visit_id is not None)
        where = [", ".join(card.address)] if card.address else []
        if card.visit_words is not None:
            at, visitor = card.visit_words
            words = _("Visit of {name}, {at}")
            where.append(words.format(name=visitor, at=formats.show_datetime(at)))
        self._where.setText(" · ".join(where))
        self._where.setVisible(bool(where))
        self._hint.set_text(card.hint)
        self._hint.setVisible(bool(card.hint))

    def _on_person_clicked(self) -> None:
        if self.shown is not None:
            self.place_wanted.emit(Place("clients", self.shown.concern.person_id))

    def _on_visit_clicked(self) -> None:
        if self.shown is not None:
            self.place_wanted.emit(Place("visiting", self.shown.concern.visit_id))

    def _on_step_wanted(self) -> None:
        if self.shown is not None:
            self.step_wanted.emit(self.shown, self.shown.next_code, "")

    def _on_call_noted(self, kind: object, name: str) -> None:
        """Note a call in the first step that calls this kind of people."""
        if self.shown is not None:
            steps = self.shown.chain.steps
            code = next((step.code for step in steps if step.calls is kind), steps[0].code)
            self.step_wanted.emit(self.shown, code, name)

    def _on_closing_wanted(self) -> None:
        if self.shown is not None:
            self.closing_wanted.emit(self.shown)

    def _on_reopening_wanted(self) -> None:
        if self.shown is not None:
            row = self.shown.concern
            pending = self.desk.act(reopen_escalation, row.id, row.version)
            pending.then(self._on_reopened).if_refused(self._on_refused)

    def _on_reopened(self, _saved: SavedConcern) -> None:
        self.said.emit(_("The concern is open again."), None)
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def undo_of(view: ConcernView, saved: SavedConcern) -> partial[None]:
    """Answer what opens a concern again that was just closed."""
    return partial(view.reopen, saved)
