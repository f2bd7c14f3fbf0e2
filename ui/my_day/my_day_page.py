"""My day: what today holds, what waits, what is ahead, and what was begun and not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.drafts.queries import all_drafts
from app.my_day.queries import my_day
from resources.text import _, say
from ui import formats
from ui.my_day.my_day_cards import AheadCard, DraftsCard, TodayCard, WaitingCard
from ui.style import length, spacing
from ui.visiting.words import first_name, week_words
from ui.widgets.buttons import primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from app.drafts.queries import DraftRow
    from app.errors import Unavailable
    from app.my_day.rows import MyDay
    from ui.desk import Desk

TWO_COLUMNS = 960
"""Width of the page, in pixels at 100 %, from which its cards stand in two columns."""
NOON_IS_NEAR, EVENING_IS_NEAR = 11, 18
"""Hours from which people no longer say good morning, and say good evening."""


class MyDayPage(Page):
    """The first screen of the day; it asks two quick questions."""

    features: ClassVar[frozenset[str]] = frozenset({"visiting", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is asked yet."""
        super().__init__(desk, parent)
        self._header = PageHeader("")
        self._plan_button = primary_button(_("Plan visit"), "add")
        self._header.add_action(self._plan_button)
        self.today, self.waiting = TodayCard(), WaitingCard()
        self.ahead, self.drafts = AheadCard(), DraftsCard()
        self._body = ScrollBody()
        self._states = StateStack(self._body)
        self._arrange()
        for card in (self.today, self.waiting, self.ahead, self.drafts):
            card.place_wanted.connect(self.place_wanted)
        self._plan_button.clicked.connect(self._on_plan_clicked)
        self._states.retried.connect(self.refresh)
        self._is_filled = False
        self._greet()

    def refresh(self) -> None:
        """Ask again for the day and for the drafts."""
        self._greet()
        self._states.show_loading()
        pending = self.desk.ask(my_day, self.desk.local_now.date(), self.desk.who)
        pending.then(self._on_day_found).if_unavailable(self._on_unavailable)
        self._ask_drafts()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for drafts that were begun elsewhere in the meantime."""
        super().showEvent(event)
        if self._is_filled and self.desk.is_open:
            self._ask_drafts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below each other where two columns have no room."""
        super().resizeEvent(event)
        is_wide = self.width() >= length(TWO_COLUMNS)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _arrange(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(spacing(16))
        self._columns.addLayout(_column(self.today), 5)
        self._columns.addLayout(_column(self.waiting, self.drafts, self.ahead), 4)
        self._body.body.addLayout(self._columns)
        self._body.end()
        self.waiting.hide()
        self.drafts.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        layout.addWidget(self._header)
        layout.addWidget(self._states, 1)

    def _greet(self) -> None:
        now, who = self.desk.local_now, first_name(self.desk.who)
        if now.hour < NOON_IS_NEAR:
            greeting = _("Good morning, {name}") if who else _("Good morning")
        elif now.hour < EVENING_IS_NEAR:
            greeting = _("Good afternoon, {name}") if who else _("Good afternoon")
        else:
            greeting = _("Good evening, {name}") if who else _("Good evening")
        self._header.set_title(greeting.format(name=who))
        day = now.date()
        words = f"{formats.show_long_date(day)} · {week_words(day)}"
        # Danish weekdays are written small, but not at the beginning of a line.
        self._header.set_subtitle(words[:1].upper() + words[1:])

    def _ask_drafts(self) -> None:
        pending = self.desk.ask(all_drafts, self.desk.who)
        pending.then(self._on_drafts_found).if_unavailable(self._on_unavailable)

    def _on_day_found(self, day: MyDay) -> None:
        self._is_filled = True
        now = self.desk.local_now
        if not day.visits.has_clients:
            self._states.show_empty(self._welcome())
            return
        self.today.show_day(day.visits, now)
        self.waiting.show_waiting(day.visits, now)
        self.ahead.show_days(day.ahead)
        self._states.show_content()

    def _on_drafts_found(self, drafts: tuple[DraftRow, ...]) -> None:
        self.drafts.show_drafts(drafts, self.desk.local_now)

    def _welcome(self) -> EmptyState:
        empty = EmptyState(
            _("Welcome. Nahbar begins with people: add the first one whom your office helps."),
            _("Add person"),
            icon="heart",
        )
        empty.acted.connect(self._on_first_client_wanted)
        return empty

    def _on_first_client_wanted(self) -> None:
        self.place_wanted.emit(Place("clients", None, "new"))

    def _on_plan_clicked(self) -> None:
        self.place_wanted.emit(Place("visiting", None, "plan"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _column(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(spacing(16))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
