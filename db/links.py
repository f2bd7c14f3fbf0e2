"""Which connections of a shared office are open and at work, so that a dead one can be cut."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import event

if TYPE_CHECKING:
    from sqlalchemy import Engine

CANCEL_S = 1.0
"""How long the server may take to hear that a question is given up, in seconds."""
COME_BACK_S = 4
"""How long it may take to answer a further call; the first may take longer."""


class Links:
    """Looks after the connections of one engine; may be asked from any thread."""

    def __init__(self) -> None:
        """Begin without an engine."""
        self.is_cut = False
        """Whether new connections are refused, because the server is known to be away."""
        self._is_open = False
        self._open: dict[int, Any] = {}
        self._working: dict[int, Any] = {}
        self._pids: dict[int, int] = {}
        self._last_pid = 0

    def watch(self, engine: Engine) -> None:
        """Watch the connections of an engine, which has none yet."""
        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "close", self._on_close)
        event.listen(engine, "checkout", self._on_checkout)
        event.listen(engine, "checkin", self._on_checkin)

    def before_connecting(self) -> dict[str, int]:
        """Answer what is different about a call to the server now.

        Raises the driver's own error where nobody would answer.
        """
        if self.is_cut:
            message = "the connection is known to be lost"
            raise psycopg.OperationalError(message)
        return {"connect_timeout": COME_BACK_S} if self._is_open else {}

    @property
    def pids(self) -> frozenset[int]:
        """The server's processes that answer these connections: what they tell is known here."""
        return frozenset(tuple(self._pids.values()))

    @property
    def is_busy(self) -> bool:
        """Whether something is being asked now."""
        return bool(self._working)

    @property
    def last_pid(self) -> int:
        """The server's process that was asked last."""
        return self._last_pid

    def stop(self) -> None:
        """Give up what is being asked, within `CANCEL_S` and a moment for each connection.

        The server is told, if it can be reached; then the connection is cut, so that whoever
        waits for its answer is told at once.
        """
        for raw in tuple(self._working.values()):
            with suppress(psycopg.Error, OSError):
                raw.cancel_safe(timeout=CANCEL_S)
            _cut(raw)

    def lose(self) -> None:
        """Cut every connection, also one that is only being tried, and refuse new ones."""
        self.is_cut = True
        for raw in tuple(self._open.values()):
            _cut(raw)

    def _on_connect(self, raw: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        self._open[id(raw)] = raw
        self._pids[id(raw)] = raw.info.backend_pid

    def _on_close(self, raw: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        self._open.pop(id(raw), None)
        self._pids.pop(id(raw), None)
        self._working.pop(id(raw), None)

    def _on_checkout(self, raw: Any, _record: object, _proxy: object) -> None:  # noqa: ANN401 - as above
        self._is_open = True
        self._working[id(raw)] = raw
        self._last_pid = self._pids.get(id(raw), 0)

    def _on_checkin(self, raw: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        if raw is not None:
            self._working.pop(id(raw), None)


def _cut(raw: Any) -> None:  # noqa: ANN401 - the driver's own
    """End both directions of a connection that another thread may wait on."""
    with suppress(psycopg.Error, OSError), socket.socket(fileno=socket.dup(raw.fileno())) as own:
        own.shutdown(socket.SHUT_RDWR)
