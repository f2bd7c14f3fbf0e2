"""A client's card: the head that is always in sight, and the tabs below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clients.queries import client_card
from app.journal.queries import journal_of
from app.together import together
from resources.text import _, say
from ui.clients.client_header import ClientHeader
from ui.clients.client_overview import ClientOverview
from ui.drafts.presence_line import PresenceLine
from ui.journal.journal_tab import JournalTab
from ui.privacy.look_keeper import LookKeeper
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.laying_out import laid_out_once, lay_out_now
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from app.clients.queries import ClientCard
    from app.errors import Unavailable
    from app.together import Question
    from ui.clients.tabs import OverviewEntry, TabEntry
    from ui.desk import Desk, Pending


class ClientCardView(RecordCard):
    """Shows one client after another; the tab that is open stays open."""

    saved_state = Signal(str)

    def __init__(
        self,
        desk: Desk,
        tabs: Sequence[TabEntry],
        cards: Sequence[OverviewEntry] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Begin with nobody; the tabs of other features are made when they are looked at."""
        super().__init__(desk, parent)
        self._entries = tuple(entry for entry in tabs if desk.offers(entry.page))
        cards = [entry for entry in cards if desk.offers(entry.page)]
        self.card: ClientCard | None = None
        self._pending: Pending[Any] | None = None
        self._asked: QWidget | None = None
        self._first_notes = 0
        self._made: dict[int, Any] = {}
        self._places: list[QVBoxLayout] = []
        self._wants_note = False
        self._wanted_deed: tuple[str, UUID | None] | None = None
        self._wanted_in_tab: tuple[str, UUID | None] | None = None
        self.looks = LookKeeper(desk, self)
        self.header = ClientHeader()
        self.header.leave_out(desk.left_out)
        self.presence = PresenceLine(desk)
        self.heads: list[Any] = [entry.make(desk) for entry in cards if entry.in_head]
        self.overview = ClientOverview(desk, [card for card in cards if not card.in_head])
        self.notes = JournalTab(desk)
        self.tabs = Tabs(_("Parts of the card"))
        self._add_tabs()
        self._content = QWidget()
        self.state = StateStack(self._content, scrolls=True)
        self._arrange()
        self._connect()

    def show_record(self, record_id: UUID) -> None:
        """Show a client's card."""
        if record_id != self.record_id:
            self._drop_tabs()
            self.notes.pause()
        super().show_record(record_id)

    def refresh(self) -> None:
        """Ask again for the card and for the tab that is open."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        if self.card is None:
            # What is shown already stays in sight meanwhile, and with it a form that is open.
            self.state.show_loading()
        # One question: all that is in sight comes back together and is painted once.
        pending = self.desk.ask(together, *self._questions(self.record_id))
        self._pending = pending.then(self._on_opened).if_unavailable(self._on_unavailable)
        if self.card is not None and self.tabs.currentIndex() in self._made:
            self._made[self.tabs.currentIndex()].refresh()

    def begin_note(self) -> None:
        """Open the notes and go to the field for a new one, as soon as it is there."""
        self._wants_note = True
        self.tabs.setCurrentWidget(self.notes)
        if self.card is not None:
            self._on_tab_changed(self.tabs.currentIndex())

    def show_note(self, note_id: UUID, *, correct: bool = False) -> None:
        """Open the journal at a note, or begin to correct it."""
        if self.record_id is not None:
            self.tabs.setCurrentWidget(self.notes)
            self.notes.show_note(self.record_id, note_id, correct=correct)

    def do(self, doing: str, record: UUID | None = None) -> None:
        """Begin something in the tab that knows it, else on the overview, once it is there."""
        for at, entry in enumerate(self._entries, start=self._first()):
            if doing in entry.verbs:
                self._wanted_in_tab = (doing, record)
                self.tabs.setCurrentIndex(at)
                self._begin_in_tab(at)
                return
        self._wanted_deed = (doing, record)
        self.tabs.setCurrentWidget(self.overview)
        if self.card is not None and self._pending is None:
            self._on_tab_changed(self.tabs.currentIndex())

    def flush(self) -> None:
        """Keep what is being written as drafts."""
        self.looks.flush()
        self.notes.flush()
        self.overview.flush()
        for tab in self._made.values():
            if hasattr(tab, "flush"):
                tab.flush()

    def _add_tabs(self) -> None:
        self.tabs.addTab(self.overview, _("Overview"))
        self.tabs.addTab(self.notes, _("Journal"))
        for entry in self._entries:
            place = QVBoxLayout()
            place.setContentsMargins(0, spacing(12), 0, 0)
            page = QWidget()
            page.setLayout(place)
            self._places.append(place)
            self.tabs.addTab(page, _(entry.title).replace("&", "&&"))
        self.tabs.currentChanged.connect(self._on_tab_changed)

    def _arrange(self) -> None:
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.header)
        inner.addWidget(self.presence)
        for head in self.heads:
            inner.addWidget(head)
            head.place_wanted.connect(self.place_wanted)
        inner.addWidget(self.tabs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.header.edit_wanted.connect(self._on_edit_wanted)
        self.header.plan_wanted.connect(self._on_plan_wanted)
        self.overview.place_wanted.connect(self.place_wanted)
        self.overview.said.connect(self.said)
        self.notes.said.connect(self.said)
        self.notes.saved_state.connect(self.saved_state)
        self.state.retried.connect(self.refresh)

    def _questions(self, client_id: UUID) -> Iterator[Question]:
        """Ask for the card, what stands under its head, and what the open tab shows of it."""
        yield partial(client_card, client_id=client_id)
        for head in self.heads:
            yield head.question(client_id)
        self._asked = self.tabs.currentWidget()
        if self._asked is self.notes:
            # What is out of sight follows when this is painted.
            self._first_notes = self.notes.view.in_sight()
            yield partial(journal_of, person_id=client_id, limit=self._first_notes)
        elif self._asked is self.overview:
            yield from self.overview.questions(client_id)

    def _on_opened(self, found: tuple[Any, ...]) -> None:
        """Show the answers to `_questions`."""
        self._pending = None
        with laid_out_once(self._content):
            self._show_opened(found[0], iter(found[1:]))
        lay_out_now()

    def _show_opened(self, card: ClientCard | None, answers: Iterator[Any]) -> None:
        if card is not None:
            for head in self.heads:
                head.show_answer(card, next(answers))
            if self._asked is self.notes:
                self.notes.take(card.id, next(answers), self._first_notes)
            elif self._asked is self.overview:
                self.overview.show_answers(card, tuple(answers))
        self._on_card(card)

    def _on_card(self, card: ClientCard | None) -> None:
        if card is None:
            self.card = None
            sentence = _("This person is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="person"))
            return
        self.card = card
        self.looks.saw(card.id)
        self.header.show_card(card, self.desk.local_now.date())
        self.presence.show_record(card.id, "client")
        self.state.show_content()
        self._fill_tab(self.tabs.currentIndex(), is_shown=self.tabs.currentWidget() is self._asked)

    def _on_tab_changed(self, at: int) -> None:
        self._fill_tab(at)

    def _fill_tab(self, at: int, *, is_shown: bool = False) -> None:
        """Fill the tab that is looked at, unless it is shown already; the others wait."""
        if self.card is None:
            return
        if self.tabs.widget(at) is self.overview:
            if not is_shown:
                self.overview.show_card(self.card)
            if self._wanted_deed is not None:
                deed, self._wanted_deed = self._wanted_deed, None
                self.overview.do(*deed)
        elif self.tabs.widget(at) is self.notes:
            self.notes.show_client(self.card.id, self.card.name)
            if self._wants_note:
                self._wants_note = False
                self.notes.begin_note()
        elif at >= self._first():
            if at not in self._made:
                self._make_tab(at)
            self._begin_in_tab(at)

    def _begin_in_tab(self, at: int) -> None:
        """Begin in an open tab what a place wanted there."""
        if self._wanted_in_tab is not None and at in self._made:
            deed, self._wanted_in_tab = self._wanted_in_tab, None
            self._made[at].do(*deed)

    def _first(self) -> int:
        return self.tabs.indexOf(self.notes) + 1

    def _make_tab(self, at: int) -> None:
        if self.card is None:
            return
        tab: Any = self._entries[at - self._first()].make(self.desk, self.card.id)
        self._made[at] = tab
        tab.place_wanted.connect(self.place_wanted)
        tab.said.connect(self.said)
        self._places[at - self._first()].addWidget(tab)
        tab.refresh()

    def _drop_tabs(self) -> None:
        self.card = None
        for tab in self._made.values():
            tab.hide()
            tab.deleteLater()
        self._made.clear()

    def _on_edit_wanted(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.id)

    def _on_plan_wanted(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("visiting", self.card.id, "plan"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        words = f"{say(trouble.problem)} {say(trouble.remedy)}".strip()
        if self.card is None:
            self.state.show_failed(words)
        else:
            self.said.emit(words, None)
