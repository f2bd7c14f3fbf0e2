"""Start-up: opens the window, or carries out a verb of the command line.

The one place that sees every floor. Nothing slow is imported before it is needed: the window
is painted before the libraries of the database are loaded.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADLESS_FOLDER = Path("build", "demo")
"""Where the first day is done on a machine without a display, below the working folder."""
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Any of these says where a window can appear; the last one chooses Qt's own way."""
_OPENED = (".nahbar", ".nahbar-suitcase")
"""How connection profiles and suitcases are called, which a double click opens."""


def main(given: Sequence[str] | None = None) -> int:
    """Run Nahbar with these arguments, or those of the process; answer the exit code."""
    arguments = sys.argv[1:] if given is None else list(given)
    office = _office_in(arguments)
    if arguments and office is None:
        from app.command_line.run import run  # noqa: PLC0415 - the window does not need it

        return run(arguments)
    if not has_display():
        return _without_a_display(office)
    bring_window()
    from app.settings import load  # noqa: PLC0415 - the command line may not need it
    from ui.start import run as run_window  # noqa: PLC0415 - brings Qt

    return run_window(load(), office)


def bring_window() -> None:
    """Import Qt and the window without looking for garbage; the window tidies by itself later.

    Nothing that is imported is garbage, and looking for it took a fifth of the time.
    """
    gc.disable()
    import ui.start  # noqa: F401, PLC0415 - brings Qt


def has_display() -> bool:
    """Answer whether a window can appear; only on Unix can there be no display."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in _DISPLAYS)


def _office_in(arguments: Sequence[str]) -> Path | None:
    """Answer the office that the only argument names: folder, database, profile or suitcase."""
    if len(arguments) != 1 or _is_a_verb(arguments[0]):
        return None
    path = Path(arguments[0])
    is_office = path.is_dir() or path.name == "office.db" or path.suffix in _OPENED
    return path if is_office else None


def _is_a_verb(word: str) -> bool:
    from app.command_line.parser import VERBS  # noqa: PLC0415 - the window does not need it

    return word in VERBS or word.startswith("-")


def _without_a_display(office: Path | None) -> int:
    from app.command_line import headless, run  # noqa: PLC0415 - slow to import

    run.prepare()
    if office is not None:
        return run.answered(headless.no_window)
    return run.answered(lambda: headless.first_day(HEADLESS_FOLDER, _paint_window))


def _paint_window(office: Path, picture: Path) -> None:
    """Paint the main window with an office into a PNG, on Qt's off-screen platform.

    The person's settings are read but not written: nobody has opened an office here.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - rarely needed

    from app.settings import load  # noqa: PLC0415 - the command line may not need it
    from ui.start import paint  # noqa: PLC0415 - brings Qt

    settings = load()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory(prefix="nahbar-") as home:
        os.environ["NAHBAR_HOME"] = home
        paint(settings, office, picture)


if __name__ == "__main__":
    sys.exit(main())
