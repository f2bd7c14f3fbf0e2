"""One contact: what it was about, what came of it, where somebody was sent on to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.advice.actions import remove_advice
from app.mobile_advice.advice.queries import contact_card
from app.tasks.rules import TaskState
from resources.text import _, ngettext, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.mobile_advice.advice.words import (
    band_words,
    kind_words,
    outcome_words,
    sex_words,
    source_words,
    tongue,
    topic_words,
)
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.mobile_advice.advice.rows import ContactCard, ContactRow
    from ui.desk import Desk, Pending


class ContactCardView(RecordCard):
    """Shows one contact after another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.card: ContactCard | None = None
        self._pending: Pending[ContactCard | None] | None = None
        self.header = PageHeader("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.task_button = quiet_button(_("Show task"), "task")
        self.edit_button = quiet_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change the record (F2)"))
        self.delete_button = quiet_button(_("Delete"), "bin")
        self.facts = FactGrid(
            [_("Day"), _("Way"), _("Stop"), _("Outcome"), _("Age"), _("Sex"), _("Lives in"),
             _("Language"), _("Interpreter"), _("Was there before"), _("Present"), _("Minutes"),
             _("Follow up on"), _("Sent on to"), _("Recorded by"), _("How")]
        )  # fmt: skip
        self.note_card = Card(_("Note"))
        self.note = Label().selectable()
        self.note_card.add(self.note)
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
        self._pending = self.desk.ask(contact_card, self.record_id)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        for button, slot in (
            (self.person_button, self._on_person_clicked),
            (self.task_button, self._on_task_clicked),
            (self.edit_button, self._on_edit_clicked),
            (self.delete_button, self._on_delete_clicked),
        ):
            self.header.add_action(button)
            button.clicked.connect(slot)
        contact = Card(_("Contact"))
        contact.add(self.facts)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for card in (contact, self.note_card):
            body.add(card)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.header)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: ContactCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This contact is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="heart"))
            return
        row = card.row
        self.header.set_title(topic_words(row.topics) or _("No topic"))
        self.header.set_subtitle(row.name or _("Nobody in particular"))
        self.person_button.setVisible(row.person_id is not None)
        self.task_button.setVisible(card.task_state == TaskState.OPEN)
        self.facts.show_facts(_facts(card))
        self.note.setText(row.note)
        self.note_card.setVisible(bool(row.note))
        self.state.show_content()

    def _on_person_clicked(self) -> None:
        if self.card is not None and self.card.row.person_id is not None:
            self.place_wanted.emit(Place("clients", self.card.row.person_id))

    def _on_task_clicked(self) -> None:
        if self.card is not None and self.card.row.task_id is not None:
            self.place_wanted.emit(Place("tasks", self.card.row.task_id))

    def _on_edit_clicked(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.row.id)

    def _on_delete_clicked(self) -> None:
        if self.card is not None:
            row = self.card.row
            act = self.desk.act(remove_advice, row.id, row.version)
            act.then(self._on_deleted).if_refused(self._on_refused)
            act.if_unavailable(self._on_unavailable)

    def _on_deleted(self, _contact: UUID) -> None:
        self.said.emit(_("The record is deleted."), None)
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _facts(card: ContactCard) -> list[str]:
    row = card.row
    sent = (
        _("{place} (with contact data)").format(place=one.target) if one.with_data else one.target
        for one in card.referrals
    )
    return [
        formats.show_day(row.day),
        kind_words(row.kind),
        row.stop,
        outcome_words(row.outcome),
        band_words(row.age_band),
        sex_words(row.sex),
        row.area,
        tongue(row.language),
        _("Yes") if row.interpreter else "",
        _before(row),
        ngettext("{count} person", "{count} people", row.present),
        str(row.minutes or ""),
        formats.show_day(row.follow_up_on) if row.follow_up_on is not None else "",
        ", ".join(sent),
        row.who,
        source_words(row.source),
    ]


def _before(row: ContactRow) -> str:
    return {True: _("Yes"), False: _("No"), None: ""}[row.was_here_before]
