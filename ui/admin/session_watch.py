"""Hears from the desktop that the computer goes to sleep or the screen was locked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

_LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SLOT = cast("bytes", SLOT("on_told(bool)"))
"""Qt's stub wants bytes here; what `SLOT` answers and Qt takes is a str."""
_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)


class SessionWatch(QObject):
    """Says `left` when the person leaves the computer, as far as the desktop tells.

    On Linux the login manager and the screen saver tell over D-Bus; elsewhere Qt tells of
    suspension. The time of quiet (`IdleWatch`) holds where nobody tells.
    """

    left = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        """Hear what Qt tells for as long as `app` runs; `listen` hears the desktop too."""
        super().__init__(app)
        self.listens = False
        """Whether the buses of the desktop are heard."""
        app.applicationStateChanged.connect(self._on_state_changed)

    def listen(self) -> None:
        """Hear the desktop from now on: going to its buses takes time, with an office to lock."""
        if sys.platform.startswith("linux") and not self.listens:
            self.listens = True
            self._go_to_buses()

    def _go_to_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only where there is D-Bus

        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect(*_LOGIN, "PrepareForSleep", self, _SLOT)
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for saver in _SCREEN_SAVERS:
                session.connect(*saver, "ActiveChanged", self, _SLOT)

    @Slot(bool)
    def on_told(self, begins: bool) -> None:  # noqa: FBT001 - Qt calls it with one plain bool
        """Hear that sleep or the screen saver begins (True) or ends (False)."""
        if begins:
            self.left.emit()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.left.emit()
