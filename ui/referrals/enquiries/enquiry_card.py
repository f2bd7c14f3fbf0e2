"""One enquiry: what is due, what was said, what was answered, what followed, what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.enquiries.actions import (
    make_card,
    name_person,
    reopen_enquiry,
    route_child,
    take_back_routing,
)
from app.referrals.enquiries.queries import enquiry_card
from resources.text import _, say
from ui.referrals.answers.answers_card import AnswersCard
from ui.referrals.case_notes import CaseNotes
from ui.referrals.enquiries.clock_card import ClockCard
from ui.referrals.enquiries.said_cards import ObservedCard, OutcomeCard, ReporterCard
from ui.referrals.enquiries.steps_card import EarlierCard, StepsCard
from ui.referrals.enquiries.words import (
    about_words,
    due_words,
    reporter_words,
    state_tone,
    state_words,
    urgency_words,
)
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.referrals.enquiries.queries import EnquiryCard
    from ui.desk import Desk, Pending


class EnquiryCardView(RecordCard):
    """Shows one enquiry after another without being built anew."""

    assess_wanted = Signal(object)
    follow_wanted = Signal(object)
    close_wanted = Signal(object)
    answer_wanted = Signal(object)
    """Each tells the id of the enquiry."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.card: EnquiryCard | None = None
        self._begins = False
        self._pending: Pending[EnquiryCard | None] | None = None
        self.header = PageHeader("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.new_card_button = quiet_button(_("Make a card"), "person_add")
        self.edit_button = plain_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Add to the enquiry or correct it (F2)"))
        self.reopen_button = plain_button(_("Open again"), "undo")
        self.close_button = plain_button(_("Close enquiry"), "done")
        self.follow_button = primary_button(_("Begin help"), "add")
        self.status = StatusLabel("").wrapped()
        self.child = Banner("danger", "", _("They were told"))
        self.clock, self.steps, self.earlier = ClockCard(), StepsCard(), EarlierCard()
        self.observed, self.reporter, self.outcome = ObservedCard(), ReporterCard(), OutcomeCard()
        self.answers, self.notes = AnswersCard(desk), CaseNotes(desk)
        self.assessment = Label().selectable()
        self._assessment_card = Card(_("First assessment"))
        self._content = QWidget()
        self._body = ScrollBody()
        self.state = StateStack(self._content)
        self._arrange()
        self._connect()
        # Before the first enquiry there is nothing to be seen, not even for a moment.
        self.state.show_empty(QWidget())

    def show_record(self, record_id: UUID) -> None:
        """Show an enquiry from its head on."""
        self._begins = True
        super().show_record(record_id)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        today = self.desk.local_now.date()
        self._pending = self.desk.ask(enquiry_card, self.record_id, today)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)
        self.answers.show_enquiry(self.record_id)

    def undo_closing(self, enquiry_id: UUID) -> partial[None]:
        """Answer what opens an enquiry again that was just closed."""
        return partial(self._reopen, enquiry_id)

    def _arrange(self) -> None:
        for button in (
            self.person_button, self.new_card_button, self.edit_button, self.reopen_button,
            self.close_button, self.follow_button,
        ):  # fmt: skip
            self.header.add_action(button)
        self._assessment_card.add(self.assessment)
        body = self._body
        body.body.setSpacing(spacing(12))
        # In large type the head is high: it scrolls with the rest.
        for part in (
            self.header, self.status, self.child, self.outcome, self.clock, self.observed,
            self._assessment_card, self.answers, self.steps, self.notes, self.earlier,
            self.reporter,
        ):  # fmt: skip
            body.add(part)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.person_button.clicked.connect(self._on_person_clicked)
        self.new_card_button.clicked.connect(self._on_new_card_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.reopen_button.clicked.connect(self._on_reopen_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.follow_button.clicked.connect(self._on_follow_clicked)
        self.steps.acted.connect(self._on_follow_clicked)
        self.clock.acted.connect(self._on_assess_clicked)
        self.child.acted.connect(self._on_child_told)
        self.answers.answer_wanted.connect(self.answer_wanted)
        self.answers.said.connect(self.said)
        self.steps.place_wanted.connect(self.place_wanted)
        self.earlier.place_wanted.connect(self.place_wanted)
        self.notes.place_wanted.connect(self.place_wanted)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: EnquiryCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This enquiry is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="phone"))
            return
        self._show_head(card)
        self._show_child(card)
        self.clock.show_clock(card, self.desk.local_now.date())
        self.observed.show_enquiry(card)
        self.reporter.show_enquiry(card)
        self.outcome.show_enquiry(card)
        self.earlier.show_enquiry(card)
        self.steps.show_enquiry(card)
        self.notes.show_case(card.row.person_id, card.row.received_at.astimezone().date())
        self.assessment.setText(card.assessment)
        self._assessment_card.setVisible(bool(card.assessment))
        self.state.show_content()
        self._begin_at_head()
        if self.hasFocus():
            self.focusNextChild()

    def _begin_at_head(self) -> None:
        """Show the head of another enquiry: buttons that went gave the focus on, and scrolled."""
        content = self._body.widget()
        layout = content.layout() if content is not None else None
        if self._begins and layout is not None:
            layout.activate()
            self._body.verticalScrollBar().setValue(0)
        self._begins = False

    def _show_head(self, card: EnquiryCard) -> None:
        row = card.row
        self.header.set_title(about_words(row))
        self.header.set_subtitle(f"{row.number} · {reporter_words(row)}")
        today = self.desk.local_now.date()
        parts = [state_words(row.state), urgency_words(row.urgency)]
        if not row.is_closed:
            parts.append(due_words(row, today))
        tone = "danger" if row.is_overdue(today) else state_tone(row.state)
        self.status.set_status(" · ".join(parts), tone)
        self.person_button.setVisible(row.person_id is not None)
        is_nameless = row.person_id is None and bool(row.about_name)
        self.new_card_button.setVisible(is_nameless and not row.is_closed)
        for button in (self.edit_button, self.close_button, self.follow_button):
            button.setVisible(not row.is_closed)
        self.reopen_button.setVisible(row.is_closed)

    def _show_child(self, card: EnquiryCard) -> None:
        words = _(
            "This is about a child. To be told now: {channel} ({law}). It is assessed within "
            "{hours} hours, and the enquiry is not closed before."
        )
        laws = card.laws
        said = words.format(
            channel=_(laws.child_channel), law=laws.child_law, hours=laws.child_hours
        )
        self.child.set_text(said)
        self.child.setVisible(card.child_waits and not card.row.is_closed)

    def _on_person_clicked(self) -> None:
        if self.card is not None and self.card.row.person_id is not None:
            self.place_wanted.emit(Place("clients", self.card.row.person_id))

    def _on_new_card_clicked(self) -> None:
        if self.card is not None:
            act = self.desk.act(make_card, self.card.id, self.card.row.version)
            act.then(self._on_card_made).if_refused(self._on_refused)

    def _on_card_made(self, _person: UUID) -> None:
        if self.card is not None:
            undo = partial(self._unname, self.card.id)
            self.said.emit(_("The card is made, with name and home."), undo)
        self.refresh()

    def _unname(self, enquiry_id: UUID) -> None:
        if self.card is not None and self.card.id == enquiry_id:
            act = self.desk.act(name_person, enquiry_id, self.card.row.version, None)
            act.then(self._on_changed).if_refused(self._on_refused)

    def _on_child_told(self) -> None:
        if self.card is not None:
            act = self.desk.act(route_child, self.card.id, self.card.row.version)
            act.then(self._on_routed).if_refused(self._on_refused)

    def _on_routed(self, enquiry_id: UUID) -> None:
        undo = partial(self._take_back, enquiry_id)
        self.said.emit(_("It is noted that the children's channel was told."), undo)
        self.refresh()

    def _take_back(self, enquiry_id: UUID) -> None:
        act = self.desk.act(take_back_routing, enquiry_id)
        act.then(self._on_changed).if_refused(self._on_refused)

    def _on_edit_clicked(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.id)

    def _on_assess_clicked(self) -> None:
        if self.card is not None and not self.card.row.is_closed:
            self.assess_wanted.emit(self.card.id)

    def _on_follow_clicked(self) -> None:
        if self.card is not None and not self.card.row.is_closed:
            self.follow_wanted.emit(self.card.id)

    def _on_close_clicked(self) -> None:
        if self.card is not None:
            self.close_wanted.emit(self.card.id)

    def _on_reopen_clicked(self) -> None:
        if self.card is not None:
            self._reopen(self.card.id)
            self.said.emit(_("The enquiry is open again."), None)

    def _reopen(self, enquiry_id: UUID) -> None:
        act = self.desk.act(reopen_enquiry, enquiry_id)
        act.then(self._on_changed).if_refused(self._on_refused)

    def _on_changed(self, _enquiry: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
