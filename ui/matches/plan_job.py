"""The plan for the whole office as its page runs it: read, made aside, cancelled any time."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import Refused, Unavailable
from app.matches.planning import plan_office
from app.matches.queries import office_to_plan
from ui.landing import Landing

if TYPE_CHECKING:
    from app.matches.queries import OfficeToPlan
    from ui.desk import Desk

Pairs = frozenset[tuple[UUID, UUID]]
_TOLD_EVERY = 10
"""People between two reports."""


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What a plan is to keep to."""

    looks_anew: bool
    locked: Pairs
    ruled_out: Pairs


class _Work:
    """One plan that is being made on a thread of its own."""

    def __init__(self, office: OfficeToPlan, wish: PlanWish) -> None:
        self._office, self._wish = office, wish
        self.is_cancelled = Event()

    def run(self, tell: Any) -> object:  # noqa: ANN401 - how much is done, and of how much
        """Answer the plan, or None when it was cancelled."""

        def report(done: int, of: int) -> None:
            if self.is_cancelled.is_set():
                raise InterruptedError
            if done % _TOLD_EVERY == 0:
                tell(done, of)

        try:
            wish = self._wish
            return plan_office(self._office, wish.locked, wish.ruled_out, report)
        except InterruptedError:
            return None


class PlanJob(QObject):
    """One plan after another; the office answers everybody else meanwhile."""

    progressed = Signal(int, int)
    finished = Signal(object)
    """An `OfficePlan`."""
    stopped = Signal()
    failed = Signal(object)
    """A `Refused` or `Unavailable`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Stand still until `start`."""
        super().__init__(parent)
        self._desk = desk
        self._wish: PlanWish | None = None
        self._work: _Work | None = None
        self._made = Landing(self._on_made)
        self._reported = Landing(self._on_reported)
        desk.closed.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether a plan is being made."""
        return self._wish is not None

    def start(self, wish: PlanWish) -> None:
        """Begin a plan; one that is being made is given up."""
        self._end()
        self._wish = wish
        today = self._desk.local_now.date()
        pending = self._desk.ask(office_to_plan, today, looks_anew=wish.looks_anew)
        pending.then(self._on_read).if_refused(self._on_failed).if_unavailable(self._on_failed)

    def stop(self) -> None:
        """Give the plan up; nothing has changed."""
        if self.is_running:
            self._end()
            self.stopped.emit()

    def _end(self) -> None:
        self._wish = None
        if self._work is not None:
            self._work.is_cancelled.set()
            self._work = None

    def _on_read(self, office: OfficeToPlan) -> None:
        if self._wish is None or self._work is not None:
            return
        self._work = _Work(office, self._wish)
        Thread(target=self._run, args=(self._work,), name="plan", daemon=True).start()

    def _run(self, work: _Work) -> None:
        found: object
        try:
            found = work.run(self._reported.send)
        except BaseException as error:  # noqa: BLE001 - delivered on the UI thread
            found = error
        self._made.send(work, found)

    def _on_reported(self, done: int, of: int) -> None:
        self.progressed.emit(done, of)

    def _on_made(self, work: _Work, found: Any) -> None:  # noqa: ANN401 - a plan or its trouble
        if work is not self._work:
            return
        self._end()
        if isinstance(found, Refused | Unavailable):
            self.failed.emit(found)
        elif isinstance(found, BaseException):
            raise found
        elif found is not None:
            self.finished.emit(found)

    def _on_failed(self, error: Refused | Unavailable) -> None:
        if self.is_running:
            self._end()
            self.failed.emit(error)
