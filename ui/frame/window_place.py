"""Where the window stood last time: the only thing that is kept in Qt's own settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from app.settings import settings_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

USUAL_SIZE = (1280, 720)
SMALLEST_SIZE = (800, 560)
_KEY = "window/geometry"


def put_back(window: QMainWindow) -> None:
    """Put the window where it stood, or where it fits."""
    window.setMinimumSize(*SMALLEST_SIZE)
    room = window.screen().availableGeometry()
    wide, high = USUAL_SIZE
    window.resize(min(wide, room.width()), min(high, room.height()))
    kept = _store().value(_KEY)
    if isinstance(kept, QByteArray):
        window.restoreGeometry(kept)


def keep(window: QMainWindow) -> None:
    """Keep where the window stands."""
    _store().setValue(_KEY, window.saveGeometry())


def _store() -> QSettings:
    return QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat)
