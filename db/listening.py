"""One more connection to the server of a shared office, which hears what others change.

It is never waited for: every call returns within the time it is given, so that a server that
has fallen silent is noticed and not sat out.
"""

from __future__ import annotations

import select
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import ConnStatus, DiagnosticField, ExecStatus

from app.errors import Refused, Unavailable
from db.channel import CHANNEL
from db.server_trouble import TOO_MANY, of_server
from db.shared import connection_options

if TYPE_CHECKING:
    from psycopg.pq import PGnotify

    from app.server.rules.profile import Profile

PATIENCE_S = 4.0
"""How long a server may take for a word, in seconds; with `BEAT_S` a silent one is noticed in 7."""
BEAT_S = 3.0
"""After so many seconds of silence the server is asked whether it is there."""
_LONGEST_PAYLOAD = 200
_PARTS = 3
"""table:uuid:version"""
_FINE = frozenset({ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK, ExecStatus.EMPTY_QUERY})


class LinkLost(Exception):  # noqa: N818 - a state of the network, not a bug
    """The server has ended the connection, or cannot be called."""


class LinkSilent(LinkLost):
    """The server does not answer, though nobody has said that the connection ended."""


class NotAnswered(Exception):  # noqa: N818 - as above
    """The server is there and says no, such as a copy, on which nobody can listen."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a trigger told: a table, and the key of the row if it is one; nothing is believed."""

    table: str
    key: str
    pid: int
    """The server's process that told it."""


class Line:
    """An open connection; belongs to one thread, only `wake` may be called from others."""

    def __init__(self, profile: Profile, password: str) -> None:
        """Connect. Raises `LinkLost`, `Refused` or `NotAnswered`."""
        # Made first: whoever wants to wake the line may do so from the beginning.
        self._awake, self._waker = socket.socketpair()
        self._awake.settimeout(0.0)
        options = connection_options(profile) | {"connect_timeout": int(PATIENCE_S)}
        try:
            self._raw: psycopg.Connection[Any] = psycopg.connect(
                **options, password=password, autocommit=True
            )
        except psycopg.Error as error:
            self._shut_wakers()
            raise _why(error) from error
        self._link = self._raw.pgconn
        self._heard: set[Notice] = set()

    @property
    def pid(self) -> int:
        """The server's process that answers this connection."""
        return self._raw.info.backend_pid

    def wake(self) -> None:
        """Let `hear` return at once; from any thread."""
        try:
            self._waker.send(b"!")
        except OSError:  # full: it is awake already; closed: nobody listens any more
            return

    def ask(self, words: str) -> str:
        """Have statements carried out; answer the first value of the last one that has any.

        Raises `LinkLost` or `NotAnswered`.
        """
        until, value = time.monotonic() + PATIENCE_S, b""
        try:
            self._link.send_query(words.encode())
            while self._link.flush():
                self._wait(until, write=True)
            while True:
                while self._link.is_busy():
                    self._wait(until)
                    self._take()
                answer = self._link.get_result()
                if answer is None:
                    return value.decode()
                if answer.status not in _FINE:
                    self._refused(answer.error_field(DiagnosticField.SQLSTATE))
                if answer.ntuples:
                    value = answer.get_value(0, 0) or b""
        except (psycopg.Error, OSError) as error:
            raise LinkLost from error

    def hear(self, seconds: float) -> frozenset[Notice]:
        """Answer what is told within so many seconds, as soon as something is; or nothing.

        Raises `LinkLost` when the connection has ended.
        """
        try:
            self._collect()
            if not self._heard:
                ends: list[Any] = [self._link.socket, self._awake]
                ready, _w, _x = select.select(ends, [], [], seconds)
                if self._awake in ready:
                    self._awake.recv(4096)
                if self._link.socket in ready:
                    self._take()
        except (psycopg.Error, OSError, ValueError) as error:
            raise LinkLost from error
        heard, self._heard = self._heard, set()
        return frozenset(heard)

    def close(self) -> None:
        """End the connection."""
        self._raw.close()
        self._shut_wakers()

    def _shut_wakers(self) -> None:
        self._awake.close()
        self._waker.close()

    def _wait(self, until: float, *, write: bool = False) -> None:
        left = until - time.monotonic()
        mine: list[Any] = [self._link.socket]
        writers: list[Any] = mine if write else []
        found = select.select(mine, writers, [], max(0.0, left))
        if left <= 0 or not (found[0] or found[1]):
            raise LinkSilent

    def _take(self) -> None:
        self._link.consume_input()
        if self._link.status != ConnStatus.OK:
            raise LinkLost
        self._collect()

    def _collect(self) -> None:
        """Take what was told along with an answer, too."""
        while (told := self._link.notifies()) is not None:
            if (notice := _understood(told)) is not None:
                self._heard.add(notice)

    def _refused(self, code: bytes | None) -> None:
        # What is left of the answer is read, so that the line can be used on.
        while self._link.get_result() is not None:
            continue
        if (code or b"").startswith(b"57P"):
            raise LinkLost
        raise NotAnswered((code or b"").decode("ascii", "replace"))


def _understood(told: PGnotify) -> Notice | None:
    """Answer a notice, or None for what no trigger of ours can have told."""
    try:
        words = told.extra.decode("ascii")
    except UnicodeDecodeError:
        return None
    parts = words.split(":")
    if told.relname != CHANNEL.encode() or len(words) > _LONGEST_PAYLOAD or len(parts) != _PARTS:
        return None
    return Notice(parts[0], parts[1], told.be_pid)


def _why(error: psycopg.Error) -> Exception:
    if isinstance(error, psycopg.errors.ConnectionTimeout):
        return LinkSilent()
    trouble = of_server(error)
    if isinstance(trouble, Refused):
        return trouble
    is_full = isinstance(trouble, Unavailable) and trouble.problem.message == TOO_MANY
    return NotAnswered(TOO_MANY) if is_full else LinkLost()
