"""Brings a suitcase home piece by piece, asks where both sides changed a row, and ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.mobile_advice.suitcase.asking import asking
from app.mobile_advice.suitcase.away import suitcase
from app.mobile_advice.suitcase.homecoming import (
    bring_some,
    finish,
    need_known,
    summed_up,
)
from app.mobile_advice.suitcase.returning import bring_row
from ui.mobile_advice.suitcase.choice_dialog import ChoiceDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused, Unavailable
    from app.mobile_advice.suitcase.asking import Asking
    from app.mobile_advice.suitcase.away import SuitcaseRow
    from app.mobile_advice.suitcase.coming import Coming
    from app.mobile_advice.suitcase.homecoming import Homecoming
    from app.mobile_advice.suitcase.returning import Asked, Brought, Change, Decision
    from ui.desk import Desk

_AT_ONCE = 5
"""Rows between two looks at whether somebody wants to stop."""
_TOUCHED = frozenset(
    {"suitcase", "advice", "booking", "mediators", "tours", "clients", "journal", "tasks"}
)


class ReturnRun(QObject):
    """One return; stopped or cut off anywhere, another one goes on where it ended."""

    known = Signal(object)
    """What the office knows of it, before anything is brought: a `SuitcaseRow`."""
    moved = Signal(int, int)
    """How many rows of how many are done."""
    asks = Signal(int)
    """How many rows wait for a decision; 0 when none does."""
    ended = Signal(int)
    """How many rows were compared: everything is back and the file is wiped."""
    not_all = Signal(int)
    """How many rows are not in the office as they are in the suitcase."""
    stopped = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, coming: Coming, window: QWidget) -> None:
        """Stand ready to bring what was read of a suitcase."""
        super().__init__(window)
        self._desk, self._coming, self._window = desk, coming, window
        self._brought: list[tuple[Change, Brought]] = []
        self._open: list[Asked] = []
        self._many = 0
        self._is_stopped = False
        self.is_bringing = False
        """Whether something of it may be in the office already."""
        self.has_copy = False
        """Whether the return of another copy of it was begun and is not finished."""
        self.dialog: ChoiceDialog | None = None

    def begin(self) -> None:
        """See first whether the office knows the suitcase and may take it."""
        self._hear(self._desk.work(need_known, self._coming), self._on_known)

    def go_on(self) -> None:
        """Bring the next rows."""
        if self._is_stopped:
            self.stopped.emit()
            return
        rest = self._coming.changes[len(self._brought) :]
        self.moved.emit(len(self._brought), len(self._coming.changes))
        if not rest:
            self._hear(self._desk.work(summed_up, self._coming, tuple(self._brought)), self._on_sum)
            return
        self._hear(self._desk.work(bring_some, self._coming, rest[:_AT_ONCE]), self._on_brought)

    def stop(self) -> None:
        """Stop after the rows that are on their way."""
        self._is_stopped = True

    def decide(self) -> None:
        """Ask about the next row that waits."""
        if not self._open:
            self._finish()
            return
        pending = self._desk.ask(asking, self._open[0]).then(self._on_asking)
        pending.if_unavailable(self._on_failed)

    def _hear(self, pending: object, slot: object) -> None:
        pending.then(slot).if_refused(self._on_refused).if_unavailable(self._on_failed)  # type: ignore[attr-defined]  # of any answer

    def _on_known(self, row: SuitcaseRow) -> None:
        self.known.emit(row)
        self.is_bringing = True
        self.go_on()

    def _on_brought(self, some: Sequence[tuple[Change, Brought]]) -> None:
        self._brought += some
        self.go_on()

    def _on_sum(self, home: Homecoming) -> None:
        self._open = list(home.asked)
        self._many = len(self._open)
        self._desk.touched.emit(_TOUCHED)
        self.asks.emit(self._many)
        if not self._open:
            self._finish()

    def _on_asking(self, found: Asking) -> None:
        at = self._many - len(self._open) + 1
        self.dialog = ChoiceDialog(self._window, found, at, self._many)
        self.dialog.decided.connect(self._on_decided)
        self.dialog.rejected.connect(self._on_later)
        self.dialog.open()

    def _on_decided(self, decision: Decision) -> None:
        change = self._open[0].change
        act = self._desk.act(bring_row, self._coming.suitcase_id, change, decision)
        self._hear(act, self._on_done)

    def _on_done(self, brought: Brought) -> None:
        self._drop_dialog()
        self._open.pop(0)
        if brought.asked is not None:
            # The office changed once more meanwhile.
            self._open.append(brought.asked)
            self._many += 1
        self.asks.emit(len(self._open))
        self.decide()

    def _on_later(self) -> None:
        self._drop_dialog()
        self.asks.emit(len(self._open))

    def _finish(self) -> None:
        self._hear(self._desk.work(finish, self._coming), self._on_finished)

    def _on_finished(self, missing: Sequence[Change]) -> None:
        self._desk.touched.emit(_TOUCHED)
        if missing:
            self.not_all.emit(len(missing))
        else:
            self._hear(self._desk.ask(suitcase, self._coming.suitcase_id), self._on_ended)

    def _on_ended(self, row: SuitcaseRow | None) -> None:
        self.has_copy = row is not None and bool(row.open)
        self.ended.emit(len(self._coming.changes))

    def _on_refused(self, error: Refused) -> None:
        self._drop_dialog()
        self.refused.emit(error)

    def _on_failed(self, error: Unavailable) -> None:
        self._drop_dialog()
        self.failed.emit(error)

    def _drop_dialog(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
