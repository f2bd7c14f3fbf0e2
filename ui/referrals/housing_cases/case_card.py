"""One housing case: how far it went, by when what must happen, and what helps to keep the home."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.housing_cases.actions import reopen_case
from app.referrals.housing_cases.queries import case_card
from app.referrals.housing_cases.rules import Stage
from resources.text import _, say
from ui.clients.fact_grid import FactGrid
from ui.referrals.case_notes import CaseNotes
from ui.referrals.housing_cases.words import (
    about_words,
    day,
    due_tone,
    due_words,
    kept_words,
    kind_words,
    stage_words,
)
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, small
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.referrals.housing_cases.queries import CaseCard, CaseStepRow
    from ui.desk import Desk, Pending


class CaseCardView(RecordCard):
    """Shows one case after another without being built anew."""

    step_wanted = Signal(object)
    close_wanted = Signal(object)
    """Each tells the id of the case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.card: CaseCard | None = None
        self._pending: Pending[CaseCard | None] | None = None
        self.header = PageHeader("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.enquiry_button = quiet_button(_("Show enquiry"), "phone")
        self.task_button = quiet_button(_("New task"), "task")
        self.edit_button = plain_button(_("Change"), "edit")
        self.reopen_button = plain_button(_("Open again"), "undo")
        self.close_button = plain_button(_("Close case"), "done")
        self.step_button = primary_button(_("Note a step"), "add")
        self.status = StatusLabel("")
        self.now = Card(_("What helps now"))
        self.advice, self.source = Label().selectable(), small("").selectable()
        self.facts = FactGrid(
            [_("Goal"), _("About"), _("Landlord"), _("Home"), _("Threats or danger"),
             _("Who works on it"), _("Opened"), _("In charge"), _("Note")]
        )  # fmt: skip
        self.timeline, self.notes = Timeline(), CaseNotes(desk)
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
        self._pending = self.desk.ask(case_card, self.record_id, self.desk.local_now.date())
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def undo_closing(self, case_id: UUID) -> partial[None]:
        """Answer what opens a case again that was just closed."""
        return partial(self._reopen, case_id)

    def _arrange(self) -> None:
        for button in (
            self.person_button, self.enquiry_button, self.task_button, self.edit_button,
            self.reopen_button, self.close_button, self.step_button,
        ):  # fmt: skip
            self.header.add_action(button)
        self.now.add(self.advice)
        self.now.add(self.source)
        case, steps = Card(_("Case")), Card(_("Stages"))
        case.add(self.facts)
        steps.add(self.timeline)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        # In large type the head is high: it scrolls with the rest.
        for part in (self.header, self.status, self.now, case, steps, self.notes):
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
        self.enquiry_button.clicked.connect(self._on_enquiry_clicked)
        self.task_button.clicked.connect(self._on_task_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.reopen_button.clicked.connect(self._on_reopen_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.step_button.clicked.connect(self._on_step_clicked)
        self.notes.place_wanted.connect(self.place_wanted)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: CaseCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This case is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="home"))
            return
        self._show_head(card)
        self._show_advice(card)
        self._show_facts(card)
        self.notes.show_case(card.row.person_id, card.row.opened_on)
        self.timeline.set_entries([_entry(step) for step in reversed(card.steps)])
        self.state.show_content()

    def _show_head(self, card: CaseCard) -> None:
        row, today = card.row, self.desk.local_now.date()
        self.header.set_title(about_words(row))
        told = (kind_words(row.kind), row.institution)
        self.header.set_subtitle(" · ".join(filter(None, told)))
        is_open = row.closed_on is None
        said = f"{stage_words(row.stage)} · {due_words(row, today)}"
        self.status.set_status(said, due_tone(row, today) or "primary")
        self.person_button.setVisible(row.person_id is not None)
        self.enquiry_button.setVisible(row.enquiry_id is not None)
        for button in (self.edit_button, self.close_button, self.step_button, self.task_button):
            button.setVisible(is_open)
        self.reopen_button.setVisible(not is_open)

    def _show_advice(self, card: CaseCard) -> None:
        rule = card.rule
        is_shown = rule is not None and card.row.closed_on is None
        self.now.setVisible(is_shown)
        if rule is not None:
            self.advice.setText(_(rule.advice))
            self.source.setText(f"{rule.law} · {rule.source}")

    def _show_facts(self, card: CaseCard) -> None:
        row = card.row
        partners = ", ".join(one.name for one in card.partners)
        threats = _("Yes: a board needs no warning before") if card.has_threats else ""
        ended = " · ".join(filter(None, (day(row.closed_on), kept_words(row.prevented))))
        self.facts.show_facts(
            [card.goal or _("Nobody loses the home."), kind_words(row.kind), row.institution,
             row.home, threats, partners, " – ".join(filter(None, (day(row.opened_on), ended))),
             row.responsible, card.note]
        )  # fmt: skip

    def _on_person_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("clients", self.card.row.person_id))

    def _on_enquiry_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("enquiries", self.card.row.enquiry_id))

    def _on_task_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("tasks", self.card.row.person_id, "new"))

    def _on_edit_clicked(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.id)

    def _on_step_clicked(self) -> None:
        if self.card is not None:
            self.step_wanted.emit(self.card.id)

    def _on_close_clicked(self) -> None:
        if self.card is not None:
            self.close_wanted.emit(self.card.id)

    def _on_reopen_clicked(self) -> None:
        if self.card is not None:
            self._reopen(self.card.id)
            self.said.emit(_("The case is open again."), None)

    def _reopen(self, case_id: UUID) -> None:
        act = self.desk.act(reopen_case, case_id)
        act.then(self._on_reopened).if_refused(self._on_refused)

    def _on_reopened(self, _case: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _entry(step: CaseStepRow) -> TimelineEntry:
    until = _("Deadline: {day}").format(day=day(step.due_on)) if step.due_on else ""
    tone = "done" if step.stage == Stage.SETTLED else "primary"
    return TimelineEntry(
        when=f"{day(step.taken_on)} · {step.who}",
        title=stage_words(step.stage),
        text="\n".join(filter(None, (until, step.note))),
        icon="dot",
        tone=tone,
    )
