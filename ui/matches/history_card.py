"""What happened to the matches of a person, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.matches.rules import EVENT_LABELS, EventKind
from resources.text import _
from ui import formats
from ui.matches.words import stage_words
from ui.widgets.card import Card
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from uuid import UUID

    from app.matches.queries import EventRow, MatchRow

_ICONS = {
    EventKind.STEP: "dot",
    EventKind.ASKED: "phone",
    EventKind.CHECK_IN: "check",
    EventKind.NOTE: "note",
    EventKind.LOCKED: "lock",
    EventKind.UNLOCKED: "lock",
}


class HistoryCard(Card):
    """One line of time for all matches of a person."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("What happened"))
        self.timeline = Timeline()
        self.add(self.timeline)

    def show_events(
        self, person_id: UUID, matches: tuple[MatchRow, ...], events: tuple[EventRow, ...]
    ) -> None:
        """Show the events of the matches of a person."""
        names = {
            row.id: row.visitor_name if row.person_id == person_id else row.person_name
            for row in matches
        }
        self.timeline.set_entries([_entry(row, names.get(row.match_id, "")) for row in events])
        self.setVisible(bool(events))


def _entry(row: EventRow, name: str) -> TimelineEntry:
    what = stage_words(row.stage) if row.what is EventKind.STEP else _(EVENT_LABELS[row.what])
    when = _("{day}, {name}").format(day=formats.show_day(row.at.astimezone().date()), name=row.who)
    return TimelineEntry(when, f"{name} · {what}" if name else what, row.note, _ICONS[row.what])
