"""One volunteer: how far the person has come, what is missing by when, and the file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.volunteers.actions import record_proof, remove_proof
from app.volunteers.queries import volunteer_card
from app.volunteers.rules import ProofDetails
from resources.text import _, say
from ui.expenses.year_card import YearCard
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.volunteers.required_card import RequiredCard
from ui.volunteers.volunteer_facts import VolunteerFacts
from ui.volunteers.words import stage_tone, stage_words
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.volunteers.queries import ProofRow, VolunteerCard
    from ui.desk import Desk, Pending


class VolunteerCardView(RecordCard):
    """Shows one volunteer after another; records are people."""

    proof_wanted = Signal(object, str)
    """The id of the person and the code of a requirement."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, names_person: bool = True
    ) -> None:
        """Begin with none; on the person's own card the name is not said again."""
        super().__init__(desk, parent)
        self.card: VolunteerCard | None = None
        self._names_person = names_person
        self._undo: partial[None] | None = None
        self._pending: Pending[VolunteerCard | None] | None = None
        self.header = PageHeader("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.matches_button = quiet_button(_("Matches"), "visiting")
        self.matches_button.setToolTip(_("Whom the volunteer visits, and who is kept apart"))
        self.edit_button = plain_button(_("Change file"), "edit")
        self.edit_button.setToolTip(_("Change the volunteer's file (F2)"))
        self.away_button = quiet_button(_("Find substitutes"), "person_add")
        self.away_button.setToolTip(_("Who comes while this volunteer is away"))
        self.status = StatusLabel("")
        self.required = RequiredCard()
        self.facts = VolunteerFacts()
        self.year = YearCard(desk)
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()
        self.person_button.clicked.connect(self._on_person_clicked)
        self.matches_button.clicked.connect(self._on_matches_clicked)
        self.away_button.clicked.connect(self._on_away_clicked)
        self.edit_button.clicked.connect(self._on_edit_wanted)
        self.required.proof_wanted.connect(self._on_proof_wanted)
        self.required.removal_wanted.connect(self._on_removal_wanted)
        self.state.retried.connect(self.refresh)
        self.year.place_wanted.connect(self.place_wanted)
        self.year.said.connect(self.said)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        today = self.desk.local_now.date()
        self._pending = self.desk.ask(volunteer_card, self.record_id, today)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        self.person_button.setVisible(self._names_person)
        for button in (self.person_button, self.matches_button, self.edit_button):
            self.header.add_action(button)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for card in (self.required, self.facts, self.year):
            body.add(card)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        line = QHBoxLayout()
        line.addWidget(self.status, 1)
        line.addWidget(self.away_button)
        inner.addWidget(self.header)
        inner.addLayout(line)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _on_card(self, card: VolunteerCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This person is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="person"))
        elif card.details is None:
            sentence = _("{name} has no volunteer's file. It says what is proven and what suits.")
            told = EmptyState(sentence.format(name=card.name), _("Begin the file"), icon="heart")
            told.acted.connect(self._on_edit_wanted)
            self.state.show_empty(told)
        else:
            self.header.set_title(card.name if self._names_person else _("As a volunteer"))
            self.header.set_subtitle(card.area)
            self.status.set_status(stage_words(card.stage), stage_tone(card.stage))
            today = self.desk.local_now.date()
            away = (one for one in card.details.absences if (one.until_day or today) >= today)
            self.away_button.setVisible(any(away))
            self.required.show_card(card)
            self.facts.show_card(card)
            self.year.show_person(card.person_id)
            self.state.show_content()

    def _on_person_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("clients", self.card.person_id))

    def _on_matches_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("matches", self.card.person_id))

    def _on_away_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("substitutes", self.card.person_id))

    def _on_edit_wanted(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.person_id)

    def _on_proof_wanted(self, code: str) -> None:
        if self.card is not None:
            self.proof_wanted.emit(self.card.person_id, code)

    def _on_removal_wanted(self, proof: ProofRow) -> None:
        if self.card is None:
            return
        self._undo = partial(self._bring_back, self.card.person_id, proof)
        pending = self.desk.act(remove_proof, proof.id, proof.version)
        pending.then(self._on_removed).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_removed(self, _file: UUID) -> None:
        self.said.emit(_("The proof is deleted."), self._undo)
        self.refresh()

    def _bring_back(self, person_id: UUID, proof: ProofRow) -> None:
        details = ProofDetails(
            proof.requirement_code,
            bool(proof.waiver_reason),
            proof.inspected_on,
            proof.certificate_kind,
            proof.issued_on,
            proof.has_excluding_entry,
            proof.consent_requested_on,
            proof.assessment,
            proof.waiver_reason,
            proof.inspected_by,
        )
        pending = self.desk.act(record_proof, proof.id, person_id, details)
        pending.then(self._on_brought_back).if_refused(self._on_refused)

    def _on_brought_back(self, _person: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
