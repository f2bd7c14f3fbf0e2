"""Visits on My day: those of today, and those that wait to be recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.visiting.rows import MOST_COUNTED
from resources.text import _, ngettext
from ui import formats
from ui.my_day.day_card import DayCard
from ui.my_day.visit_rows import visit_row
from ui.my_day.words import or_more
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.visiting.rows import VisitingDay

MOST_WAITING = 4
"""Waiting visits that are listed before somebody asks for more."""


class TodayCard(DayCard):
    """Today's visits in order of time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Today"), parent=parent)
        self._day: VisitingDay | None = None
        self._now: datetime | None = None
        self._empty: EmptyState | None = None
        self._choice: FilterBar[bool] | None = None

    def show_day(self, day: VisitingDay, now: datetime) -> None:
        """Show the person's own visits or everybody's, or that the day is free."""
        self._day, self._now = day, now
        can_choose = 0 < len(day.mine) < day.today_count
        self._show_choice(day, can_choose=can_choose)
        only_mine = can_choose and self._choice is not None and not self._choice.value()
        own = {visit.id for visit in day.mine}
        self._show_rows(
            visit_row(visit, now, with_visitor=visit.id not in own)
            for visit in (day.mine if only_mine else day.today)
        )
        rest = 0 if only_mine else min(day.today_count, MOST_COUNTED) - len(day.today)
        words = ngettext("{count} more visit", "{count} more visits", rest)
        words = or_more(words, is_more=day.today_count > MOST_COUNTED)
        self._show_more(words if rest > 0 else "")
        self._show_empty(is_empty=not day.today)

    def _show_empty(self, *, is_empty: bool) -> None:
        if is_empty and self._empty is None:
            self._empty = EmptyState(
                _("Nothing is planned for today. A good day for a call to somebody."),
                _("Plan visit"),
                icon="sun",
            )
            self._empty.acted.connect(self._on_plan_wanted)
            self.add(self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    def _show_choice(self, day: VisitingDay, *, can_choose: bool) -> None:
        """Offer the person's own visits and everybody's, each with its number."""
        mine = " ".join((_("Mine"), str(len(day.mine))))
        everybody = " ".join((_("Everybody"), _short(day.today_count)))
        if can_choose and self._choice is None:
            self._choice = FilterBar([(False, mine), (True, everybody)], _("Show visits"))
            self._choice.chosen.connect(self._on_chosen)
            self.body.insertWidget(0, self._choice)
        if self._choice is not None:
            self._choice.setVisible(can_choose)
            self._choice.set_words(False, mine)  # noqa: FBT003 - the value of the chip
            self._choice.set_words(True, everybody)  # noqa: FBT003 - as above

    def _on_chosen(self, _everybody: object) -> None:
        if self._day is not None and self._now is not None:
            self.show_day(self._day, self._now)

    def _on_plan_wanted(self) -> None:
        self.place_wanted.emit(Place("visiting", None, "plan"))


class WaitingCard(DayCard):
    """Visits of earlier days about which nobody has said anything yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Waiting to be recorded"), icon="chevron_down", parent=parent)
        self._day: VisitingDay | None = None
        self._now: datetime | None = None
        self._shows_more = False

    def show_waiting(self, day: VisitingDay, now: datetime) -> None:
        """Show the latest ones and count the rest; without any the card goes away."""
        self._day, self._now = day, now
        listed = day.waiting if self._shows_more else day.waiting[:MOST_WAITING]
        self._show_rows(visit_row(visit, now, with_day=True) for visit in listed)
        rest = day.waiting_count - len(listed)
        words = ngettext("{count} older one", "{count} older ones", rest) if rest > 0 else ""
        self._show_after(words if self._shows_more else "")
        self._show_more("" if self._shows_more else words)
        self.setVisible(bool(day.waiting))

    def _on_more_clicked(self) -> None:
        """Show as many as were asked for."""
        self._shows_more = True
        if self._day is not None and self._now is not None:
            self.show_waiting(self._day, self._now)


def _short(count: int) -> str:
    """Answer a number for a chip, which has no room to say that there are more."""
    number = formats.show_number(min(count, MOST_COUNTED))
    return f"{number}+" if count > MOST_COUNTED else number
