"""The cards of My day: today, what waits to be recorded, the days ahead, unfinished forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _, ngettext
from ui import formats
from ui.drafts.draft_places import draft_place, draft_words
from ui.my_day.day_line import DayLine, DayRow
from ui.my_day.row_memory import mark_row
from ui.my_day.visit_line import WHEN_WIDTH, VisitLine
from ui.style import length, spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet, strong, text
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from app.drafts.queries import DraftRow
    from app.my_day.rows import DayAhead
    from app.visiting.rows import VisitingDay, VisitRow

MOST_WAITING = 4
"""Waiting visits that are listed before somebody asks for more."""


class DayCard(Card):
    """A card of My day that can lead somewhere."""

    place_wanted = Signal(object)

    def clear(self) -> None:
        """Take everything out, and stay away until it is filled: then it is laid out once."""
        self.hide()
        super().clear()

    def _put(self, line: QWidget) -> None:
        """Add a line that is there at once, so that it can take the focus back."""
        self.add(line)
        line.show()

    def _add_visits(
        self,
        visits: Iterable[VisitRow],
        now: datetime,
        *,
        own: Iterable[VisitRow] = (),
        with_day: bool = False,
    ) -> None:
        mine = {visit.id for visit in own}
        for visit in visits:
            others = visit.id not in mine
            line = VisitLine(visit, now, with_day=with_day, with_visitor=others)
            line.opened.connect(self._on_opened)
            line.record_wanted.connect(self._on_record_wanted)
            self._put(line)

    def _add_row(self, row: DayRow) -> DayLine:
        """Add a line that leads somewhere."""
        line = DayLine(row)
        line.place_wanted.connect(self.place_wanted)
        self._put(line)
        return line

    def _add_rest(self, count: int) -> None:
        """Say how many more visits there are, and lead to them."""
        more = ngettext("{count} more visit", "{count} more visits", count)
        self._add_more(more if count > 0 else "")

    def _add_more(self, words: str) -> None:
        """Add a button that leads to all of it; none without words."""
        if words:
            more = quiet_button(words)
            more.clicked.connect(self._on_more_clicked)
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _more_place(self) -> Place:
        """Answer where all of it is shown."""
        return Place("visiting")

    def _on_opened(self, visit_id: UUID) -> None:
        self.place_wanted.emit(Place("visiting", visit_id))

    def _on_record_wanted(self, visit_id: UUID) -> None:
        self.place_wanted.emit(Place("visiting", visit_id, "record"))

    def _on_more_clicked(self) -> None:
        self.place_wanted.emit(self._more_place())


class TodayCard(DayCard):
    """Today's visits in order of time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Today"), "", parent)
        self._wants_all = False
        self._day: VisitingDay | None = None
        self._now: datetime | None = None

    def show_day(self, day: VisitingDay, now: datetime) -> None:
        """Show the person's own visits or everybody's, or that the day is free."""
        self._day, self._now = day, now
        self.clear()
        if not day.today:
            empty = EmptyState(
                _("Nothing is planned for today. A good day for a call to somebody."),
                _("Plan visit"),
                icon="sun",
            )
            empty.acted.connect(self._on_plan_wanted)
            self.add(empty)
        else:
            self._fill(day, now)
        self.show()

    def _fill(self, day: VisitingDay, now: datetime) -> None:
        can_choose = 0 < len(day.mine) < day.today_count
        if can_choose:
            self.add(self._choice(day))
        if can_choose and not self._wants_all:
            self._add_visits(day.mine, now, own=day.mine)
        else:
            self._add_visits(day.today, now, own=day.mine)
            self._add_rest(day.today_count - len(day.today))

    def _choice(self, day: VisitingDay) -> FilterBar[bool]:
        """Offer the person's own visits and everybody's, each with its number."""
        mine = " ".join((_("Mine"), str(len(day.mine))))
        everybody = " ".join((_("Everybody"), str(day.today_count)))
        bar = FilterBar([(False, mine), (True, everybody)], _("Show visits"))
        bar.set_value(self._wants_all)
        bar.chosen.connect(self._on_choice)
        return bar

    def _on_choice(self, everybody: bool) -> None:  # noqa: FBT001 - a slot
        self._wants_all = everybody
        if self._day is not None and self._now is not None:
            self.show_day(self._day, self._now)

    def _on_plan_wanted(self) -> None:
        self.place_wanted.emit(Place("visiting", None, "plan"))


class WaitingCard(DayCard):
    """Visits of earlier days about which nobody has said anything yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Waiting to be recorded"), "", parent)
        self._day: VisitingDay | None = None
        self._now: datetime | None = None
        self._shows_more = False

    def show_waiting(self, day: VisitingDay, now: datetime) -> None:
        """Show the latest ones and count the rest; without any the card goes away."""
        self._day, self._now = day, now
        self.clear()
        listed = day.waiting if self._shows_more else day.waiting[:MOST_WAITING]
        self._add_visits(listed, now, with_day=True)
        self._add_older(day.due.earlier - len(listed))
        self.setVisible(bool(day.waiting))

    def _add_older(self, rest: int) -> None:
        if rest <= 0:
            return
        words = ngettext("{count} older one", "{count} older ones", rest)
        if self._shows_more:
            self.add(quiet(words))
        else:
            more = quiet_button(words, "chevron_down")
            more.clicked.connect(self._on_more_wanted)
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_more_wanted(self) -> None:
        """Show as many as were asked for."""
        self._shows_more = True
        if self._day is not None and self._now is not None:
            self.show_waiting(self._day, self._now)


class AheadCard(DayCard):
    """How full the next seven days are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("The days ahead"), _("Show week"), parent)
        self.acted.connect(self._on_more_clicked)
        self.body.setSpacing(spacing(4))

    def show_days(self, days: Sequence[DayAhead]) -> None:
        """Show one line per day."""
        self.clear()
        for day in days:
            self.add(_day_line(day))
        self.show()


class DraftsCard(DayCard):
    """Forms that were begun and not saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Not finished yet"), "", parent)
        self._places: dict[int, Place] = {}

    def show_drafts(self, drafts: Sequence[DraftRow], now: datetime) -> None:
        """Show the drafts that can be gone on with; without any the card goes away."""
        self.clear()
        known = [(draft, place) for draft in drafts if (place := draft_place(draft)) is not None]
        for draft, place in known:
            line = _DraftLine(draft, place, now)
            line.place_wanted.connect(self.place_wanted)
            self._put(line)
        self.setVisible(bool(known))


class _DraftLine(QWidget):
    """A draft: what it is, whom it is about, since when it waits, and the way back to it."""

    place_wanted = Signal(object)

    def __init__(self, draft: DraftRow, place: Place, now: datetime) -> None:
        super().__init__()
        self._place = place
        saved = draft.saved_at.astimezone()
        same_day = saved.date() == now.date()
        when = formats.show_time(saved) if same_day else formats.show_date(saved.date())
        kind = draft_words(draft)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(draft.title or kind))
        words.addWidget(quiet(f"{kind} · {when}" if draft.title else when))
        button = plain_button(_("Continue"))
        button.setAccessibleName(_("Continue: {what}").format(what=draft.title or kind))
        mark_row(button, f"draft:{draft.form}:{draft.subject}", "act")
        button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, spacing(4), 0, spacing(4))
        layout.setSpacing(spacing(12))
        layout.addLayout(words, 1)
        layout.addWidget(button)

    def _on_clicked(self) -> None:
        self.place_wanted.emit(self._place)


def _day_line(day: DayAhead) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing(12))
    name = text(formats.show_short_date(day.day))
    name.setFixedWidth(length(WHEN_WIDTH))
    visits = ngettext("{count} visit", "{count} visits", day.visits) if day.visits else ""
    tasks = ngettext("{count} task", "{count} tasks", day.tasks) if day.tasks else ""
    words = " · ".join(filter(None, (visits, tasks)))
    layout.addWidget(name)
    layout.addWidget(text(words) if words else quiet(_("free")), 1)
    return line
