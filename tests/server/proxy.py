"""A proxy between a desk and its server, which can fall silent or swallow what is answered."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Event, Thread


class Proxy:
    """Passes on what is said, as long as it is told to; connections stay open when it is not."""

    def __init__(self, port: int) -> None:
        """Stand before the server on `port` of this computer."""
        self._server = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._asks, self._answers = Event(), Event()
        self._ends: list[socket.socket] = []
        self._all: list[socket.socket] = []
        self._threads = [Thread(target=self._let_in, daemon=True)]
        self.pass_on()
        self._threads[0].start()

    def pass_on(self) -> None:
        """Pass everything on; what was lost before stays lost."""
        self._asks.set()
        self._answers.set()

    def swallow(self) -> None:
        """Be a black hole."""
        self._asks.clear()
        self._answers.clear()

    def swallow_answers(self) -> None:
        """Let the server hear everything, and the desk nothing."""
        self._answers.clear()

    def cut(self) -> None:
        """End every connection."""
        ends, self._ends = self._ends, []
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End everything."""
        self._door.shutdown(socket.SHUT_RDWR)
        self.cut()
        for thread in self._threads:
            thread.join(5)
        for end in (self._door, *self._all):
            end.close()

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                desk, _address = self._door.accept()
                self._all.append(desk)
                try:
                    server = socket.create_connection(("127.0.0.1", self._server))
                except OSError:
                    desk.shutdown(socket.SHUT_RDWR)
                    continue
                self._ends += [desk, server]
                self._all.append(server)
                for pair in ((desk, server, self._asks), (server, desk, self._answers)):
                    self._threads.append(Thread(target=_carry, args=pair, daemon=True))
                    self._threads[-1].start()


def _carry(source: socket.socket, target: socket.socket, is_open: Event) -> None:
    with suppress(OSError):
        while said := source.recv(65536):
            if is_open.is_set():
                target.sendall(said)
    # The end of one direction ends the other, as a cable does.
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
