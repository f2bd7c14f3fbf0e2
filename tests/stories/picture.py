"""Takes a picture of the whole screen: `python -m tests.stories.picture FILE`."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

if __name__ == "__main__":
    app = QGuiApplication([])
    sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
