"""The plan for everybody who waits: found at once, explained, accepted pair by pair or whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.matches.accepting import PairToPropose, accept_proposals
from resources.text import _, ngettext, say
from ui.matches.left_over_card import LeftOverCard
from ui.matches.pair_card import PairCard
from ui.matches.plan_job import PlanJob, PlanWish
from ui.matches.plan_words import left_over_columns, pair_columns, plan_summary, withdrawn_words
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import CheckField
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.progress import Progress
from ui.widgets.table import DataTable
from ui.widgets.tabs import Tabs
from ui.widgets.tall_page import TallPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.matches.rules import LeftOver, OfficePlan, PlannedPair, Withdrawn
    from ui.desk import Desk

    Pair = tuple[UUID, UUID]


class PlanPage(Page):
    """Nothing happens before a pair is accepted; what was accepted can be taken back."""

    features: ClassVar[frozenset[str]] = frozenset({"matches", "volunteers", "intake"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; a plan is made when it is asked for."""
        super().__init__(desk, parent)
        self.plan: OfficePlan | None = None
        self._locked: set[Pair] = set()
        self._ruled_out: set[Pair] = set()
        self._accepted: dict[Pair, UUID] = {}
        self._is_own_change = False
        self._given: list[PairToPropose] = []
        self._taken_back: Sequence[Withdrawn] = ()
        self.back_button = quiet_button(_("Matching"), "back")
        self.find_button = primary_button(_("Find the best plan"), "search")
        self.accept_button = plain_button(_("Accept all"), "check")
        self.looks_anew = CheckField(_("Look anew at proposals that nobody was asked about"))
        self.job = PlanJob(desk, self)
        self.progress = Progress(_("Looking at everybody who waits …"))
        self.summary = Banner("hint", "")
        self.changed = Banner("attention", _("Something changed since. Find the plan again."))
        self.table: DataTable[PlannedPair] = DataTable(pair_columns(self._state), _("Pairs"))
        self.left_over: DataTable[LeftOver] = DataTable(left_over_columns(), _("Without"))
        self.withdrawn = quiet("")
        self.detail, self.left_over_card = PairCard(), LeftOverCard()
        self.state = StateStack(self._result())
        self._arrange()
        self._connect()
        self._show_plan(None)

    def refresh(self) -> None:
        """Say that the plan may be out of date; it is not found again by itself."""
        if self.plan is not None and not self._is_own_change:
            self.changed.show()
        self._is_own_change = False

    def show_place(self, place: Place) -> None:
        """Show the page, or begin with "find"."""
        if place.doing == "find":
            self._on_find_clicked()

    def first_focus(self) -> QWidget:
        """Begin at the button that finds the plan."""
        return self.find_button

    def _result(self) -> QWidget:
        self.split = ListDetail(self.table, self.detail, list_share=3, detail_share=2)
        self.without = without = ListDetail(
            self.left_over, self.left_over_card, list_share=3, detail_share=2
        )
        self.tabs = Tabs(_("Plan for everybody"))
        self.tabs.addTab(self.split, _("Pairs"))
        self.tabs.addTab(without, _("Without a volunteer"))
        whole = TallPage()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (self.summary, self.changed, self.withdrawn):
            layout.addWidget(part)
        layout.addWidget(self.tabs, 1)
        return whole

    def _arrange(self) -> None:
        header = PageHeader(
            _("Plan for everybody"),
            _("The best assignment of all who wait. Nothing happens before you accept it."),
        )
        for button in (self.accept_button, self.find_button):
            header.add_action(button)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        for part in (header, self.looks_anew, self.progress):
            layout.addWidget(part)
        layout.addWidget(self.state, 1)
        self.progress.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back)
        self.find_button.clicked.connect(self._on_find_clicked)
        self.accept_button.clicked.connect(self._on_accept_all)
        self.progress.cancelled.connect(self.job.stop)
        self.job.progressed.connect(self.progress.show_count)
        self.job.finished.connect(self._on_found)
        self.job.stopped.connect(self._on_stopped)
        self.job.failed.connect(self._on_failed)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.clicked.connect(self._on_clicked)
        self.left_over.clicked.connect(self._on_left_over_clicked)
        self.left_over.row_chosen.connect(self.left_over_card.show_row)
        self.left_over.row_activated.connect(self._on_left_over_activated)
        self.left_over_card.place_wanted.connect(self.place_wanted)
        self.detail.accepted.connect(self._on_pair_accepted)
        self.detail.lock_wanted.connect(self._on_lock_wanted)
        self.detail.ruled_out.connect(self._on_ruled_out)
        self.detail.place_wanted.connect(self.place_wanted)

    def _show_plan(self, plan: OfficePlan | None) -> None:
        self.plan = plan
        self.changed.hide()
        self.accept_button.setEnabled(bool(plan and self._open_pairs()))
        if plan is None:
            sentence = _("Find the best plan to see who would visit whom, and why.")
            self.state.show_empty(EmptyState(sentence, icon="heart"))
            return
        self.summary.set_text(plan_summary(plan))
        self.left_over.set_rows(plan.left_over, _person)
        self.tabs.setTabText(
            1, _("Without a volunteer ({count})").format(count=len(plan.left_over))
        )
        self.withdrawn.setVisible(bool(plan.withdrawn))
        self.withdrawn.setText(withdrawn_words(plan))
        self._show_rows()
        self.state.show_content()

    def _show_rows(self) -> None:
        if self.plan is None:
            return
        self.table.set_rows(self.plan.pairs, _key)
        self.accept_button.setEnabled(bool(self._open_pairs() or self._open_withdrawn()))
        self._on_row_chosen(self.table.current_row())

    def _open_pairs(self) -> list[PlannedPair]:
        pairs = self.plan.pairs if self.plan else ()
        return [one for one in pairs if one.match_id is None and _key(one) not in self._accepted]

    def _open_withdrawn(self) -> tuple[Withdrawn, ...]:
        return self.plan.withdrawn if self.plan else ()

    def _state(self, pair: PlannedPair) -> tuple[str, str]:
        if pair.match_id is not None:
            return _("Stays"), "quiet"
        if _key(pair) in self._accepted:
            return _("Proposed"), "done"
        return (_("Locked"), "primary") if _key(pair) in self._locked else (_("New"), "")

    def _on_find_clicked(self) -> None:
        self._accepted.clear()
        self.find_button.setEnabled(False)
        self.accept_button.setEnabled(False)
        self.progress.show_count(0, 0)
        self.progress.show()
        wish = PlanWish(
            bool(self.looks_anew.value()), frozenset(self._locked), frozenset(self._ruled_out)
        )
        self.job.start(wish)

    def _on_found(self, plan: OfficePlan) -> None:
        self._end_progress()
        self._locked &= {_key(one) for one in plan.pairs}
        if not plan.waiting and not plan.no_wish:
            self._show_plan(None)
            told = _("Nobody waits. Whoever is put on the waiting list for visits is planned for.")
            self.state.show_empty(EmptyState(told, icon="done"))
            return
        self._show_plan(plan)
        self.table.choose_first()
        self.left_over.choose_first()

    def _on_stopped(self) -> None:
        self._end_progress()
        self.accept_button.setEnabled(bool(self._open_pairs()))

    def _on_failed(self, error: Refused | Unavailable) -> None:
        self._end_progress()
        problems = getattr(error, "problems", None) or (error.problem, error.remedy)  # type: ignore[union-attr] # either of the two
        self.said.emit(" ".join(map(say, problems)).strip(), None)

    def _end_progress(self) -> None:
        self.progress.hide()
        self.find_button.setEnabled(True)

    def _on_row_chosen(self, pair: PlannedPair | None) -> None:
        is_open = pair is not None and pair in self._open_pairs()
        is_locked = pair is not None and _key(pair) in self._locked
        self.detail.show_pair(pair, is_locked=is_locked, is_open=is_open)

    def _on_row_activated(self, _pair: PlannedPair) -> None:
        self.split.show_detail()
        self.detail.accept_button.setFocus()

    def _on_clicked(self) -> None:
        self.split.show_detail()

    def _on_left_over_clicked(self) -> None:
        self.without.show_detail()

    def _on_left_over_activated(self, row: LeftOver) -> None:
        self.place_wanted.emit(Place("matches", row.person_id))

    def _on_lock_wanted(self, pair: PlannedPair) -> None:
        self._locked ^= {_key(pair)}
        self._show_rows()

    def _on_ruled_out(self, pair: PlannedPair) -> None:
        key = _key(pair)
        self._locked.discard(key)
        self._ruled_out.add(key)
        words = _("{visitor} is not planned for {person} any more.").format(
            visitor=pair.visitor_name, person=pair.person_name
        )
        self.said.emit(words, partial(self._allow_again, key))
        self._on_find_clicked()

    def _allow_again(self, key: Pair) -> None:
        self._ruled_out.discard(key)
        self._on_find_clicked()

    def _on_pair_accepted(self, pair: PlannedPair) -> None:
        self._accept([pair], ())

    def _on_accept_all(self) -> None:
        self._accept(self._open_pairs(), self._open_withdrawn())

    def _accept(self, pairs: Sequence[PlannedPair], withdrawn: Sequence[Withdrawn]) -> None:
        given = [PairToPropose(uuid4(), *_key(one)) for one in pairs]
        self._is_own_change = True
        pending = self.desk.act(accept_proposals, given, [one.match_id for one in withdrawn])
        self._given, self._taken_back = given, withdrawn
        pending.then(self._on_accepted).if_refused(self._on_refused)
        pending.if_unavailable(self._on_failed)

    def _on_accepted(self, made: tuple[UUID, ...]) -> None:
        self._accepted |= {(one.person_id, one.visitor_id): one.match_id for one in self._given}
        words = ngettext("{count} match is proposed.", "{count} matches are proposed.", len(made))
        self.said.emit(words, partial(self._undo, tuple(self._given), tuple(self._taken_back)))
        self._show_rows()

    def _undo(self, given: tuple[PairToPropose, ...], back: tuple[Withdrawn, ...]) -> None:
        again = [PairToPropose(one.match_id, one.person_id, one.visitor_id) for one in back]
        self._is_own_change = True
        pending = self.desk.act(accept_proposals, again, [one.match_id for one in given])
        pending.then(self._on_undone).if_refused(self._on_refused)

    def _on_undone(self, _made: tuple[UUID, ...]) -> None:
        self._accepted.clear()
        self._show_rows()

    def _on_refused(self, refused: Refused) -> None:
        self._is_own_change = False
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("matches"))


def _key(pair: PlannedPair) -> Pair:
    return pair.person_id, pair.visitor_id


def _person(row: LeftOver) -> object:
    return row.person_id
