"""A time of day in a form, known as minutes after midnight."""

from __future__ import annotations

from datetime import time

from ui.widgets.time_field import TimeField

_HOUR, _DAY = 60, 24 * 60


class MinutesField(TimeField):
    """Its value is minutes after midnight, or None."""

    def minutes(self) -> int | None:
        """Answer the minutes after midnight."""
        at = self.value()
        return None if at is None else at.hour * _HOUR + at.minute

    def set_minutes(self, minutes: int | None) -> None:
        """Show a time; the end of a day is its last minute."""
        known = None if minutes is None else min(minutes, _DAY - 1)
        self.set_value(None if known is None else time(known // _HOUR, known % _HOUR))
