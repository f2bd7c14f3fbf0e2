"""A person in matching: wishes, matches, and who could visit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.matches.queries import (
    calls_to,
    candidates_for,
    kept_apart,
    match_events,
    matches_of,
    wish_to_edit,
)
from app.together import together
from resources.text import _, say
from ui.clients.fact_grid import FactGrid
from ui.matches.apart_card import ApartCard
from ui.matches.calls_card import CallsCard
from ui.matches.candidates_card import CandidatesCard
from ui.matches.history_card import HistoryCard
from ui.matches.match_deeds import MatchDeeds
from ui.matches.matches_card import MatchesCard
from ui.matches.wish_words import wished
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.errors import Unavailable
    from app.matches.queries import (
        ApartRow,
        CallRow,
        Calls,
        CandidateRow,
        Candidates,
        EventRow,
        MatchRow,
        WishToEdit,
    )
    from ui.desk import Desk


class MatchingCard(RecordCard):
    """Records are people; candidates are looked for only where wishes are known."""

    step_wanted = Signal(object, object)
    """A `MatchRow` and a `MatchStage`."""
    note_wanted = Signal(object)
    check_in_wanted = Signal(object)
    """A `MatchRow`."""
    apart_wanted = Signal(object)
    call_wanted = Signal(object)
    caller_wanted = Signal(object)
    paper_wanted = Signal(object)
    """The id of the person."""

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
        self.deeds = MatchDeeds(desk, self)
        self.wishes = Card(_("Wishes"), _("Change wishes"), icon="edit")
        self._facts = FactGrid(
            [_("Visits"), _("How many"), _("Interests"), _("Visitor"), _("Animals"),
             _("Times that suit"), _("In words"), _("What must not be")]
        )  # fmt: skip
        self._nothing = quiet(_("Nobody has asked yet what the person wishes."))
        self.matches, self.candidates = MatchesCard(), CandidatesCard()
        self.apart, self.calls, self.history = ApartCard(), CallsCard(), HistoryCard()
        self.body = body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for part in (self._nothing, self._facts):
            self.wishes.add(part)
        for card in (
            self.wishes, self.matches, self.candidates, self.calls, self.apart, self.history,
        ):  # fmt: skip
            body.add(card)
        body.end()
        self.state = StateStack(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.state, 1)
        self._connect()

    def _connect(self) -> None:
        self.wishes.acted.connect(self._on_edit_wanted)
        self.matches.step_wanted.connect(self.step_wanted)
        self.matches.place_wanted.connect(self.place_wanted)
        self.matches.check_in_wanted.connect(self.check_in_wanted)
        self.matches.note_wanted.connect(self.note_wanted)
        self.matches.check_in_noted.connect(self.deeds.note_check_in)
        self.matches.asked.connect(self.deeds.ask_volunteer)
        self.matches.lock_wanted.connect(self.deeds.lock)
        self.candidates.proposed.connect(self._on_proposed)
        self.candidates.acted.connect(self._on_card_wanted)
        self.apart.acted.connect(self._on_apart_wanted)
        self.apart.ended.connect(self.deeds.let_meet)
        self.calls.acted.connect(self._on_call_wanted)
        self.calls.caller_wanted.connect(self._on_caller_wanted)
        self.calls.removed.connect(self._on_call_removed)
        self.deeds.said.connect(self.said)
        self.deeds.changed.connect(self.refresh)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        self.state.show_loading()
        asked = self.desk.ask(wish_to_edit, self.record_id)
        asked.then(self._on_wish).if_unavailable(self._on_unavailable)
        parts = (matches_of, match_events, kept_apart, calls_to)
        questions = [partial(part, person_id=self.record_id) for part in parts]
        self.desk.ask(together, *questions).then(self._on_parts)

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
            self._facts.show_facts(wished(wish.details))
            today = self.desk.local_now.date()
            self.desk.ask(candidates_for, wish.person_id, today).then(self._on_candidates)
        self.state.show_content()

    def _on_parts(
        self,
        parts: tuple[tuple[MatchRow, ...], tuple[EventRow, ...], tuple[ApartRow, ...], Calls],
    ) -> None:
        if self.record_id is None:
            return
        matches, events, apart, calls = parts
        self.matches.show_matches(self.record_id, matches)
        self.history.show_events(self.record_id, matches, events)
        self.apart.show_rows(self.record_id, apart)
        self.calls.show_calls(calls)

    def _on_candidates(self, found: Candidates) -> None:
        self.candidates.show_candidates(found)

    def _on_person_clicked(self) -> None:
        self.place_wanted.emit(Place("clients", self.record_id))

    def _on_edit_wanted(self) -> None:
        self.edit_wanted.emit(self.record_id)

    def _on_proposed(self, row: CandidateRow) -> None:
        if self.record_id is not None:
            self.deeds.propose(self.record_id, row)

    def _on_call_removed(self, row: CallRow) -> None:
        if self.record_id is not None:
            self.deeds.remove_call(self.record_id, row)

    def _on_apart_wanted(self) -> None:
        self.apart_wanted.emit(self.record_id)

    def _on_call_wanted(self) -> None:
        self.call_wanted.emit(self.record_id)

    def _on_caller_wanted(self) -> None:
        self.caller_wanted.emit(self.record_id)

    def _on_card_wanted(self) -> None:
        self.paper_wanted.emit(self.record_id)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
