"""A search in a process of its own: the window stays free, and it can be ended at any time."""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING

from app.visiting.day_plans.office.walking import completed

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from app.visiting.day_plans.office.day import OfficeDay, OfficePlan, Run

_PATIENCE = 60.0
"""Seconds after which a search that does not answer is given up, beyond its own time."""


class Planning:
    """One search; ask `is_ready` from time to time, then `plan`; or `cancel` it."""

    def __init__(self, day: OfficeDay) -> None:
        """Begin to search at once."""
        self.day = day
        self._began = time.monotonic()
        context = get_context("spawn")  # the only way that is safe beside threads, everywhere
        self._channel, far_end = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(day, far_end), daemon=True)
        self._process.start()
        far_end.close()  # so that the end of the process is noticed here

    @property
    def share(self) -> float:
        """How much of its time is over, from 0 to 1."""
        return min(1.0, (time.monotonic() - self._began) / max(self.day.seconds, 0.1))

    def is_ready(self) -> bool:
        """Answer whether the search is over, or given up."""
        is_late = time.monotonic() - self._began > self.day.seconds + _PATIENCE
        return self._channel.poll() or is_late or not self._process.is_alive()

    def plan(self) -> OfficePlan:
        """Answer the plan, once it is ready.

        A search that came to nothing leaves the plan that puts one visit after the other.
        """
        runs = self._received()
        self.cancel()
        return completed(self.day, runs)

    def cancel(self) -> None:
        """End the search; nothing is left of it."""
        if self._process.is_alive():
            self._process.terminate()
        self._process.join()
        self._channel.close()

    def _received(self) -> tuple[Run, ...]:
        try:
            runs: tuple[Run, ...] = self._channel.recv() if self._channel.poll() else ()
        except EOFError:
            return ()
        return runs


def _serve(day: OfficeDay, channel: Connection) -> None:
    """Search and send what was found; whoever started it ends it on an interruption."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from app.visiting.day_plans.office.routing import find_runs  # noqa: PLC0415 - brings PyVRP

    # Whoever asked may have gone meanwhile, as when the window was closed.
    with suppress(BrokenPipeError):
        channel.send(find_runs(day))
