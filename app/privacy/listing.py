"""The rehearsal as a list that leaves the program: on paper or as CSV, and never unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.actions import need_right
from app.access.rules import Right
from app.errors import N_
from app.exchange.writing.actions import export_list, note_exported
from app.exchange.writing.csv_writer import CsvWriter
from app.exchange.writing.pdf_writer import PdfWriter
from app.exchange.writing.rules import ExportFormat, ExportWish, ListHead
from app.privacy.keeping import rehearse
from app.privacy.rules import PERIOD_TITLES, WAY_LABELS
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.exchange.writing.rules import Cell
    from app.office import Act
    from app.privacy.keeping import DueRow

TITLE = N_("What would be deleted today")
REASON = N_("Rehearsal before a deletion")
COLUMNS = (
    N_("Who or what"),
    N_("Why"),
    N_("Since"),
    N_("Due on"),
    N_("What happens"),
    N_("Entries"),
    N_("Source"),
)


def rehearsal_list(act: Act, form: ExportFormat, language: str) -> bytes:
    """Answer the rehearsal as a CSV or PDF file in a language; nothing is deleted.

    Raises `Refused` without the rights to delete and to export.
    """
    need_right(act, Right.DELETE)
    say = catalogue(language).gettext
    rows = rehearse(act.session.connection(), act.local_now.date()).rows
    wish = ExportWish("privacy", form, COLUMNS, say(REASON), len(rows))
    log_id = export_list(act, wish)
    note_exported(act, log_id, (row.person_id for row in rows if row.person_id is not None))
    columns = tuple(say(column) for column in COLUMNS)
    head = ListHead(language, say(TITLE), columns, act.local_now, act.who)
    writer = PdfWriter(head) if form is ExportFormat.PDF else CsvWriter(head)
    return writer.add([_cells(row, say) for row in rows]) + writer.finish()


def _cells(row: DueRow, say: Callable[[str], str]) -> tuple[Cell, ...]:
    return (
        row.name or say(PERIOD_TITLES[row.period.code]),
        say(PERIOD_TITLES[row.period.code]),
        row.since,
        row.due_on,
        say(WAY_LABELS[row.period.way]),
        row.count,
        row.period.source,
    )
