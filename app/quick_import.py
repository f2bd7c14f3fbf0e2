"""Importing at full speed while Qt is there: its Python layer slows every import down.

PySide6 replaces `builtins.__import__` to look through the source of each imported module for
a feature that Nahbar does not use. Around SQLAlchemy that costs 60 to 100 ms and 20 MB; the
garbage collector, looking for garbage among modules that all stay, costs as much again.
"""

from __future__ import annotations

import builtins
import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_lock = Lock()
_hooks: list[object] = []
"""What stood in the place of the plain import, once per block that is inside."""
_collects: list[bool] = []
"""Whether garbage was collected before the first block was entered."""


@contextmanager
def quick_import() -> Iterator[None]:
    """Import past Qt's hook inside the block; blocks of several threads may overlap.

    No garbage is collected meanwhile, and what was imported is never looked through again.
    """
    with _lock:
        if not _hooks:
            _collects.append(gc.isenabled())
            gc.disable()
        _hooks.append(builtins.__import__)
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    try:
        yield
    finally:
        with _lock:
            _leave()


def _leave() -> None:
    """Put the first hook and the collector back when the last block is left."""
    first = _hooks[0]
    _hooks.pop()
    if not _hooks:
        builtins.__import__ = first  # type: ignore[assignment] # it was taken from there
        gc.freeze()
        if _collects.pop():
            gc.enable()
