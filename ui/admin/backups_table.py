"""The list of backups: when, how old, how much is in each, and why it was made."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.admin.rules import BackupFacts, BackupReason
from app.errors import N_
from resources.text import _, ngettext
from ui import formats
from ui.style import row_height
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

REASONS = {
    BackupReason.ASKED: N_("Made by hand"),
    BackupReason.SCHEDULE: N_("While working"),
    BackupReason.CLOSE: N_("When closing"),
    BackupReason.MIGRATION: N_("Before an update"),
    BackupReason.IMPORT: N_("Before an import"),
    BackupReason.RESTORE: N_("Before restoring"),
    BackupReason.DELETION: N_("Before deleting"),
    BackupReason.KEY_CHANGE: N_("Before a new key"),
}


MOST_SHOWN = 5
"""Backups that are seen at once; the list scrolls to the others."""


class BackupsTable(DataTable[BackupFacts]):
    """One backup per row, the newest first."""

    def __init__(self) -> None:
        """Begin without rows."""
        super().__init__(
            [
                Column(_("Made"), made_at, quiet=_age, strong=True),
                Column(_("Holds"), holds, width="stretch"),
                Column(_("Why"), why),
                Column(_("Size"), _size, align="right"),
            ],
            _("Backups"),
        )

    def show_backups(self, found: Sequence[BackupFacts]) -> None:
        """Show the backups; the chosen one stays chosen."""
        self.set_rows(found, keep=_file)
        rows = min(len(found), MOST_SHOWN) * row_height(2)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 4)


def made_at(backup: BackupFacts) -> str:
    """Answer when a backup was made, in local time."""
    return formats.show_datetime(backup.at.astimezone())


def holds(backup: BackupFacts) -> str:
    """Answer how many people and visits a backup holds."""
    people = ngettext("{count} person", "{count} people", backup.clients)
    visits = ngettext("{count} visit", "{count} visits", backup.visits)
    return f"{people}, {visits}"


def why(backup: BackupFacts) -> str:
    """Answer why a backup was made; a reason of a newer version is left out."""
    known = {reason.value: words for reason, words in REASONS.items()}
    return _(known[backup.reason]) if backup.reason in known else ""


def _age(backup: BackupFacts) -> str:
    return formats.show_ago(backup.at, datetime.now(UTC))


def _size(backup: BackupFacts) -> str:
    return formats.show_size(backup.size)


def _file(backup: BackupFacts) -> object:
    return backup.file
