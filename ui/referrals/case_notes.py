"""The notes about a person since a case of hers began, and the way to write one.

A note is written once, in the journal of everybody whom it is about: so it stands at all of
their cases, read by whoever may read it. Here only says that it is there; the text is read in
the journal, which notes who looked.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.journal.queries import journal_of
from resources.text import _
from ui.journal.note_words import detail_line, head_line
from ui.widgets.card import Card
from ui.widgets.labels import quiet
from ui.widgets.page import Place
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from uuid import UUID

    from app.journal.queries import NoteRow
    from ui.desk import Desk, Pending

MOST_SHOWN = 5
"""Notes of a case; the journal has them all."""


class CaseNotes(Card):
    """Shows the notes of one case after another; hidden while nobody with a card is known."""

    place_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        super().__init__(_("Notes"), _("Write a note"), icon="note")
        self._desk = desk
        self._person_id: UUID | None = None
        self._since = date.max
        self._shown: tuple[UUID, ...] | None = None
        self._pending: Pending[tuple[NoteRow, ...]] | None = None
        self._nothing = quiet(_("No note was written since this began."))
        self.timeline = Timeline()
        self.timeline.acted.connect(self._on_show_wanted)
        self.acted.connect(self._on_write_wanted)
        self.add(self._nothing)
        self.add(self.timeline)
        self.hide()

    def show_case(self, person_id: UUID | None, since: date) -> None:
        """Ask for the notes about a person from a day on."""
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        self._person_id, self._since, self._shown = person_id, since, None
        self.setVisible(person_id is not None)
        if person_id is not None:
            asked = self._desk.ask(journal_of, person_id, MOST_SHOWN)
            self._pending = asked.then(self._on_notes)

    def shown(self) -> tuple[UUID, ...] | None:
        """Answer the notes that are shown; None while the office is being asked."""
        return self._shown

    def _on_notes(self, notes: tuple[NoteRow, ...]) -> None:
        self._pending = None
        shown = [note for note in notes if note.happened_at.astimezone().date() >= self._since]
        self._shown = tuple(note.id for note in shown)
        self.timeline.set_entries([_entry(note) for note in shown])
        self.timeline.setVisible(bool(shown))
        self._nothing.setVisible(not shown)

    def _on_write_wanted(self) -> None:
        self.place_wanted.emit(Place("clients", self._person_id, "note"))

    def _on_show_wanted(self, note_id: UUID) -> None:
        self.place_wanted.emit(Place("clients", self._person_id, f"journal {note_id}"))


def _entry(note: NoteRow) -> TimelineEntry:
    return TimelineEntry(
        when="",
        title=head_line(note),
        text=detail_line(note),
        icon="note",
        action=_("Show"),
        record=note.id,
    )
