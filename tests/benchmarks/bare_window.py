"""The baseline: a bare PySide6 window of the program's size, with one word in it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.child import PaintWatch, memory, say, since_began


def _on_painted(_window: object) -> None:
    say(paint=since_began(), memory=memory())
    QApplication.exit(0)


def main() -> int:
    """Show the window, say when it was painted and what it weighs."""
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    PaintWatch(application, _on_painted)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Nahbar"))
    window.resize(1280, 720)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
