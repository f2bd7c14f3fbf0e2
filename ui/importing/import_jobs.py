"""The jobs of an import on the office's thread, one after the other, with their troubles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.clients.queries.home import home_country
from app.exchange.reading import read_table
from app.importing.actions import import_people
from app.importing.checking import check_list, preview_rows
from app.importing.queries import earlier_import, known_people
from app.importing.watch import Watch
from resources.text import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.exchange.reading import TypedTable
    from app.importing.queries import EarlierImport
    from app.importing.rows import CheckedList, PreviewRow
    from app.importing.rules import ColumnPlan
    from app.importing.twins import KnownPerson
    from ui.desk import Desk, Pending

    Backup = Callable[[], object]

_PREVIEWED = 30


class ImportJobs(QObject):
    """Keeps the list from its file to the office; each step says when it is done."""

    was_read = Signal(object, str)
    """A `TypedTable`, and the country of the office."""
    was_known = Signal(object)
    """An `EarlierImport` of the same file."""
    was_previewed = Signal(object)
    """The first rows, as `PreviewRow`."""
    plan_refused = Signal(object)
    """Problems that name columns by what they hold."""
    was_checked = Signal(object)
    """A `CheckedList`."""
    was_imported = Signal(object)
    """The `CheckedList` that is in the office now."""
    failed = Signal(str)
    """A sentence: nothing was imported."""

    def __init__(self, desk: Desk, backup: Callable[[], Backup | None], parent: QObject) -> None:
        """Work through a desk; `backup` answers what makes a backup, or None."""
        super().__init__(parent)
        self._desk = desk
        self._backup = backup
        self._table: TypedTable | None = None
        self._plan: ColumnPlan | None = None
        self._is_adding = False
        self._pending: Pending[Any] | None = None
        self.checked: CheckedList | None = None
        self.watch = Watch()

    def stop(self) -> bool:
        """Stop what is going on; answer whether one can go back at once.

        People who are being added are all taken back first: `failed` says when.
        """
        self.watch.stop()
        if self._is_adding or self._pending is None:
            return False
        self._pending.forget()
        return True

    def read(self, file: Path) -> None:
        """Read a list."""
        self.watch = Watch()
        self._listen(self._desk.run(read_table, file).then(self._on_read))

    def preview(self, plan: ColumnPlan) -> None:
        """Show the first rows as they would be stored."""
        if self._table is not None:
            today = self._desk.local_now.date()
            pending = self._desk.run(preview_rows, self._table, plan, today, _PREVIEWED)
            pending.then(self._on_previewed).if_refused(self._on_plan_refused)

    def check(self, plan: ColumnPlan) -> None:
        """Check all rows and look for people who are known."""
        self.watch = Watch()
        self._plan = plan
        self._listen(self._desk.ask(known_people).then(self._on_known_people))

    def carry_out(self) -> None:
        """Make a backup, then add everybody, or nobody."""
        self.watch = Watch()
        backup = self._backup()
        if backup is None:
            self._on_backed_up(None)
        else:
            self._listen(self._desk.run(backup).then(self._on_backed_up))

    def _listen(self, pending: Pending[Any]) -> None:
        self._pending = pending
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_read(self, table: TypedTable) -> None:
        self._table, self.checked = table, None
        self._listen(self._desk.ask(home_country).then(self._on_country))

    def _on_country(self, country: str) -> None:
        if self._table is not None:
            self.was_read.emit(self._table, country)
            digest = self._table.source.sha256
            self._desk.ask(earlier_import, digest).then(self._on_earlier)

    def _on_earlier(self, earlier: EarlierImport | None) -> None:
        if earlier is not None:
            self.was_known.emit(earlier)

    def _on_previewed(self, rows: tuple[PreviewRow, ...]) -> None:
        self.was_previewed.emit(rows)

    def _on_plan_refused(self, refused: Refused) -> None:
        self.plan_refused.emit(refused.problems)

    def _on_known_people(self, office: tuple[KnownPerson, ...]) -> None:
        if self._table is not None and self._plan is not None:
            today = self._desk.local_now.date()
            pending = self._desk.run(check_list, self._table, self._plan, today, office, self.watch)
            self._listen(pending.then(self._on_checked))

    def _on_checked(self, checked: CheckedList) -> None:
        self.checked = checked
        self.was_checked.emit(checked)

    def _on_backed_up(self, _facts: object) -> None:
        if self.checked is not None:
            self._is_adding = True
            pending = self._desk.act(import_people, uuid4(), self.checked, self.watch)
            self._listen(pending.then(self._on_imported))

    def _on_imported(self, _run_id: UUID) -> None:
        self._is_adding = False
        self.was_imported.emit(self.checked)

    def _on_refused(self, refused: Refused) -> None:
        self._is_adding = False
        self.failed.emit(" ".join(say(problem) for problem in refused.problems))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._is_adding = False
        self.failed.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
