"""An export under way: logged first, then written in steps that others can work between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from app.exchange.writing.actions import export_list, note_exported

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.exchange.writing.rules import ExportWish, Written
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)
STEP = 1000
"""Rows that are written at a time: other questions are answered in between."""


class OutgoingFile(Protocol[R_contra]):
    """A list or a set of cards on its way into a file."""

    def begin(self) -> None:
        """Begin it."""

    def add(self, rows: Sequence[R_contra]) -> int:
        """Write rows and answer how many there are."""

    def finish(self) -> Written:
        """Complete it."""

    def discard(self) -> None:
        """Let it never have been."""


class ExportRun(QObject, Generic[R]):
    """Carries one list out of the office; `stop` leaves nothing behind."""

    progressed = Signal(int)
    finished = Signal(object)
    """`Written`."""
    stopped = Signal()
    refused = Signal(object)
    failed = Signal(object)
    """`Unavailable`."""

    def __init__(
        self, desk: Desk, offer: ExportOffer[R], wish: ExportWish, file: OutgoingFile[R]
    ) -> None:
        """Plan an export; nothing happens before `start`."""
        super().__init__()
        self._desk, self._offer, self._wish, self._file = desk, offer, wish, file
        self._log: UUID | None = None
        self._done = 0
        self._is_stopped = False

    def start(self) -> None:
        """Note in the log who wants what and why, and begin."""
        pending = self._desk.act(export_list, self._wish)
        pending.then(self._on_logged).if_refused(self._on_refused)
        pending.if_unavailable(self._on_failed)

    def stop(self) -> None:
        """Write no further; what was written is thrown away."""
        self._is_stopped = True

    def _on_logged(self, log: UUID) -> None:
        self._log = log
        self._desk.run(self._file.begin).then(self._on_begun).if_unavailable(self._on_failed)

    def _on_begun(self, _nothing: None) -> None:
        self._next()

    def _next(self) -> None:
        if self._is_stopped:
            self._desk.run(self._file.discard).then(self._on_discarded)
            return
        pending = self._desk.ask(self._offer.fetch, self._done, STEP)
        pending.then(self._on_rows).if_unavailable(self._on_failed)

    def _on_rows(self, rows: Sequence[R]) -> None:
        if not rows:
            finishing = self._desk.run(self._file.finish)
            finishing.then(self._on_finished).if_unavailable(self._on_failed)
            return
        if self._log is not None:
            people = self._offer.people_in(rows)
            self._desk.act(note_exported, self._log, people).if_unavailable(self._on_failed)
        adding = self._desk.run(self._file.add, rows)
        adding.then(self._on_added).if_unavailable(self._on_failed)

    def _on_added(self, done: int) -> None:
        self._done = done
        self.progressed.emit(done)
        self._next()

    def _on_discarded(self, _nothing: None) -> None:
        self.stopped.emit()

    def _on_finished(self, written: Written) -> None:
        self.finished.emit(written)

    def _on_refused(self, refused: Refused) -> None:
        self.refused.emit(refused)

    def _on_failed(self, trouble: Unavailable) -> None:
        """Give up once; a file that is begun is thrown away."""
        if not self._is_stopped:
            self._is_stopped = True
            self._desk.run(self._file.discard)
            self.failed.emit(trouble)
