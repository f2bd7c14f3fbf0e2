"""Cards of My day: the days ahead, and forms that were begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from app.visiting.rows import MOST_COUNTED
from resources.text import _, ngettext
from ui import formats
from ui.drafts.draft_places import draft_place, draft_words
from ui.my_day.day_card import DayCard
from ui.my_day.day_line import WHEN_WIDTH
from ui.my_day.day_row import DayRow
from ui.my_day.words import or_more
from ui.style import length, spacing
from ui.widgets.labels import Label, restyle, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.drafts.queries import DraftRow
    from app.my_day.rows import DayAhead
    from ui.widgets.page import Place


class AheadCard(DayCard):
    """How full the next seven days are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("The days ahead"), _("Show week"), parent=parent)
        self.acted.connect(self._on_more_clicked)
        self._days: list[tuple[Label, Label]] = []
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(spacing(12))
        self._table.setVerticalSpacing(spacing(4))
        self._table.setColumnMinimumWidth(0, length(WHEN_WIDTH))
        self._table.setColumnStretch(1, 1)
        self.add(self._table)

    def show_days(self, days: Sequence[DayAhead]) -> None:
        """Show one line per day."""
        while len(self._days) < len(days):
            self._days.append(self._add_day())
        for labels, day in zip(self._days, days, strict=False):
            _show_day(*labels, day)
        for at, labels in enumerate(self._days):
            for label in labels:
                label.setVisible(at < len(days))

    def _add_day(self) -> tuple[Label, Label]:
        labels = text(""), text("")
        for column, label in enumerate(labels):
            self._table.addWidget(label, len(self._days), column)
        return labels


class DraftsCard(DayCard):
    """Forms that were begun and not saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Not finished yet"), parent=parent)

    def show_drafts(self, drafts: Sequence[DraftRow], now: datetime) -> None:
        """Show the drafts that can be gone on with; without any the card goes away."""
        known = [(draft, place) for draft in drafts if (place := draft_place(draft)) is not None]
        self._show_rows(_draft_row(draft, place, now) for draft, place in known)
        self.setVisible(bool(known))


def _draft_row(draft: DraftRow, place: Place, now: datetime) -> DayRow:
    """Say what a draft is, whom it is about, since when it waits, and the way back to it."""
    saved = draft.saved_at.astimezone()
    same_day = saved.date() == now.date()
    when = formats.show_time(saved) if same_day else formats.show_date(saved.date())
    kind = draft_words(draft)
    return DayRow(
        key=f"draft:{draft.form}:{draft.subject}",
        title=draft.title or kind,
        detail=f"{kind} · {when}" if draft.title else when,
        place=place,
        verb=_("Continue"),
        act_name=_("Continue: {what}").format(what=draft.title or kind),
        has_arrow=False,
    )


def _show_day(name: Label, count: Label, day: DayAhead) -> None:
    """Show a day and how much there is to do on it; a free one steps back."""
    number = min(day.visits, MOST_COUNTED)
    visits = ngettext("{count} visit", "{count} visits", number) if number else ""
    visits = or_more(visits, is_more=day.visits > MOST_COUNTED)
    tasks = ngettext("{count} task", "{count} tasks", day.tasks) if day.tasks else ""
    words = " · ".join(filter(None, (visits, tasks)))
    name.setText(formats.show_short_date(day.day))
    count.setText(words or _("free"))
    kind = "text" if words else "quiet"
    if count.property("kind") != kind:
        count.setProperty("kind", kind)
        restyle(count)
