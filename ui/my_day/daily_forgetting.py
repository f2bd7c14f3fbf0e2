"""Once a day, when the day is looked at first, names without a card are forgotten in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from datetime import date

    from ui.desk import Desk


class DailyForgetting(QObject):
    """Says nothing: whoever may not do it leaves it to the next who looks."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Have looked on no day yet."""
        super().__init__(parent)
        self._desk = desk
        self._looked: tuple[str, date] | None = None

    def look(self) -> None:
        """Look whether names are to be forgotten, once a day for each who works here."""
        from app.my_day.upkeep import (  # noqa: PLC0415 - came with the day
            are_names_due,
        )

        today = self._desk.local_now.date()
        if not self._desk.is_open or self._looked == (self._desk.who, today):
            return
        self._looked = (self._desk.who, today)
        self._desk.ask(are_names_due, today).then(self._on_looked).if_unavailable(self._on_trouble)

    def _on_looked(self, are_due: bool) -> None:  # noqa: FBT001 - a slot
        if are_due:
            from app.my_day.upkeep import (  # noqa: PLC0415 - as above
                forget_names,
            )

            pending = self._desk.act(forget_names).if_refused(self._on_trouble)
            pending.if_unavailable(self._on_trouble)

    def _on_trouble(self, _trouble: object) -> None:
        """Leave it to the next who looks."""
