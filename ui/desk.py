"""The screens' way to the office: one database thread; answers come back on the UI thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.errors import N_, Refused, Unavailable
from ui.landing import Landing

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Act, Done, Office
    from ui.desk_contracts import Presence, Proof

T = TypeVar("T")
P = ParamSpec("P")


class Pending(Generic[T]):
    """An answer that is on its way. Connect named methods; each is called at most once."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._then: Callable[[T], object] | None = None
        self._refused: Callable[[Refused], object] | None = None
        self._unavailable: Callable[[Unavailable], object] | None = None
        self._forgotten = False
        self._came = False

    def is_on_its_way(self) -> bool:
        """Answer whether somebody still waits."""
        return not self._came and not self._forgotten

    def then(self, slot: Callable[[T], object]) -> Pending[T]:
        """Call `slot` with the answer."""
        self._then = slot
        return self

    def if_refused(self, slot: Callable[[Refused], object]) -> Pending[T]:
        """Call `slot` when the rules say no."""
        self._refused = slot
        return self

    def if_unavailable(self, slot: Callable[[Unavailable], object]) -> Pending[T]:
        """Call `slot` when the machine cannot do it now."""
        self._unavailable = slot
        return self

    def forget(self) -> None:
        """Drop the answer when it comes: nobody waits for it any more."""
        self._forgotten = True

    def answer(self, value: T) -> None:
        """Hand the answer over."""
        self._came = True
        if self._wanted_by(self._then):
            cast("Callable[[T], object]", self._then)(value)

    def fail(self, error: BaseException) -> bool:
        """Hand a known trouble over; False when nobody asked to hear of it."""
        self._came = True
        if self._forgotten:
            return True
        if isinstance(error, Refused) and self._refused:
            if self._wanted_by(self._refused):
                self._refused(error)
            return True
        if isinstance(error, Unavailable) and self._unavailable:
            if self._wanted_by(self._unavailable):
                self._unavailable(error)
            return True
        return False

    def _wanted_by(self, slot: Callable[..., object] | None) -> bool:
        """Answer whether a slot is there and its widget still lives."""
        owner = getattr(slot, "__self__", None)
        alive = not isinstance(owner, QObject) or isValid(owner)
        return slot is not None and not self._forgotten and alive


_Job = tuple[int, Callable[[], Any], bool]
"""A ticket, the work, and whether it is an act. The ticket stands for the `Pending`: its slots
belong to widgets, and the last reference to a widget must never die on the office's thread."""


class Desk(QObject):
    """Carries questions and acts to the office on one thread, in the order they were given."""

    touched = Signal(object)
    """frozenset of feature words that an act has changed."""
    refused = Signal(object)
    """A `Refused` that no form asked to hear of."""
    unavailable = Signal(object)
    """An `Unavailable` that no form asked to hear of."""
    presence_changed = Signal()
    """It is to be asked anew who edits what: a shared office was opened or closed."""
    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start the thread; no office is open yet."""
        super().__init__(parent)
        self.presence: Presence | None = None
        """Who edits what in an open shared office; None in a local one."""
        self.proof: Proof | None = None
        """Of an open office; None while there is none."""
        self.hears_others = False
        """Whether what `touched` tells just now was changed by somebody else."""
        self.left_out: frozenset[str] = frozenset()
        """Words of pages that the open office has nothing for, as a suitcase has not."""
        self._office: Office | None = None
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._waiting: dict[int, Pending[Any]] = {}
        self._tickets = count()
        self._began: float | None = None
        self._came_back = Landing(self._deliver)
        self._moved = Landing(self._on_moved)
        self._thread = Thread(target=self._work, name="office", daemon=True)
        self._thread.start()

    @property
    def is_open(self) -> bool:
        """Whether an office is open."""
        return self._office is not None

    def offers(self, page: str) -> bool:
        """Answer whether the open office has something for a page, given by its word."""
        return page not in self.left_out

    def busy_for_s(self) -> float:
        """Answer for how many seconds the office has been at one piece of work; 0 at rest."""
        began = self._began
        return 0.0 if began is None else monotonic() - began

    @property
    def who(self) -> str:
        """The person who works in the open office; "" while it is closed."""
        office = self._office
        return office.who if office is not None else ""

    @property
    def local_now(self) -> datetime:
        """The local wall-clock time, without a zone, by the clock of the open office."""
        office = self._office
        if office is not None:
            return office.local_now
        return datetime.now(UTC).astimezone().replace(tzinfo=None)

    def open(self, opener: Callable[[], Office]) -> Pending[None]:
        """Open an office on the thread; `opener` may import whatever it needs."""
        return self.run(self._open, opener)

    def close_office(self) -> Pending[None]:
        """Close the office, as locking does; the desk stays."""
        return self.run(self._close)

    def ask(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Pending[T]:
        """Ask the office a question."""
        return self.run(lambda: self._at_work().ask(query, *args, **kwargs))

    def ask_aside(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Pending[T]:
        """Ask a big question of a server that follows, where the office has one.

        What was changed in the last moments may be missing: for figures and long lists.
        """
        return self.run(lambda: self._at_work().ask_aside(query, *args, **kwargs))

    def act(
        self, action: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Pending[T]:
        """Have an action carried out; pages that show what it touched are told."""
        pending: Pending[T] = Pending()
        self._send(lambda: self._at_work().act(action, *args, **kwargs), pending, is_act=True)
        return pending

    def run(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Pending[T]:
        """Run any job on the thread, such as opening or backing up an office."""
        pending: Pending[T] = Pending()
        self._send(lambda: job(*args, **kwargs), pending, is_act=False)
        return pending

    def after_all(self) -> Pending[None]:
        """Be answered in turn: after the answers to everything that was asked before."""
        return self.run(_nothing)

    def work(
        self, job: Callable[Concatenate[Office, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Pending[T]:
        """Run a job that is given the open office, such as one of many acts and of files.

        What it touched the job must tell by itself: pages are not told.
        """
        return self.run(lambda: job(self._at_work(), *args, **kwargs))

    def hear_others(self, features: frozenset[str]) -> None:
        """Let the pages know what others have changed in a shared office."""
        self.hears_others = True
        try:
            self.touched.emit(features)
        finally:
            self.hears_others = False

    def stop(self) -> None:
        """Finish what was asked, close the office and end the thread."""
        self.close_office()
        self._jobs.put(None)
        self._thread.join(timeout=10)

    def _send(self, work: Callable[[], Any], pending: Pending[Any], *, is_act: bool) -> None:
        ticket = next(self._tickets)
        self._waiting[ticket] = pending
        self._jobs.put((ticket, work, is_act))

    def _at_work(self) -> Office:
        if self._office is None:
            raise Unavailable(CLOSED)
        return self._office

    def _open(self, opener: Callable[[], Office]) -> None:
        self._close()
        self._office = opener()
        self._moved.send("opened")

    def _close(self) -> None:
        if self._office is not None:
            self._office.close()
            self._office = None
            self._moved.send("closed")

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            ticket, work, is_act = job
            self._began = monotonic()
            try:
                answer: object = work()
            except BaseException as error:  # noqa: BLE001 - delivered on the UI thread
                self._send_back(ticket, error, None, is_act=False)
            else:
                self._send_back(ticket, None, answer, is_act=is_act)
            self._began = None
            # What the work was given must not live until the next job comes.
            del job, work

    def _send_back(
        self, ticket: int, error: BaseException | None, answer: object, *, is_act: bool
    ) -> None:
        self._came_back.send((ticket, error, answer, is_act))

    def _on_moved(self, signal: str) -> None:
        getattr(self, signal).emit()

    def _deliver(self, came: tuple[int, BaseException | None, Any, bool]) -> None:
        ticket, error, answer, acted = came
        pending = self._waiting.pop(ticket)
        if error is not None:
            self._deliver_error(pending, error)
        elif acted:
            done = cast("Done[object]", answer)
            pending.answer(done.value)
            if done.features:
                self.touched.emit(done.features)
        else:
            pending.answer(answer)

    def _deliver_error(self, pending: Pending[Any], error: BaseException) -> None:
        if pending.fail(error):
            return
        if isinstance(error, Refused):
            self.refused.emit(error)
        elif isinstance(error, Unavailable):
            self.unavailable.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def _nothing() -> None:
    """Take the way over the office's thread and come back."""


CLOSED = N_("The office is locked.")
