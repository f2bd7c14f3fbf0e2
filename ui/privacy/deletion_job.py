"""Letting entries go: a fresh backup, then one entry after the other, each in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.admin.rules import BackupReason
from app.privacy.actions import Entry, carry_out
from app.privacy.rules import Confirmation
from resources.text import _, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.admin.rules import BackupFacts
    from app.errors import Refused, Unavailable
    from app.privacy.keeping import DueRow
    from ui.admin.office_jobs import OpenOffice
    from ui.desk import Desk


class DeletionJob(QObject):
    """Can be stopped between two entries; what has gone by then has gone."""

    progressed = Signal(int, int)
    """How many entries have gone, and of how many; 0 of 0 while the backup is made."""
    finished = Signal(int, str)
    """How many entries have gone, and what kept others, as a sentence."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Stand still until `start`."""
        super().__init__(parent)
        self._desk = desk
        self.office: OpenOffice | None = None
        self._rows: list[DueRow] = []
        self._count = self._done = 0
        self._typed = self._archive = ""
        self._backup_at: datetime | None = None
        self._is_stopped = False

    def start(self, rows: Sequence[DueRow], typed: str, archive: str) -> None:
        """Back the office up, then let these entries go.

        Of a shared office the question has asked whether its server was backed up.
        """
        self._rows, self._count, self._done = list(rows), len(rows), 0
        self._typed, self._archive, self._is_stopped = typed, archive, False
        if self.office is None:
            self.finished.emit(0, _("The office is locked."))
            return
        if self.office.is_shared:
            self._backup_at = self._desk.local_now.astimezone()
            self._go_on()
            return
        self.progressed.emit(0, 0)
        pending = self._desk.run(self.office.local.back_up, BackupReason.DELETION)
        pending.then(self._on_backed_up).if_unavailable(self._on_unavailable)

    def stop(self) -> None:
        """Let no further entry go."""
        self._is_stopped = True

    def _on_backed_up(self, facts: BackupFacts) -> None:
        self._backup_at = facts.at
        self._go_on()

    def _go_on(self) -> None:
        if self._is_stopped or not self._rows:
            self.finished.emit(self._done, "")
            return
        self.progressed.emit(self._done, self._count)
        row = self._rows.pop(0)
        confirmation = Confirmation(self._typed, self._count, self._backup_at, self._archive)
        entry = Entry(row.period.code, row.person_id)
        pending = self._desk.act(carry_out, entry, confirmation)
        pending.then(self._on_gone).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_gone(self, _counts: dict[str, int]) -> None:
        self._done += 1
        self._go_on()

    def _on_refused(self, refused: Refused) -> None:
        words = " ".join(say(problem) for problem in refused.problems)
        self.finished.emit(self._done, words)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        words = f"{say(trouble.problem)} {say(trouble.remedy)}".strip()
        self.finished.emit(self._done, words)
