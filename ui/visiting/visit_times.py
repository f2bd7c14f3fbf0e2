"""Begin, length and end of a planned visit, kept in step while they are typed."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import QObject

from app.visiting.rules import LIMITS
from resources.text import _, ngettext
from ui.widgets.fields import ChoiceField, TimeField

LENGTHS = (15, 30, 45, 60, 90, 120, 180)
"""Lengths offered, in minutes; any other is typed as an end."""
_HOUR, _DAY = 60, 24 * 60


class VisitTimes(QObject):
    """Three fields: a later begin moves the end along, a length sets it, an end sets the length."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with the usual length and no times."""
        super().__init__(parent)
        self.start, self.end = TimeField(), TimeField()
        self.length: ChoiceField[int | None] = ChoiceField(_lengths())
        self.length.set_value(_minutes_of(LIMITS.usual))
        self._minutes = self.length.value()
        self._is_quiet = False
        self.start.changed.connect(self._on_start_changed)
        self.length.changed.connect(self._on_length_changed)
        self.end.changed.connect(self._on_end_changed)

    def set_times(self, start: time | None, end: time | None) -> None:
        """Show a begin and an end as they are, and the length between them."""
        self.keep_quiet(on=True)
        self.start.set_value(start)
        self.end.set_value(end)
        self.keep_quiet(on=False)
        self._on_end_changed()

    def keep_quiet(self, *, on: bool) -> None:
        """Let the fields be set one by one, without one moving the other."""
        self._is_quiet = on

    def _on_start_changed(self) -> None:
        start = self.start.value()
        if not self._is_quiet and start is not None and self._minutes:
            self._set_end(start, self._minutes)

    def _on_length_changed(self) -> None:
        if not self._is_quiet:
            self._minutes = self.length.value()
            self._on_start_changed()

    def _on_end_changed(self) -> None:
        start, end = self.start.value(), self.end.value()
        if self._is_quiet or start is None or end is None:
            return
        minutes = _since_midnight(end) - _since_midnight(start)
        self._is_quiet = True
        self.length.set_value(minutes if minutes in LENGTHS else None)
        self._is_quiet = False
        self._minutes = minutes if minutes > 0 else None

    def _set_end(self, start: time, minutes: int) -> None:
        """Show the end; a visit that would pass midnight is left for the user to end."""
        total = _since_midnight(start) + minutes
        self._is_quiet = True
        self.end.set_value(time(total // _HOUR, total % _HOUR) if total < _DAY else None)
        self._is_quiet = False


def _lengths() -> list[tuple[int | None, str]]:
    offered: list[tuple[int | None, str]] = [(minutes, _words(minutes)) for minutes in LENGTHS]
    return [*offered, (None, _("Until the end"))]


def _words(minutes: int) -> str:
    if minutes < _HOUR:
        return ngettext("{count} minute", "{count} minutes", minutes)
    hours, rest = divmod(minutes, _HOUR)
    whole = ngettext("{count} hour", "{count} hours", hours)
    minutes_too = ngettext("{count} minute", "{count} minutes", rest)
    return f"{whole} {minutes_too}" if rest else whole


def _minutes_of(length: timedelta) -> int:
    return int(length / timedelta(minutes=1))


def _since_midnight(at: time) -> int:
    return at.hour * _HOUR + at.minute
