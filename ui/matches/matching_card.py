"""A person in matching: wishes, matches, and who could visit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.matches.actions import note_check_in, propose_match, take_proposal_back
from app.matches.queries import candidates_for, matches_of, wish_to_edit
from app.matches.rules import FREQUENCY_LABELS, GENDER_WISH_LABELS, Frequency
from app.volunteers.rules import ACTIVITIES, TraitKind
from resources.text import _, ngettext, say
from ui.clients.fact_grid import FactGrid
from ui.matches.candidates_card import CandidatesCard
from ui.matches.matches_card import MatchesCard
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.volunteers.words import codes_words, hours_words
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.matches.queries import CandidateRow, Candidates, MatchRow, WishToEdit
    from app.matches.rules import WishDetails
    from ui.desk import Desk


class MatchingCard(RecordCard):
    """Records are people; candidates are looked for only where wishes are known."""

    step_wanted = Signal(object, object)
    """A `MatchRow` and a `MatchStage`."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, names_person: bool = True
    ) -> None:
        """Begin with nobody; on the person's own card the name is not said again."""
        super().__init__(desk, parent)
        self.header = PageHeader("")
        self.header.setVisible(names_person)
        self.person_button = quiet_button(_("Show person"), "person")
        self.person_button.clicked.connect(self._on_person_clicked)
        self.header.add_action(self.person_button)
        self.wish: WishToEdit | None = None
        self._proposed = ""
        self.wishes = Card(_("Wishes"), _("Change wishes"), icon="edit")
        self._facts = FactGrid(
            [_("Visits"), _("How many"), _("Interests"), _("Visitor"), _("Animals"),
             _("Times that suit"), _("In words"), _("What must not be")]
        )  # fmt: skip
        self._nothing = quiet(_("Nobody has asked yet what the person wishes."))
        self.matches, self.candidates = MatchesCard(), CandidatesCard()
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for part in (self._nothing, self._facts):
            self.wishes.add(part)
        for card in (self.wishes, self.matches, self.candidates):
            body.add(card)
        body.end()
        self.state = StateStack(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.state, 1)
        self.wishes.acted.connect(self._on_edit_wanted)
        self.matches.step_wanted.connect(self.step_wanted)
        self.matches.place_wanted.connect(self.place_wanted)
        self.matches.check_in_noted.connect(self._on_check_in_noted)
        self.candidates.proposed.connect(self._on_proposed)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        self.state.show_loading()
        asked = self.desk.ask(wish_to_edit, self.record_id)
        asked.then(self._on_wish).if_unavailable(self._on_unavailable)
        self.desk.ask(matches_of, self.record_id).then(self._on_matches)

    def _on_wish(self, wish: WishToEdit | None) -> None:
        if wish is None or wish.person_id != self.record_id:
            return
        self.wish = wish
        self.header.set_title(wish.name)
        is_known = bool(wish.version)
        self._nothing.setVisible(not is_known)
        self._facts.setVisible(is_known)
        self.candidates.setVisible(is_known)
        if is_known:
            self._facts.show_facts(_wished(wish.details))
            today = self.desk.local_now.date()
            self.desk.ask(candidates_for, wish.person_id, today).then(self._on_candidates)
        self.state.show_content()

    def _on_matches(self, rows: tuple[MatchRow, ...]) -> None:
        if self.record_id is not None:
            self.matches.show_matches(self.record_id, rows)

    def _on_candidates(self, found: Candidates) -> None:
        self.candidates.show_candidates(found)

    def _on_person_clicked(self) -> None:
        self.place_wanted.emit(Place("clients", self.record_id))

    def _on_edit_wanted(self) -> None:
        self.edit_wanted.emit(self.record_id)

    def _on_proposed(self, row: CandidateRow) -> None:
        if self.record_id is None:
            return
        self._proposed = row.name
        pending = self.desk.act(propose_match, uuid4(), self.record_id, row.id)
        pending.then(self._on_proposal).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_proposal(self, match_id: UUID) -> None:
        words = _("{name} is proposed.").format(name=self._proposed)
        self.said.emit(words, partial(self._take_back, match_id))
        self.refresh()

    def _take_back(self, match_id: UUID) -> None:
        pending = self.desk.act(take_proposal_back, match_id)
        pending.then(self._on_changed).if_refused(self._on_refused)

    def _on_check_in_noted(self, row: MatchRow) -> None:
        pending = self.desk.act(note_check_in, row.id, self.desk.local_now.date())
        pending.then(self._on_checked_in).if_refused(self._on_refused)

    def _on_checked_in(self, match_id: UUID) -> None:
        undo = partial(self._forget_check_in, match_id)
        self.said.emit(_("It is noted that both were asked."), undo)
        self.refresh()

    def _forget_check_in(self, match_id: UUID) -> None:
        self.desk.act(note_check_in, match_id).then(self._on_changed)

    def _on_changed(self, _match: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _wished(details: WishDetails) -> list[str]:
    minutes = _("{count} minutes").format(count=details.minutes)
    visits = (_(ACTIVITIES[details.service_kind]),
              _(FREQUENCY_LABELS[Frequency(details.frequency)]), minutes)  # fmt: skip
    wanted = details.wanted or 1
    many = ngettext("{count} volunteer", "{count} volunteers", wanted)
    gender = _(GENDER_WISH_LABELS[details.gender_wish]) if details.gender_wish else ""
    ages = ""
    if details.youngest or details.oldest:
        ages = _("aged {least}–{most}").format(
            least=details.youngest or "", most=details.oldest or ""
        )
    also = (
        (details.smoking_home, _("people smoke in the flat")),
        (details.no_smoker, _("nobody who smokes")),
        (details.stairs, _("stairs lead to the flat")),
        (details.dementia, _("experience with dementia helps")),
    )
    visitor = (gender, ages, *(words for is_so, words in also if is_so))
    return [
        " · ".join(visits),
        many,
        codes_words(TraitKind.INTEREST, details.traits),
        ", ".join(filter(None, visitor)),
        codes_words(TraitKind.PET, details.traits),
        hours_words(details.hours) or _("At any time: nothing is marked."),
        details.about,
        details.no_goes,
    ]
