"""The settings in use: changed one at a time, kept at once, told to who shows them."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.settings import save

if TYPE_CHECKING:
    from pathlib import Path

    from app.settings import Settings

_log = logging.getLogger(__name__)


class Preferences(QObject):
    """Holds the one `Settings` of this window."""

    changed = Signal(str, object)
    """The name of a setting, and all settings as they now are."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        """Begin with settings as they were read."""
        super().__init__(parent)
        self.settings = settings

    def choose(self, name: str, value: Any) -> None:  # noqa: ANN401 - as the setting's
        """Change one setting by its name in `Settings`, keep it, and tell."""
        if getattr(self.settings, name) != value:
            self._keep(replace(self.settings, **{name: value}), name)

    def remember_office(self, folder: Path) -> None:
        """Make an office the one that the next start opens."""
        self._keep(self.settings.with_office(str(folder)), "last_office")

    def _keep(self, settings: Settings, name: str) -> None:
        self.settings = settings
        try:
            save(settings)
        except OSError as error:
            # The choice holds for this window; nobody is kept from working by it.
            _log.warning("Settings could not be kept: %s", error.strerror)
        self.changed.emit(name, settings)
