"""An error ends a measured process at once, and says what it is: nobody closes its window."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

from ui.crash import CrashHook

if TYPE_CHECKING:
    from types import TracebackType


def end_at_once() -> None:
    """Let no crash window wait for a click until the measurement gives up."""
    CrashHook._on_error = _end  # type: ignore[method-assign, assignment]  # the window for people


def _end(
    _hook: CrashHook,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    traceback.print_exception(kind, error, trace)
    os._exit(1)
