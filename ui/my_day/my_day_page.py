"""My day: what today holds, what is due, who must not be forgotten, and what is new."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.my_day.actions import acknowledge_closing, mark_seen, note_check_in
from app.my_day.first import first_of_day
from app.my_day.whole import whole_day
from resources.text import _, say
from ui import formats
from ui.first_paint import FirstPaint
from ui.my_day.daily_forgetting import DailyForgetting
from ui.my_day.day_board import DayBoard
from ui.style import spacing
from ui.tasks.task_deeds import TaskDeeds
from ui.visiting.series.daily_top_up import DailyTopUp
from ui.visiting.words import first_name, week_words
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QShowEvent

    from app.drafts.queries import DraftRow
    from app.errors import Unavailable
    from app.my_day.rows import MyDay
    from ui.desk import Desk
    from ui.my_day.forgotten_view import ForgottenView

NOON_IS_NEAR, EVENING_IS_NEAR = 11, 18
"""Hours from which people no longer say good morning, and say good evening."""


class MyDayPage(Page):
    """The first screen of the day; it asks one quick question and keeps its place.

    When the window opens, visits and tasks are painted before anything else is asked.
    """

    features: ClassVar[frozenset[str]] = frozenset(
        {
            *("visiting", "clients", "tasks", "journal", "consent", "admin", "access", "linking"),
            *(
                "escalation",
                "matches",
                "volunteers",
                "referrals",
                "suitcase",
                "tours",
                "mediators",
                "advice",
            ),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is asked yet."""
        super().__init__(desk, parent)
        self._header = PageHeader("")
        self._plan_button = primary_button(_("Plan visit"), "add")
        self._task_button = plain_button(_("New task"), "task")
        self._header.add_action(self._task_button)
        self._header.add_action(self._plan_button)
        self.board = DayBoard()
        if not desk.offers("visiting"):
            self._plan_button.hide()
            self.board.leave_visits_out()
        self.deeds = TaskDeeds(desk, self)
        self._top_up = DailyTopUp(desk, self)
        self._forgetting = DailyForgetting(desk, self)
        self._forgotten: ForgottenView | None = None
        self._states = StateStack(self.board)
        self._views = QStackedWidget()
        self._is_filled = False
        self._look_for_drafts = QTimer(self)
        self._look_for_drafts.setSingleShot(True)
        self._arrange()
        self._connect()
        self._greet()

    @property
    def forgotten(self) -> ForgottenView:
        """Everybody not reached for long; made when somebody first looks at it."""
        if self._forgotten is None:
            from ui.my_day.forgotten_view import ForgottenView  # noqa: PLC0415 - seldom seen

            self._forgotten = view = ForgottenView(self.desk)
            view.place_wanted.connect(self.place_wanted)
            view.export_asked.connect(self.export_asked)
            self._views.addWidget(view)
        return self._forgotten

    def refresh(self) -> None:
        """Ask again for the day, or for the list that is looked at."""
        self._greet()
        if self._forgotten is not None and self._views.currentWidget() is self._forgotten:
            self._forgotten.refresh()
        self._states.show_loading()
        self._look_for_drafts.stop()  # they come with the day
        if self._is_filled or not self.isVisible():
            self._ask_for_all()
        else:
            pending = self.desk.ask(first_of_day, self.desk.local_now.date(), self.desk.who)
            pending.then(self._on_first_found).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the day, with "forgotten" everybody not reached for long, or their "export"."""
        if place.doing in {"forgotten", "export"}:
            self._views.setCurrentWidget(self.forgotten)
            self.forgotten.refresh()
            if place.doing == "export":
                self.forgotten.export()
        else:
            self._views.setCurrentIndex(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Come back to the row that was left, and look for drafts begun elsewhere meanwhile."""
        super().showEvent(event)
        if self._is_filled and self.desk.is_open:
            self.board.rows.bring_back()
            self._look_for_drafts.start(0)

    def _arrange(self) -> None:
        day = QWidget()
        inner = QVBoxLayout(day)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(16))
        inner.addWidget(self._header)
        inner.addWidget(self._states, 1)
        self._views.addWidget(day)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._views)

    def _connect(self) -> None:
        self._plan_button.clicked.connect(self._on_plan_clicked)
        self._task_button.clicked.connect(self._on_task_clicked)
        self._states.retried.connect(self.refresh)
        self._look_for_drafts.timeout.connect(self._on_drafts_wanted)
        self.board.place_wanted.connect(self.place_wanted)
        self.board.tasks.finish_wanted.connect(self.deeds.finish)
        self.board.tasks.review_wanted.connect(self.deeds.review)
        self.board.news.closing_seen.connect(self._on_closing_seen)
        self.board.news.seen.connect(self._on_seen)
        self.board.check_ins.check_in_noted.connect(self._on_check_in_noted)
        self.deeds.said.connect(self.said)

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

    def _ask_for_all(self) -> None:
        if self.desk.is_open:
            pending = self.desk.ask(whole_day, self.desk.local_now.date(), self.desk.who)
            pending.then(self._on_day_found).if_unavailable(self._on_unavailable)

    def _on_first_found(self, day: MyDay) -> None:
        """Show the first lines; the rest is asked once they are painted, to be seen sooner."""
        if not self._is_filled:
            self._show_day(day)
            FirstPaint(self).painted.connect(self._ask_for_all)
            self.update()

    def _on_day_found(self, day: MyDay) -> None:
        self._is_filled = True
        self._show_day(day)
        self._top_up.look()
        self._forgetting.look()

    def _show_day(self, day: MyDay) -> None:
        if not day.visits.has_clients:
            self._states.show_empty(self._welcome())
            return
        self.board.show_day(day, self.desk.local_now)
        self._states.show_content()

    def _on_drafts_wanted(self) -> None:
        from app.drafts.queries import all_drafts  # noqa: PLC0415 - came with the whole day

        if self.desk.is_open:
            pending = self.desk.ask(all_drafts, self.desk.who)
            pending.then(self._on_drafts_found).if_unavailable(self._on_unavailable)

    def _on_drafts_found(self, drafts: tuple[DraftRow, ...]) -> None:
        self.board.show_drafts(drafts, self.desk.local_now)

    def _on_check_in_noted(self, match_id: UUID) -> None:
        today = self.desk.local_now.date()
        self.desk.act(note_check_in, match_id, today).then(self._on_checked_in)

    def _on_checked_in(self, match_id: UUID) -> None:
        undo = partial(self._forget_check_in, match_id)
        self.said.emit(_("It is noted that both were asked."), undo)

    def _forget_check_in(self, match_id: UUID) -> None:
        self.desk.act(note_check_in, match_id)

    def _on_closing_seen(self, note_id: UUID) -> None:
        self.desk.act(acknowledge_closing, note_id)

    def _on_seen(self) -> None:
        for note in self.board.news.notes():
            self._on_closing_seen(note.note_id)
        self.desk.act(mark_seen).then(self._on_marked).if_unavailable(self._on_unavailable)

    def _on_marked(self, _at: datetime) -> None:
        self.refresh()

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

    def _on_task_clicked(self) -> None:
        self.place_wanted.emit(Place("tasks", None, "new"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
