"""Draws many letters at once: in this process while they are few, on two cores when many."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from app.letters.mass.drawing import draw
from app.letters.mass.merging import merge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.letters.mass.drawing import Task, Troubles

MANY = 300
"""So many letters are worth the start of other processes."""
CORES = 2
_SHARE = 25
"""Letters that a process is given at a time."""
_AHEAD = 3
"""So many batches wait or are drawn while the next is composed."""


class Press:
    """Takes batches of letters in and gives them back drawn, in order; close it at the end."""

    def __init__(self, letters: int) -> None:
        """Prepare for so many letters."""
        self._is_large = letters >= MANY
        self._pool: ProcessPoolExecutor | None = None
        self._batches: deque[list[Future[list[Troubles]]]] = deque()
        self._whole: Future[None] | None = None

    @property
    def is_full(self) -> bool:
        """Whether a batch should be taken out before another is given."""
        return len(self._batches) > (_AHEAD if self._is_large else 0)

    def give(self, tasks: Sequence[Task]) -> None:
        """Let a batch of letters be drawn into their files."""
        shares = [tasks[start : start + _SHARE] for start in range(0, len(tasks), _SHARE)]
        self._batches.append([self._drawing(share) for share in shares])

    def take(self) -> list[Troubles]:
        """Wait for the batch that was given first; answer what stands against each letter."""
        return [one for share in self._batches.popleft() for one in share.result()]

    def begin_merge(self, files: Sequence[Path], into: Path, title: str) -> None:
        """Begin to put all pages into one file for the printer.

        Always in another process: it takes long for many, and the library for pages of older
        letters serves one thread of a program only, which is that of the screens.
        """
        names = [str(file) for file in files]
        self._whole = self._others().submit(merge, names, str(into), title)

    def wait_for_merge(self) -> None:
        """Wait until the file for the printer is there."""
        if self._whole is not None:
            self._whole.result()

    def close(self) -> None:
        """Let the other processes go."""
        self._batches.clear()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _drawing(self, share: Sequence[Task]) -> Future[list[Troubles]]:
        if self._is_large:
            return self._others().submit(draw, share)
        here: Future[list[Troubles]] = Future()
        here.set_result(draw(share))
        return here

    def _others(self) -> ProcessPoolExecutor:
        if self._pool is None:
            workers = CORES if self._is_large else 1
            self._pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
        return self._pool
