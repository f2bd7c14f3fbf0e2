"""The page of notes on visits that wait to be read: one key, and the next one stands there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from app.visiting.record_queries import unread_notes
from app.visiting.recording import read_visit_note
from resources.text import _, say
from ui.exchange.exports import Exports
from ui.views.list_page import CardPage, export_button
from ui.visiting.unread_list import UnreadList, note_columns
from ui.visiting.unread_panel import UnreadPanel
from ui.widgets.export_offer import ExportOffer, given_rows
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused
    from app.visiting.record_rows import UnreadNote
    from ui.desk import Desk


class UnreadNotesPage(CardPage):
    """Ctrl+Enter says that the note is read, and shows the next; a toast takes it back."""

    features: ClassVar[frozenset[str]] = frozenset({"visiting", "clients"})
    list: UnreadList
    panel: UnreadPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = UnreadList(desk)
        self.panel = UnreadPanel(desk)
        self.exports = Exports(self)
        self.export_button = export_button()
        self.export_button.clicked.connect(self._on_export_wanted)
        self.build(_("Notes on visits"), self.export_button)
        self._next: UUID | None = None
        self.panel.card.read_wanted.connect(self.read)
        self._listen("Ctrl+Return", self._on_read_wanted)
        self._listen("Ctrl+Enter", self._on_read_wanted)
        self.list.filled.connect(self._on_filled)

    def show_place(self, place: Place) -> None:
        """Show the list, a note of it, or the "export"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()
        elif place.record is not None:
            self.show_record(place.record)

    def focus_card(self) -> None:
        """Give the keyboard to the button that says it is read."""
        self.panel.card.read_button.setFocus()

    def on_add_wanted(self) -> None:
        """Go where visits are recorded."""
        self.place_wanted.emit(Place("visiting"))

    def read(self, visit_id: UUID) -> None:
        """Say that a note was read."""
        self._next = self.list.after(visit_id)
        pending = self.desk.act(read_visit_note, visit_id)
        pending.then(self._on_read).if_refused(self._on_refused)

    def _on_read_wanted(self) -> None:
        unread = self.panel.card.unread_id()
        if unread is not None and self.panel.is_card_shown():
            self.read(unread)

    def _on_read(self, visit_id: UUID) -> None:
        self.said.emit(_("The note is marked as read."), partial(self._unread, visit_id))
        if self._next is None:
            self.panel.show_nothing()
            self.split.show_list()
        else:
            self.show_record(self._next)
        self.list.ask()

    def _unread(self, visit_id: UUID) -> None:
        pending = self.desk.act(read_visit_note, visit_id, is_read=False)
        pending.then(self._on_unread).if_refused(self._on_refused)

    def _on_unread(self, visit_id: UUID) -> None:
        self.list.ask()
        self.show_record(visit_id)

    def _on_filled(self) -> None:
        """Begin to read at once: the first note is shown."""
        rows = self.list.rows()
        if rows and self.panel.shown_id() is None and self.split.is_wide():
            self.show_record(rows[0].id)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_export_wanted(self) -> None:
        self.desk.ask(unread_notes).then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[UnreadNote, ...]) -> None:
        columns = note_columns()
        offer: ExportOffer[UnreadNote] = ExportOffer(
            list_name="visit_notes",
            title=_("Notes on visits"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=_is_protected,
            selection="",
        )
        self.export_asked.emit(offer)


def _person_id(row: UnreadNote) -> UUID:
    return row.person_id


def _is_protected(row: UnreadNote) -> bool:
    return row.address_protected
