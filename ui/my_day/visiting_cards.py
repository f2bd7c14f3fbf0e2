"""Visiting on My day: who is missed, which notes wait to be read, which matches to ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _, ngettext
from ui import formats
from ui.codes.code_book import book
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow, RowStatus
from ui.tasks.words import day_words
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.escalation.rows import ConcernRow
    from app.matches.queries import MatchRow
    from app.visiting.record_rows import UnreadNote

NOTES_SHOWN = 5
"""Notes that the card names; the page shows all."""
MATCHES_SHOWN = 5


class ConcernsCard(DayCard):
    """People of whom nobody knows yet whether they are safe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Not known to be safe"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_concerns(self, concerns: Sequence[ConcernRow], now: datetime) -> None:
        """Show all that are open, the oldest first; without any the card goes away."""
        self._show_rows(_concern_row(row, now) for row in concerns)
        self.setVisible(bool(concerns))

    def _more_place(self) -> Place:
        return Place("concerns", None, "open")


class NotesCard(DayCard):
    """Notes on visits that nobody has read yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Notes on visits to read"), _("Show all"), parent=parent)
        self._notes: Sequence[UnreadNote] = ()
        self.acted.connect(self._on_more_clicked)
        book.changed.connect(self._on_words_changed)

    def show_notes(self, notes: Sequence[UnreadNote]) -> None:
        """Show the oldest and how many more there are; without any the card goes away."""
        self._notes = notes
        self._show_rows(_note_row(note) for note in notes[:NOTES_SHOWN])
        rest = len(notes) - NOTES_SHOWN
        self._show_after(ngettext("and {count} more", "and {count} more", rest) if rest > 0 else "")
        self.setVisible(bool(notes))

    def _more_place(self) -> Place:
        return Place("visit_notes")

    def _on_words_changed(self) -> None:
        if self._notes:
            self.show_notes(self._notes)


class CheckInCard(DayCard):
    """Matches of which both are to be asked how it goes."""

    check_in_noted = Signal(object)
    """The id of a match of which both were asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Ask how the visits go"), _("Show all"), parent=parent)
        self._matches: dict[str, UUID] = {}
        self.acted.connect(self._on_more_clicked)

    def show_matches(self, matches: Sequence[MatchRow], today: date) -> None:
        """Show those that wait longest; without any the card goes away."""
        self._matches = {f"check_in:{row.id}": row.id for row in matches}
        self._show_rows(_check_in_row(row, today) for row in matches[:MATCHES_SHOWN])
        rest = len(matches) - MATCHES_SHOWN
        self._show_after(ngettext("and {count} more", "and {count} more", rest) if rest > 0 else "")
        self.setVisible(bool(matches))

    def _more_place(self) -> Place:
        return Place("matches", None, "check_in")

    def _on_row_acted(self, row: DayRow) -> None:
        self.check_in_noted.emit(self._matches[row.key])


def called_on(concerns: Sequence[ConcernRow], now: datetime) -> int:
    """Answer of how many concerns the next step is due by now."""
    return sum(row.next_due is not None and row.next_due <= now for row in concerns)


def _concern_row(row: ConcernRow, now: datetime) -> DayRow:
    from app.escalation.rules import CAUSE_LABELS  # noqa: PLC0415 - came with the day

    at, today = row.opened_at, now.date()
    is_today = at.date() == today
    detail = _(CAUSE_LABELS[row.cause])
    if row.next_due is not None:
        words = _("next: {step}").format(step=_(row.next_title))
        detail = f"{detail} · {words}"
    return DayRow(
        key=f"concern:{row.id}",
        title=row.person_name,
        detail=detail,
        place=Place("concerns", row.id),
        when=formats.show_time(at) if is_today else formats.show_short_date(at.date()),
        when_detail="" if is_today else formats.show_time(at),
        tone="attention",
        status=_next_status(row, now),
        verb=_("Note step"),
        act_name=_("Note a step about {name}").format(name=row.person_name),
        act_place=Place("concerns", row.id, "step"),
    )


def _next_status(row: ConcernRow, now: datetime) -> RowStatus:
    """Answer from when on the next step is due: one waits for the answer of the last."""
    if row.next_due is None:
        return RowStatus(_("Open"), "danger", "danger")
    if row.next_due <= now:
        return RowStatus(_("Due now"), "danger", "danger")
    due = formats.show_time(row.next_due)
    return RowStatus(_("Due at {time}").format(time=due), "attention", "clock")


def _note_row(note: UnreadNote) -> DayRow:
    from app.visiting.observing import flag_list  # noqa: PLC0415 - came with the day

    noticed = ", ".join(book.word(flag_list(), flag.code) for flag in note.flags)
    words = noticed or " ".join((note.note or note.next_note).split())
    return DayRow(
        key=f"visit_note:{note.id}",
        title=note.person_name,
        detail=" · ".join(filter(None, (_shortened(words), note.recorded_by))),
        place=Place("visit_notes", note.id),
        when=formats.show_short_date(note.start.date()),
        tone="attention" if note.flags else "",
        verb=_("Read"),
        act_name=_("Read the note about {name}").format(name=note.person_name),
    )


_SHORT = 44
"""Characters of a note that a line shows."""


def _shortened(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]} …"


def _check_in_row(row: MatchRow, today: date) -> DayRow:
    pair = _("{person} and {visitor}").format(person=row.person_name, visitor=row.visitor_name)
    return DayRow(
        key=f"check_in:{row.id}",
        title=pair,
        detail=_("Ask both how the visits go"),
        place=Place("matches", row.person_id),
        when=day_words(row.check_in_due, today) if row.check_in_due else "",
        tone="attention" if row.check_in_due and row.check_in_due < today else "",
        verb=_("Both were asked"),
        act_name=_("Both were asked: {pair}").format(pair=pair),
    )
