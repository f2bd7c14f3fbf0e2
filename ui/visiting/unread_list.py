"""The notes on visits that nobody has read yet, the oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.visiting.observing import flag_list
from app.visiting.record_queries import unread_notes
from resources.text import _, ngettext
from ui import formats
from ui.codes.code_book import book
from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from app.exchange.views.rules import View
    from app.visiting.record_rows import UnreadNote
    from ui.desk import Desk, Pending


class UnreadList(RowList["UnreadNote"]):
    """There is nothing to narrow down: whatever is read goes away."""

    filled = Signal()
    """The rows were asked for and are shown."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = note_columns()
        table = DataTable(columns.of(columns.usual), _("Notes on visits"))
        super().__init__(desk, "visit_notes", columns, table)
        self.arrange()

    def ask_rows(self) -> Pending[tuple[UnreadNote, ...]]:
        """Ask for the notes."""
        return self.desk.ask(unread_notes)

    def show_rows(self, rows: object) -> None:
        """Show other notes, and tell that they are there."""
        super().show_rows(rows)  # type: ignore[arg-type]  # what `ask_rows` answered
        self.filled.emit()

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer nothing: all notes are listed."""
        return ()

    def take_filters(self, view: View) -> None:
        """Narrow nothing down."""

    def count_words(self, count: int) -> str:
        """Answer how many notes wait."""
        return ngettext("{count} note to read", "{count} notes to read", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        return EmptyState(_("Everything is read. New notes on visits stand here."), icon="done")

    def after(self, visit_id: UUID) -> UUID | None:
        """Answer the note behind another, or the one before the last; None without one."""
        ids = [row.id for row in self.rows()]
        if visit_id not in ids:
            return ids[0] if ids else None
        place = ids.index(visit_id)
        rest = ids[place + 1 :] or ids[:place][-1:]
        return rest[0] if rest else None


def note_columns() -> RowColumns[UnreadNote]:
    """Answer all columns in the language of the window."""
    name = Column(_("Name"), _name, width="stretch", quiet=_what, least=190)
    columns: tuple[RowColumn[UnreadNote], ...] = (
        RowColumn("name", _("Name"), _name, shown=name),
        RowColumn("start", _("Visit"), _day, 120),
        RowColumn("by", _("Recorded by"), _by, 150),
        RowColumn("flags", _("Noticed"), _flags, 200),
        RowColumn("note", _("Note"), _note, 260),
        RowColumn("at", _("Recorded"), _at, 130),
    )
    return RowColumns(columns, ("name", "start"))


def _name(row: UnreadNote) -> str:
    return row.person_name


def _day(row: UnreadNote) -> str:
    return formats.show_short_date(row.start.date())


def _by(row: UnreadNote) -> str:
    return row.recorded_by


def _note(row: UnreadNote) -> str:
    return row.note or row.next_note


def _flags(row: UnreadNote) -> str:
    return ", ".join(book.word(flag_list(), flag.code) for flag in row.flags)


def _at(row: UnreadNote) -> datetime:
    return row.recorded_at.astimezone().replace(tzinfo=None)


def _what(row: UnreadNote) -> str:
    """Answer what was noticed, else how the note begins."""
    return _flags(row) or " ".join(_note(row).split())
