"""The window for a bug: it shows everything, sends nothing, and lets the user copy or keep it."""

from __future__ import annotations

import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.settings import log_folder
from ui.landing import Landing

if TYPE_CHECKING:
    from types import TracebackType

LOG_FILE = "nahbar.log"
_LARGEST_LOG = 1_000_000


class CrashHook(QObject):
    """Hears every error that nobody expected, from slots and from threads, and shows it once."""

    def __init__(self, app: QApplication) -> None:
        """Take the place of Python's own hooks."""
        super().__init__(app)
        self._showing = False
        self._happened = Landing(self._on_happened)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        write_log(kind, trace)
        self._happened.send("".join(traceback.format_exception(kind, error, trace)))

    def _on_thread_error(self, hooked: threading.ExceptHookArgs) -> None:
        if hooked.exc_value is not None:
            self._on_error(hooked.exc_type, hooked.exc_value, hooked.exc_traceback)

    def _on_happened(self, report: str) -> None:
        """Show the report; what goes wrong meanwhile is written to the log only."""
        if self._showing:
            return
        self._showing = True
        try:
            from ui.crash_window import CrashWindow  # noqa: PLC0415 - hopefully never wanted

            CrashWindow(report, QApplication.activeWindow()).exec()
        except Exception:  # noqa: BLE001 - the last door: there is none behind it
            sys.stderr.write(report)
        finally:
            self._showing = False


def install(app: QApplication) -> CrashHook:
    """Have every unexpected error shown in a window and written to the log."""
    return CrashHook(app)


def write_log(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Write where it happened, never with which values: messages may name people."""
    lines = [
        f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(trace)
    ]
    try:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / LOG_FILE
        if file.exists() and file.stat().st_size > _LARGEST_LOG:
            file.replace(file.with_suffix(".old"))
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{kind.__module__}.{kind.__qualname__}\n{''.join(lines)}")
    except OSError as error:
        sys.stderr.write(f"The log could not be written: {error.strerror}\n")
