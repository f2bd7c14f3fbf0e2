"""Possible duplicates: search, decide pair by pair, and undo links at any time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.writing.rules import MOST_SHEET_ROWS
from app.linking.actions import link_people, propose_again, say_different, undo_link
from app.linking.queries import links, open_pairs
from app.linking.rules import Linking
from resources.text import _, ngettext, say
from ui.linking.by_hand import ByHand
from ui.linking.links_table import LinksTable
from ui.linking.pair_view import PairView
from ui.linking.pairs_export import pairs_offer
from ui.linking.search_job import SearchJob
from ui.linking.words import card_line, likelihood
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.progress import Progress
from ui.widgets.table import Column, DataTable
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QShowEvent

    from app.errors import Refused, Unavailable
    from app.linking.queries import LinkRow, OpenPairs, PairRow
    from ui.desk import Desk


class LinkingPage(Page):
    """Everything that is decided here can be taken back."""

    features: ClassVar[frozenset[str]] = frozenset({"linking", "clients", "access"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        super().__init__(desk, parent)
        self.back_button = quiet_button(_("More"), "back")
        self.search_button = plain_button(_("Search for duplicates"), "search")
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save the pairs to decide as Excel table, CSV or PDF"))
        self.job = SearchJob(desk, self)
        self.progress = Progress(_("Reading the cards …"))
        self.progress.hide()
        self.table: DataTable[PairRow] = DataTable(_columns(), _("Pairs to decide"))
        self.count = quiet("")
        self.view = PairView(desk)
        self.links = LinksTable()
        self.pairs_state = StateStack(self._pairs())
        self.tabs = Tabs(_("Possible duplicates"))
        self.tabs.addTab(self.pairs_state, _("To decide"))
        self.by_hand = ByHand(desk)
        self.tabs.addTab(self.by_hand, _("Choose two cards"))
        self.tabs.addTab(self.links, _("Linked cards"))
        self._is_errand = False
        """Whether one came from a card to link it, and goes back after it."""
        self._arrange()
        self._connect()

    def _pairs(self) -> QWidget:
        list_half = QWidget()
        column = QVBoxLayout(list_half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self.split = ListDetail(list_half, self.view)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, spacing(12), 0, 0)
        inside.addWidget(self.split)
        return holder

    def _arrange(self) -> None:
        header = PageHeader(
            _("Possible duplicates"),
            _("Cards that look like one person. Nothing happens before you say so."),
        )
        header.add_action(self.export_button)
        header.add_action(self.search_button)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.progress)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back)
        self.search_button.clicked.connect(self.search)
        self.export_button.clicked.connect(self._on_export_clicked)
        self.progress.cancelled.connect(self.job.stop)
        self.job.progressed.connect(self._on_progressed)
        self.job.finished.connect(self._on_finished)
        self.job.stopped.connect(self._on_stopped)
        self.job.failed.connect(self._on_failed)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        for view in (self.view, self.by_hand.view):
            view.link_wanted.connect(self._on_link_wanted)
            view.different_wanted.connect(self._on_different_wanted)
            view.card_wanted.connect(self._on_card_wanted)
        self.links.undo_wanted.connect(self.undo)
        self.pairs_state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for pairs and links."""
        self.pairs_state.show_loading()
        self.desk.ask(open_pairs).then(self._on_pairs).if_unavailable(self._on_unavailable)
        self.desk.ask(links).then(self._on_links).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the pairs; "export" offers them as a file, "same" links a person by hand."""
        self._is_errand = place.doing == "same" and place.record is not None
        if place.doing == "export":
            self._on_export_clicked()
        elif place.doing == "same":
            self.tabs.setCurrentWidget(self.by_hand)
            self.by_hand.begin(place.record)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def search(self) -> None:
        """Look through all cards, aside from everybody's work."""
        self.search_button.setEnabled(False)
        self.progress.show()
        self.job.start()

    def undo(self, link_id: UUID) -> None:
        """Part two cards again."""
        pending = self.desk.act(undo_link, link_id)
        pending.then(self._on_undone).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_pairs(self, found: OpenPairs) -> None:
        self.table.set_rows(found.rows, _key)
        more = found.count - len(found.rows)
        words = ngettext("{count} pair to decide", "{count} pairs to decide", found.count)
        further = ngettext("{count} more below these", "{count} more below these", more)
        self.count.setText(f"{words} · {further}" if more else words)
        if found.rows:
            self.pairs_state.show_content()
            if self.table.current_row() is None and self.split.is_wide():
                self.table.choose_first()
        else:
            sentence = _("No pair of cards waits for a decision.")
            empty = EmptyState(sentence, _("Search for duplicates"), icon="done")
            empty.acted.connect(self.search)
            self.pairs_state.show_empty(empty)

    def _on_export_clicked(self) -> None:
        """Offer all pairs to decide, not only the likeliest that are shown."""
        pending = self.desk.ask(open_pairs, MOST_SHEET_ROWS)
        pending.then(self._on_export_pairs).if_unavailable(self._on_unavailable)

    def _on_export_pairs(self, found: OpenPairs) -> None:
        self.export_asked.emit(pairs_offer(found.rows))

    def _on_links(self, found: tuple[LinkRow, ...]) -> None:
        self.links.show_links(found)

    def _on_row_chosen(self, pair: PairRow | None) -> None:
        if pair is None:
            self.view.show_nothing()
        else:
            self.view.show_pair(pair)

    def _on_row_activated(self, _pair: PairRow) -> None:
        self.split.show_detail()

    def _on_link_wanted(self, pair: PairRow, speaker: UUID, other: UUID) -> None:
        words = ", ".join(_(reason) for reason in pair.reasons)[:200]
        linking = Linking(speaker, other, words)
        pending = self.desk.act(link_people, uuid4(), linking)
        pending.then(self._on_linked).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_linked(self, link_id: UUID) -> None:
        self.split.show_list()
        self.said.emit(_("The cards are linked."), partial(self.undo, link_id))
        self.by_hand.begin(None)
        self.refresh()
        if self._is_errand:
            self._is_errand = False
            self.finished.emit()

    def _on_undone(self, _link_id: UUID) -> None:
        self.said.emit(_("The link is undone; both cards are as before."), None)
        self.refresh()

    def _on_different_wanted(self, pair: PairRow) -> None:
        pending = self.desk.act(say_different, pair.id)
        pending.then(self._on_different).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_different(self, pair_id: UUID) -> None:
        self.split.show_list()
        words = _("They stay two people and are not proposed again.")
        self.said.emit(words, partial(self._propose_again, pair_id))
        self.refresh()

    def _propose_again(self, pair_id: UUID) -> None:
        self.desk.act(propose_again, pair_id).if_refused(self._on_refused)

    def _on_card_wanted(self, person_id: UUID) -> None:
        self.place_wanted.emit(Place("clients", person_id))

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_progressed(self, step: str, done: int, of: int) -> None:
        words = {
            "read": _("Reading the cards …"),
            "compare": _("Comparing the cards; you can go on working …"),
            "keep": _("Keeping the pairs …"),
        }
        self.progress.set_text(words[step])
        self.progress.show_count(done, of)

    def _on_finished(self, new: int) -> None:
        self._end_search()
        self.said.emit(
            ngettext("{count} new pair was found.", "{count} new pairs found.", new), None
        )
        self.refresh()

    def _on_stopped(self) -> None:
        self._end_search()
        self.said.emit(_("The search was stopped."), None)

    def _on_failed(self, error: Refused | Unavailable) -> None:
        self._end_search()
        problems = getattr(error, "problems", None) or (getattr(error, "problem", None),)
        self.said.emit(" ".join(say(problem) for problem in problems if problem), None)

    def _end_search(self) -> None:
        self.progress.hide()
        self.search_button.setEnabled(True)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.pairs_state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _key(pair: PairRow) -> object:
    return pair.id


def _columns() -> tuple[Column[PairRow], ...]:
    return (
        Column(
            _("One card"),
            lambda pair: pair.one.name,
            "stretch",
            quiet=lambda pair: card_line(pair.one),
            strong=True,
        ),
        Column(
            _("Other card"),
            lambda pair: pair.other.name,
            "stretch",
            quiet=lambda pair: card_line(pair.other),
        ),
        Column(_("Likely"), lambda pair: likelihood(pair.score), align="right"),
    )
