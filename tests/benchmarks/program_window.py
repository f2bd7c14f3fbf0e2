"""The subject: the program itself, started with an office, until its first page shows data."""

from __future__ import annotations

import sys
from pathlib import Path

from app.__main__ import bring_window

bring_window()  # before anything else of Qt, as the program itself does

from PySide6.QtCore import QTimer  # noqa: E402 - see above
from PySide6.QtWidgets import QApplication  # noqa: E402 - see above

from app.settings import load  # noqa: E402 - see above
from tests.benchmarks import failing  # noqa: E402 - see above
from tests.benchmarks.child import PaintWatch, memory, say, since_began  # noqa: E402 - see above
from ui.start import Milestones, application, run  # noqa: E402 - see above

SETTLED_MS = 1_000
"""How long after the first data the memory is read."""
GIVE_UP_MS = 60_000


class Course:
    """Notes when what was reached."""

    def __init__(self, application: QApplication) -> None:
        """Watch the first paint and the milestones of the start."""
        self.milestones = Milestones()
        self._paint = self._data = 0.0
        PaintWatch(application, self._on_painted)
        self.milestones.filled.connect(self._on_filled)
        QTimer.singleShot(GIVE_UP_MS, lambda: sys.exit("nothing was shown"))

    def _on_painted(self, _window: object) -> None:
        self._paint = since_began()

    def _on_filled(self) -> None:
        self._data = since_began()
        QTimer.singleShot(SETTLED_MS, self._on_settled)

    def _on_settled(self) -> None:
        say(paint=self._paint, data=self._data, memory=memory())
        QApplication.exit(0)


def main(folder: Path) -> int:
    """Start the program with an office that opens without asking."""
    failing.end_at_once()
    course = Course(application())
    return run(load(), folder, course.milestones)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
