"""Taking a person's journal out of the office, on paper or as a file: logged before it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.actions import export_list, note_exported
from app.exchange.writing.rules import ExportFormat, ExportWish
from app.journal.queries import count_notes

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act

LIST_NAME = "journal"
"""What the log of exports calls a journal."""


def export_journal(act: Act, person_id: UUID, reason: str) -> UUID:
    """Note that the journal of a person is printed or saved, and why; answer the log's id.

    Raises `Refused` without the right to export or without a reason (beside "reason").
    """
    rows = count_notes(act.session.connection(), person_id)
    wish = ExportWish(LIST_NAME, ExportFormat.PDF, ("note",), reason, rows)
    log_id = export_list(act, wish)
    note_exported(act, log_id, [person_id])
    return log_id
