"""The cards of My day in two columns; they change without moving what one looks at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.my_day.calls_card import CallsCard
from ui.my_day.enquiries_card import EnquiriesCard
from ui.my_day.handed_card import HandedCard
from ui.my_day.housing_card import HousingCard
from ui.my_day.mediators_card import MediatorsCard
from ui.my_day.my_day_cards import AheadCard, DraftsCard
from ui.my_day.people_cards import ConsentCard, ForgottenCard, NewsCard
from ui.my_day.proofs_card import ProofsCard
from ui.my_day.row_memory import RowMemory
from ui.my_day.suitcases_card import SuitcasesCard
from ui.my_day.task_card import TaskCard
from ui.my_day.tours_card import ToursCard
from ui.my_day.visiting_cards import CheckInCard, ConcernsCard, NotesCard, called_on
from ui.my_day.visits_cards import TodayCard, WaitingCard
from ui.style import length, spacing
from ui.widgets.empty_state import EmptyState
from ui.widgets.laying_out import laid_out_once
from ui.widgets.page import Place
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from app.drafts.queries import DraftRow
    from app.my_day.rows import MyDay

TWO_COLUMNS = 960
"""Width of the board, in pixels at 100 %, from which its cards stand in two columns."""


class DayBoard(ScrollBody):
    """Keeps the row that has the focus and the place to which it is scrolled."""

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with empty cards."""
        super().__init__(parent)
        self.today, self.waiting = TodayCard(), WaitingCard()
        self.tasks, self.drafts, self.ahead = TaskCard(), DraftsCard(), AheadCard()
        self.forgotten, self.consents, self.news = ForgottenCard(), ConsentCard(), NewsCard()
        self.concerns, self.notes, self.check_ins = ConcernsCard(), NotesCard(), CheckInCard()
        self.proofs, self.enquiries = ProofsCard(), EnquiriesCard()
        self.handed, self.suitcases, self.housing = HandedCard(), SuitcasesCard(), HousingCard()
        self.mediators, self.calls, self.tours = MediatorsCard(), CallsCard(), ToursCard()
        self.rows = RowMemory(self)
        self._shown: dict[QWidget, object] = {}
        self._left_out: frozenset[QWidget] = frozenset()
        self._scrolled = 0
        self._is_needed_elsewhere = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._settle)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(spacing(16))
        left = (
            *(self.concerns, self.enquiries, self.housing, self.handed),
            *(self.suitcases, self.tours, self.today, self.tasks),
        )
        right = (
            *(
                self.calls,
                self.mediators,
                self.notes,
                self.waiting,
                self.drafts,
                self.news,
                self.forgotten,
            ),
            *(self.check_ins, self.proofs, self.consents, self.ahead),
        )
        self.columns.addLayout(_column(*left), 5)
        self.columns.addLayout(_column(*right), 4)
        self.body.addLayout(self.columns)
        self.end()
        for card in (*left, *right):
            card.place_wanted.connect(self._on_place_wanted)
        for card in (*left[:6], self.tasks, *right[:-1]):
            card.hide()

    def leave_visits_out(self) -> None:
        """Show no visits, not even that there are none: they stay in the office."""
        self._left_out = frozenset({self.today, self.waiting, self.ahead})
        for card in self._left_out:
            card.hide()
        way = EmptyState(
            _("The appointments of the tour stand on the page of mobile advice."),
            _("Appointments"),
            icon="bus",
        )
        way.acted.connect(self._on_appointments_wanted)
        self.body.insertWidget(0, way)

    def show_day(self, day: MyDay, now: datetime) -> None:
        """Show a day as it stands at the local time `now`, at the same place as before."""
        self._remember()
        with laid_out_once(self.widget()):
            self._show_cards(day, now)
            self._show_drafts(day.drafts, now)
        self._come_back()

    def _show_cards(self, day: MyDay, now: datetime) -> None:
        today = now.date()
        begun = sum(visit.start <= now for visit in (*day.visits.mine, *day.visits.today))
        for card, facts, show in (
            (self.today, (day.visits, begun), partial(self.today.show_day, day.visits, now)),
            (self.tasks, (day.tasks, day.follow_ups), partial(self.tasks.show_due, day, today)),
            (self.news, (day.changes, day.closings), partial(self.news.show_news, day, now)),
            (self.waiting, day.visits, partial(self.waiting.show_waiting, day.visits, now)),
            (
                self.forgotten,
                day.forgotten,
                partial(self.forgotten.show_forgotten, day.forgotten, today),
            ),
            (
                self.consents,
                day.consents,
                partial(self.consents.show_consents, day.consents, today),
            ),
            (self.ahead, day.ahead, partial(self.ahead.show_days, day.ahead)),
            (self.notes, day.notes, partial(self.notes.show_notes, day.notes)),
            (
                self.concerns,
                (day.concerns, called_on(day.concerns, now)),
                partial(self.concerns.show_concerns, day.concerns, now),
            ),
            (
                self.check_ins,
                day.check_ins,
                partial(self.check_ins.show_matches, day.check_ins, today),
            ),
            (self.proofs, day.proofs, partial(self.proofs.show_proofs, day.proofs, today)),
        ):
            self._show_if_new(card, (today, facts), show)
        self._show_what_waits(day, today)

    def _show_what_waits(self, day: MyDay, today: date) -> None:
        """Show what waits for somebody else: answers, mediators, suitcases, calls."""
        for card, facts, show in (
            (
                self.handed,
                (day.handed, day.requests),
                partial(self.handed.show_handed, day.handed, day.requests, today),
            ),
            (
                self.suitcases,
                day.suitcases,
                partial(self.suitcases.show_suitcases, day.suitcases),
            ),
            (
                self.mediators,
                day.mediators,
                partial(self.mediators.show_requests, day.mediators, today),
            ),
            (self.calls, day.calls, partial(self.calls.show_calls, day.calls, today)),
            (
                self.enquiries,
                day.enquiries,
                partial(self.enquiries.show_enquiries, day.enquiries, today),
            ),
            (self.housing, day.housing, partial(self.housing.show_cases, day.housing, today)),
        ):
            self._show_if_new(card, (today, facts), show)
        if day.tours is not None:
            show_tours = partial(self.tours.show_tours, day.tours, today)
            self._show_if_new(self.tours, (today, day.tours), show_tours)

    def show_drafts(self, drafts: Sequence[DraftRow], now: datetime) -> None:
        """Show other drafts, and leave everything else as it is."""
        self._remember()
        self._show_drafts(drafts, now)
        self._come_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below each other where two columns have no room."""
        super().resizeEvent(event)
        is_wide = self.width() >= length(TWO_COLUMNS)
        direction = QBoxLayout.Direction
        self.columns.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _show_drafts(self, drafts: Sequence[DraftRow], now: datetime) -> None:
        facts = (now.date(), tuple(drafts))
        self._show_if_new(self.drafts, facts, partial(self.drafts.show_drafts, drafts, now))

    def _show_if_new(self, card: QWidget, facts: object, show: Callable[[], None]) -> None:
        """Fill a card only where it says something else."""
        if self._shown.get(card) != facts and card not in self._left_out:
            self._shown[card] = facts
            show()

    def _remember(self) -> None:
        if self._later.isActive():
            return
        self._scrolled = self.verticalScrollBar().value()
        self.rows.look()
        # Asked before: the focus leaves by itself what is taken away.
        self._is_needed_elsewhere = self._has_focus_elsewhere()

    def _come_back(self) -> None:
        """Go back to the row and the place once the new lines stand in the window."""
        self._later.start(0)

    def _has_focus_elsewhere(self) -> bool:
        """Answer whether somebody is typing on another part of the window."""
        focused = QApplication.focusWidget()
        page = self.parentWidget()
        if focused is None or page is None:
            return False
        return focused is not page and not page.isAncestorOf(focused)

    def _settle(self) -> None:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.activate()
        if self.isVisible() and not self._is_needed_elsewhere:
            self.rows.bring_back()
        self.verticalScrollBar().setValue(self._scrolled)

    def _on_appointments_wanted(self) -> None:
        self.place_wanted.emit(Place("appointments"))

    def _on_place_wanted(self, place: object) -> None:
        self.rows.look()
        self.place_wanted.emit(place)


def _column(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(spacing(16))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
