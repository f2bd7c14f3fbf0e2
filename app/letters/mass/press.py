"""Draws many letters at once: in this process while they are few, on two cores when many."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from app.letters.mass.merging import merge
from app.letters.mass.writing import draw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.letters.mass.writing import Troubles
    from forms.letters.composed import ComposedLetter

MANY = 300
"""So many letters are worth the start of other processes."""
CORES = 2
_SHARE = 25
"""Letters that a process is given at a time."""


class Press:
    """Close it when all is drawn."""

    def __init__(self, letters: int) -> None:
        """Prepare for so many letters."""
        self._is_large = letters >= MANY
        self._pool: ProcessPoolExecutor | None = None

    def draw(self, letters: Sequence[ComposedLetter]) -> list[bytes | Troubles]:
        """Draw letters, each as PDF or as what stands against it, in their order."""
        if not self._is_large:
            return draw(letters)
        shares = [letters[start : start + _SHARE] for start in range(0, len(letters), _SHARE)]
        return [page for share in self._others().map(draw, shares) for page in share]

    def merge(self, files: Sequence[Path], into: Path, title: str) -> None:
        """Put all pages into one file for the printer.

        Always in another process: it takes long for many, and the library for pages of older
        letters serves one thread of a program only, which is that of the screens.
        """
        self._others().submit(merge, [str(file) for file in files], str(into), title).result()

    def close(self) -> None:
        """Let the other processes go."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _others(self) -> ProcessPoolExecutor:
        if self._pool is None:
            workers = CORES if self._is_large else 1
            self._pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
        return self._pool
