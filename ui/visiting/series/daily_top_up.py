"""Once a day, when the day is looked at first, visits and days of tours are made further ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from datetime import date

    from ui.desk import Desk


class DailyTopUp(QObject):
    """Says nothing: whoever may not plan, or is too late, leaves it to the next who looks."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Have looked on no day yet."""
        super().__init__(parent)
        self._desk = desk
        self._looked: tuple[str, date] | None = None

    def look(self) -> None:
        """Look whether visits or days are to be made, once a day for each who works here."""
        from app.my_day.upkeep import (  # noqa: PLC0415 - came with the whole day
            tours_want_top_up,
            wants_top_up,
        )

        today = self._desk.local_now.date()
        if not self._desk.is_open or self._looked == (self._desk.who, today):
            return
        self._looked = (self._desk.who, today)
        self._desk.ask(wants_top_up, today).then(self._on_looked).if_unavailable(self._on_trouble)
        asked = self._desk.ask(tours_want_top_up, today).then(self._on_tours_looked)
        asked.if_unavailable(self._on_trouble)

    def _on_looked(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        if is_wanted:
            from app.my_day.upkeep import top_up_series  # noqa: PLC0415 - as above

            pending = self._desk.act(top_up_series).if_refused(self._on_trouble)
            pending.if_unavailable(self._on_trouble)

    def _on_tours_looked(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        if is_wanted:
            from app.my_day.upkeep import top_up_tours  # noqa: PLC0415 - as above

            pending = self._desk.act(top_up_tours).if_refused(self._on_trouble)
            pending.if_unavailable(self._on_trouble)

    def _on_trouble(self, _trouble: object) -> None:
        """Leave it to the next who looks."""
