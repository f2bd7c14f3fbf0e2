"""The side of the page that is the calendar: which days, which view, which visits of them."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.areas.queries import area_choices
from app.exchange.views.actions import remember_view
from app.exchange.views.queries import last_view
from app.exchange.views.rules import View
from app.visiting.calendar.queries import calendar_visits
from app.visiting.calendar.rules import CalendarKind
from resources.text import _, say
from ui.visiting.calendar.calendar_area import CalendarArea
from ui.visiting.calendar.calendar_bar import CalendarBar
from ui.visiting.calendar.known_holidays import KnownHolidays
from ui.visiting.calendar.page_facts import (
    has_day,
    names_on_page,
    nothing_on_page,
    visits_on_page,
)
from ui.visiting.calendar.sheets import SheetMaker
from ui.visiting.calendar.too_many import TooMany
from ui.visiting.calendar.view_switch import ViewSwitch
from ui.visiting.calendar.visit_filter import VisitFilter
from ui.visiting.calendar.words import period_words
from ui.visiting.visit_export import visits_offer
from ui.widgets.loading import ABOUT, StateStack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.errors import Unavailable
    from app.visiting.calendar.queries import CalendarVisits
    from app.visiting.calendar.rules import Span
    from app.visiting.rows import VisitRow
    from ui.desk import Desk, Pending
    from ui.visiting.agenda_table import AgendaRow
    from ui.widgets.empty_state import EmptyState
    from ui.widgets.export_offer import ExportOffer

LIST_NAME = "calendar"
_KIND = "kind"
_MORNING = time(9)


class CalendarSide(QObject):
    """Asks for the visits of the days that are shown, and shows them in the chosen view."""

    shown = Signal()
    """Other visits are shown."""
    kind_chosen = Signal(object)
    """The `CalendarKind` that is shown from now on."""
    new_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Begin with this week; nothing is asked before `refresh`."""
        super().__init__()
        self._desk = desk
        self.kind = CalendarKind.WEEK
        self.day = desk.local_now.date()
        self.visits: tuple[VisitRow, ...] = ()
        self._holidays = KnownHolidays(desk, self)
        self._is_begun = self._has_keyboard = False
        self._is_new_page = True
        self._moment: datetime | None = None
        self._chosen: UUID | None = None
        self._pending: Pending[CalendarVisits] | None = None
        self._is_cut, self._cut = False, ""  # the first of too many, or one visitor's
        self.too_many = TooMany()
        self.bar = CalendarBar()
        self.switch = ViewSwitch()
        self.filter = VisitFilter(self.switch)
        self.area = CalendarArea()
        self.states = StateStack(self.area)
        self._connect()
        self._show_kind(self.kind)

    def refresh(self) -> None:
        """Ask again; the first time how the calendar was left, and for the districts."""
        self._has_keyboard = self._has_keyboard or self.area.view().hasFocus()
        self.states.show_loading()
        if self._is_begun:
            self._ask()
            return
        self._is_begun = True
        pending = self._desk.ask(last_view, LIST_NAME)
        pending.then(self._on_last_known).if_unavailable(self._on_unavailable)
        self._desk.ask(area_choices).then(self.filter.offer_areas)

    def show_day(self, day: date) -> None:
        """Show a day by itself."""
        self._choose_kind(CalendarKind.DAY, day)

    def show_moment(self, moment: datetime, visit_id: UUID | None = None) -> None:
        """Show the days around a moment, the keyboard at it or at a visit."""
        day = moment.date()
        self._moment, self._chosen = moment, visit_id
        if self._is_begun and day in self.span() and self._is_on_page(day):
            self._settle()
            return
        self._go_to_day(day)

    def choose_kind(self, kind: CalendarKind) -> None:
        """Show the days in another view, and remember it for the next time."""
        self._choose_kind(kind, self.day)

    def span(self) -> Span:
        """Answer the days that are shown."""
        return self.kind.span(self.day)

    def current_day(self) -> date:
        """Answer the day at which the keyboard is."""
        view = self.area.painted()
        return self.day if view is None or view.stop is None else view.stop.start.date()

    def title(self) -> str:
        """Answer which days are shown, and whose alone."""
        return " · ".join(filter(None, (self._words(), self.filter.visitor())))

    def offer(self) -> ExportOffer[AgendaRow]:
        """Answer the offer of the visits that are shown, to be exported."""
        title = " · ".join((_("Visits"), self._words()))
        shown = self.filter.pick(self._on_page(), self._desk.local_now)
        return visits_offer(shown, self._desk.local_now, title, self.filter.words())

    def _connect(self) -> None:
        self.bar.turned.connect(self._on_turned)
        self.bar.today_wanted.connect(self._on_today_wanted)
        self.bar.day_wanted.connect(self._go_to_day)
        self.switch.chosen.connect(self.choose_kind)
        self.filter.changed.connect(self._on_filter_changed)
        self.filter.area_changed.connect(self.refresh)
        self.area.day_wanted.connect(self._on_day_wanted)
        self.area.moment_wanted.connect(self.show_moment)
        self.area.new_wanted.connect(self.new_wanted)
        self.states.retried.connect(self.refresh)
        self._holidays.learned.connect(self._on_holidays_learned)

    def _is_on_page(self, day: date) -> bool:
        """Answer whether a day is shown, not only asked for: side by side one day is."""
        return self.kind is not CalendarKind.VISITORS or day == self.day

    def _on_last_known(self, view: View) -> None:
        kind = view.chosen(_KIND)
        if kind in set(CalendarKind):
            self._show_kind(CalendarKind(kind))
        self._ask()

    def _choose_kind(self, kind: CalendarKind, day: date) -> None:
        if kind is not self.kind:
            self._show_kind(kind)
            self._desk.act(remember_view, LIST_NAME, View(filters=((_KIND, kind.value),)))
        self._go_to_day(day)

    def _show_kind(self, kind: CalendarKind) -> None:
        self.kind = kind
        self.switch.set_value(kind)
        self.area.show_kind(kind)
        self._is_new_page = True
        self.kind_chosen.emit(kind)

    def _go_to_day(self, day: date) -> None:
        self.day = day
        self._is_new_page = True
        self.refresh()

    def _ask(self) -> None:
        """Ask for the visits of the days, and for their holidays while nobody has."""
        if self._pending is not None:
            self._pending.forget()
        # Side by side, everybody who visits in the week has a column each day.
        whole = CalendarKind.WEEK if self.kind is CalendarKind.VISITORS else self.kind
        span = whole.span(self.day)
        self._show_bar()
        visitor = self.filter.visitor() if self._is_cut else ""
        self._cut = visitor
        pending = self._desk.ask(
            calendar_visits, span.first, span.after, self.filter.area(), visitor
        )
        self._pending = pending.then(self._on_visits_found)
        pending.if_unavailable(self._on_unavailable)
        self._holidays.need(span)

    def _show_bar(self) -> None:
        today = self._desk.local_now.date()
        # Below the words of other days, visits of these would mislead.
        self.setProperty(ABOUT, f"{self.kind} {self.span().first}")
        self.bar.show_days(self._words(), self.day, has_today=has_day(self.kind, self.day, today))

    def _words(self) -> str:
        return period_words(self.kind, self.day, self.span())

    def _on_filter_changed(self) -> None:
        """Show others of the visits that are known; of too many, ask for those of a visitor."""
        if self._is_cut and self.filter.visitor() != self._cut:
            self._ask()
        else:
            self._show()

    def _on_visits_found(self, found: CalendarVisits) -> None:
        self.visits = found.visits
        # Of one visitor all may be known; the others are still left out.
        self._is_cut = bool(found.most_a_day) or bool(self._cut)
        self.too_many.show_most(found.most_a_day)
        self._show()
        self._settle()
        if self._is_new_page and self.kind is CalendarKind.AGENDA:
            # Once the table has its size.
            QTimer.singleShot(0, self.area, self._begin_agenda)
        self._is_new_page = False

    def _begin_agenda(self) -> None:
        self.area.begin_agenda(at_choice=self._chosen is not None)
        self._chosen = None

    def _settle(self) -> None:
        """Lead the keyboard to what was wanted; on a new page, to its day."""
        moment, self._moment = self._moment, None
        if moment is None and self._is_new_page:
            moment = self._usual_moment()
        if self._chosen is not None:
            self.area.choose(self._chosen)
            if self.kind is not CalendarKind.AGENDA:
                self._chosen = None
        elif moment is not None:
            self.area.go_to(moment)

    def _usual_moment(self) -> datetime:
        """Answer the first visit of the day that is looked at, or its morning."""
        found = (visit.start for visit in self.visits if visit.start.date() == self.day)
        return next(found, datetime.combine(self.day, _MORNING))

    def _on_holidays_learned(self) -> None:
        if self.kind is not CalendarKind.AGENDA:
            self._show()

    def _show(self) -> None:
        now = self._desk.local_now
        shown = self.filter.pick(self._on_page(), now)
        maker = SheetMaker(self.kind, self.day, now, self._holidays.names)
        self.area.show_visits(shown, maker, now, self._names() if self.kind.is_by_visitor else ())
        # Before the agenda is seen: it would choose its first row by itself.
        self.shown.emit()
        if self._has_something(shown):
            self._show_content()
        else:
            self.states.show_empty(self._nothing())

    def _show_content(self) -> None:
        """Show the calendar; the keyboard that waited in it is there again."""
        was_away = self.states.currentWidget() is not self.area
        self.states.show_content()
        if was_away and self._has_keyboard:
            self.area.view().setFocus()
        self._has_keyboard = False

    def _on_page(self) -> tuple[VisitRow, ...]:
        return visits_on_page(self.kind, self.day, self.visits)

    def _names(self) -> list[str]:
        return names_on_page(self.filter.visitor(), self.visits)

    def _has_something(self, shown: Sequence[VisitRow]) -> bool:
        """Answer whether there is anything to look at: days are, also empty ones."""
        if self.kind is CalendarKind.AGENDA:
            return bool(shown)
        return not self.kind.is_by_visitor or bool(self._names())

    def _nothing(self) -> EmptyState:
        empty = nothing_on_page(self.visits)
        empty.acted.connect(self.filter.show_all if self.visits else self._on_plan_wanted)
        return empty

    def _on_plan_wanted(self) -> None:
        self.new_wanted.emit(None)

    def _on_turned(self, by: int) -> None:
        self._go_to_day(self.kind.turned(self.day, by))

    def _on_today_wanted(self) -> None:
        now = self._desk.local_now
        self._moment = now
        self._go_to_day(now.date())

    def _on_day_wanted(self, day: date) -> None:
        """Show a day's own hours; from there on, its agenda."""
        if self.kind is CalendarKind.DAY and day == self.day:
            self._choose_kind(CalendarKind.AGENDA, day)
        elif self.kind.is_by_visitor:
            self._choose_kind(CalendarKind.VISITORS, day)
        else:
            self.show_day(day)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
