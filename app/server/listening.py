"""Hears what colleagues change in a shared office, notices when the server is gone, and returns."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Protocol

from app.errors import N_, Problem, Refused
from db.channel import CHANNEL, UPGRADED
from db.features import EVERY_FEATURE, features_of
from db.listening import BEAT_S, PATIENCE_S, Line, LinkLost, LinkSilent, NotAnswered, Notice
from db.presence import HERE, hold_words, let_go_words
from db.schema import SCHEMA_HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from db.links import Links

QUIET_S = 0.2
"""Changes that come within so many seconds are told together;"""
LONGEST_QUIET_S = 5.0
"""while they do not stop, ever later, up to this."""
POLL_S = 30.0
"""How often everything is asked anew where nobody can listen, such as on a copy."""
_PAUSES_S = (0.3, 0.6, 1.2, 2.5, 5.0)
"""Between the attempts to come back; the last one again and again."""
_SHORT_S = 1.0
_TURNED_AWAY_S = 30.0
_SCHEMA = "SELECT version_num FROM public.alembic_version"
OTHER_SCHEMA = N_(
    "The office on the server was changed for another version of Nahbar. Install that version, "
    "then open the office again. What you typed is kept."
)
_HELLO = f"SELECT pg_notify('{CHANNEL}', '::')"


class Ear(Protocol):
    """Who is told; every method is called on the listener's thread and must return at once."""

    def heard(self, features: frozenset[str]) -> None:
        """Take it that others have changed something of these features."""

    def moved(self, record: str) -> None:
        """Take it that somebody began or ended to edit a record."""

    def lost(self) -> None:
        """Take it that the server cannot be reached."""

    def found(self) -> None:
        """Take it that the server is there again."""

    def turned_away(self, refused: Refused) -> None:
        """Take it that the server does not let this login in any more."""


class Linked(Protocol):
    """The office whose link is minded."""

    links: Links

    def lose_link(self) -> None:
        """Refuse at once what would only wait, and give up what is waiting."""

    def find_link(self) -> None:
        """Ask the server again."""


@dataclass(frozen=True, slots=True)
class _Order:
    record: UUID
    is_held: bool


class Listener:
    """One thread with one connection; `open_line` connects it anew each time."""

    def __init__(self, open_line: Callable[[], Line], office: Linked, ear: Ear) -> None:
        """Stand ready; `start` sets it going."""
        self._open_line, self._office, self._ear = open_line, office, ear
        self._orders: SimpleQueue[_Order] = SimpleQueue()
        self._held: dict[UUID, int] = {}
        self._line: Line | None = None
        self._ended, self._again = Event(), Event()
        self._is_lost = self._was_connected = False
        self._quiet = QUIET_S
        self._told_at = 0.0
        self._thread = Thread(target=self._run, name="listener", daemon=True)

    def start(self) -> None:
        """Connect and listen."""
        self._thread.start()

    def stop(self, wait_s: float = 0.0) -> None:
        """End the thread; it may take the rest of an attempt to connect, for which nobody waits."""
        self._ended.set()
        self.try_now()
        if wait_s:
            self._thread.join(wait_s)

    def try_now(self) -> None:
        """Connect at once instead of after a pause."""
        self._again.set()
        self._wake()

    def hold(self, record: UUID) -> None:
        """Let colleagues see that a record is being edited here."""
        self._orders.put(_Order(record, is_held=True))
        self._wake()

    def let_go(self, record: UUID) -> None:
        """Let them see that it no longer is."""
        self._orders.put(_Order(record, is_held=False))
        self._wake()

    def _wake(self) -> None:
        if (line := self._line) is not None:
            line.wake()

    def _run(self) -> None:
        failures = 0
        while not self._ended.is_set():
            try:
                self._line = line = self._open_line()
            except LinkLost as lost:
                self._lose(is_silent=isinstance(lost, LinkSilent))
                self._pause(_PAUSES_S[min(failures, len(_PAUSES_S) - 1)])
                failures += 1
            except Refused as refused:
                self._turn_away(refused)
            except NotAnswered:
                # No connection to spare: the others do, and this one looks again later.
                self._pause(POLL_S)
                self._ear.heard(EVERY_FEATURE)
            else:
                failures = 0
                self._use(line)

    def _use(self, line: Line) -> None:
        """Use a connection until it ends, and wait a moment where it ended too soon."""
        came = time.monotonic()
        try:
            self._stay(line)
        except Refused as refused:
            self._turn_away(refused)
        if time.monotonic() - came < _SHORT_S:
            # A server that ends each connection at once is not called without a pause.
            self._pause(_SHORT_S)

    def _turn_away(self, refused: Refused) -> None:
        self._ear.turned_away(refused)
        self._pause(_TURNED_AWAY_S)

    def _stay(self, line: Line) -> None:
        """Use a connection until it ends; raise `Refused` for an office of another version."""
        try:
            _need_schema(line)
            can_hear = self._begin(line)
            self._find()
            while not self._ended.is_set():
                self._carry_out(line)
                self._hear(line, can_hear=can_hear)
        except LinkSilent:
            self._lose(is_silent=True)
        except (LinkLost, NotAnswered):
            # Perhaps this connection alone was ended: the next attempt tells.
            return
        finally:
            self._line = None
            line.close()

    def _begin(self, line: Line) -> bool:
        """Listen, and show again what is edited here; answer whether anything is heard."""
        try:
            line.ask(f"LISTEN {CHANNEL}")
            for record in self._held:
                line.ask(hold_words(record))
            line.ask(_HELLO)
        except NotAnswered:
            return False
        until = time.monotonic() + PATIENCE_S
        while (left := until - time.monotonic()) > 0 and not self._ended.is_set():
            if any(notice.pid == line.pid for notice in line.hear(left)):
                return True
        return False

    def _hear(self, line: Line, *, can_hear: bool) -> None:
        notices = line.hear(BEAT_S)
        if notices:
            notices |= self._gather(line)
            if any(notice.table == UPGRADED for notice in notices):
                _need_schema(line)
            self._tell(notices, line.pid)
        elif self._orders.empty() and not self._ended.is_set():
            line.ask("SELECT 1")
            if not can_hear and time.monotonic() - self._told_at > POLL_S:
                self._tell_features(EVERY_FEATURE)

    def _gather(self, line: Line) -> frozenset[Notice]:
        """Wait a moment for what else is told; longer each time while it does not stop."""
        now = time.monotonic()
        goes_on = now - self._told_at < 2 * self._quiet + QUIET_S
        self._quiet = min(LONGEST_QUIET_S, 2 * self._quiet) if goes_on else QUIET_S
        until, heard = now + self._quiet, frozenset[Notice]()
        while (left := until - time.monotonic()) > 0 and not self._ended.is_set():
            heard |= line.hear(left)
        return heard

    def _tell(self, notices: Iterable[Notice], own: int) -> None:
        mine = self._office.links.pids | {own}
        theirs = [notice for notice in notices if notice.pid not in mine]
        if self._ended.is_set():
            return
        for record in {notice.key for notice in theirs if notice.table == HERE}:
            self._ear.moved(record)
        self._tell_features(features_of({notice.table for notice in theirs}))

    def _tell_features(self, features: frozenset[str]) -> None:
        if features and not self._ended.is_set():
            self._told_at = time.monotonic()
            self._ear.heard(features)

    def _carry_out(self, line: Line) -> None:
        """Show or hide what is edited here; two forms may be open on one record."""
        while True:
            try:
                order = self._orders.get_nowait()
            except Empty:
                return
            count = self._held.pop(order.record, 0) + (1 if order.is_held else -1)
            if count > 0:
                self._held[order.record] = count
            if (count == 1 and order.is_held) or count == 0:
                words = hold_words if order.is_held else let_go_words
                line.ask(words(order.record))

    def _lose(self, *, is_silent: bool) -> None:
        """Say that the server is away; where it is silent nobody waits for it any more.

        A server that refuses at once may be asked again and again: it costs nothing.
        """
        if self._ended.is_set():
            return
        if not self._is_lost:
            self._is_lost = True
            self._ear.lost()
        if is_silent:
            self._office.lose_link()

    def _find(self) -> None:
        """Go on; what was changed while nobody listened is asked anew."""
        if self._is_lost:
            self._is_lost = False
            self._office.find_link()
            self._ear.found()
        self._tell_features(EVERY_FEATURE)

    def _pause(self, seconds: float) -> None:
        self._again.wait(seconds)
        if not self._ended.is_set():
            self._again.clear()


def _need_schema(line: Line) -> None:
    """Raise `Refused` where an upgrade has left this version of the program behind."""
    with suppress(NotAnswered):
        if line.ask(_SCHEMA) != SCHEMA_HEAD:
            raise Refused(Problem(OTHER_SCHEMA))
