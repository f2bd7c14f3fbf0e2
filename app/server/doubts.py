"""Acts of which nobody knows whether they were saved: the link ended before the answer came.

They are looked up by the key of their audit line once the server answers again; the same act
sent a second time then answers what the first one did, and nothing is there twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, text

from app.errors import Unavailable
from db.server_trouble import NO_SERVER, NO_SERVER_REMEDY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Done

MOST = 50
"""Acts that are remembered; a form sends its act once again, not dozens of others before it."""
REMEMBERED_S = 600.0
"""For how long, in seconds, the same act sent again is taken as the one that was saved."""
_END = text(
    "SELECT pg_terminate_backend(a.pid, 2000) FROM pg_catalog.pg_stat_activity a"
    " WHERE a.pid = :pid AND a.usename = session_user AND a.application_name = 'nahbar'"
    " AND a.pid <> pg_backend_pid()"
).bindparams(bindparam("pid"))
_IS_DONE = text("SELECT sec.was_done(:line)").bindparams(bindparam("line", type_=Uuid()))


@dataclass(frozen=True, slots=True)
class Sent:
    """An act as it was sent: what, and with which values."""

    action: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doubt:
    """An act that was sent and not answered."""

    sent: Sent
    line: UUID
    """The key of its audit line."""
    pid: int
    """The server's process that was to save it."""
    done: Done[Any]
    """What it answers if it was saved."""


class Doubts:
    """The doubts of one open office, and what has become of them."""

    def __init__(self) -> None:
        """Begin without any."""
        self._open: list[Doubt] = []
        self._settled: list[tuple[float, Doubt]] = []

    def add(self, doubt: Doubt) -> None:
        """Remember an act that was not answered."""
        self._open = [*self._open, doubt][-MOST:]

    @property
    def are_open(self) -> bool:
        """Whether the server must be asked."""
        return bool(self._open)

    def settle(self, ask: Callable[..., Any]) -> None:
        """Ask the server about each, by the office's `ask`; may be repeated when that fails."""
        while self._open:
            doubt = self._open[0]
            # Two questions: the second must see what the end of the process has left.
            if not ask(is_ended, doubt.pid):
                raise Unavailable(NO_SERVER, NO_SERVER_REMEDY)
            if ask(is_done, doubt.line):
                self._settled = [*self._settled, (monotonic(), doubt)][-MOST:]
            self._open.pop(0)

    def answer(self, sent: Sent) -> Done[Any] | None:
        """Answer what the same act answered when it was sent before; once, and only if saved."""
        now = monotonic()
        self._settled = [pair for pair in self._settled if now - pair[0] < REMEMBERED_S]
        for at, doubt in self._settled:
            if doubt.sent == sent:
                self._settled.remove((at, doubt))
                return doubt.done
        return None


def is_ended(connection: Connection, pid: int) -> bool:
    """End the process that may still be about to save an act; False while it goes on."""
    return all(connection.execute(_END, {"pid": pid}).scalars())


def is_done(connection: Connection, line: UUID) -> bool:
    """Answer whether an act of the person at work was saved, by its audit line."""
    return bool(connection.execute(_IS_DONE, {"line": line}).scalar())
