"""One district and its quarters, each with a tick; the district's tick goes for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.areas.words import area_words
from ui.style import length, look, spacing
from ui.widgets.fields import CheckField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.areas.queries import AreaGroup, AreaRow


_LEAST = 136
"""Pixels at 100 % for a quarter: in the largest type two stand beside each other."""


class AreaGroupView(QWidget):
    """Ticks for one group of areas."""

    chosen = Signal(object, bool)
    """The areas (a tuple of `AreaRow`) that are to be in use, or not."""

    def __init__(self, group: AreaGroup, parent: QWidget | None = None) -> None:
        """Make a tick for each area of a group; `show_group` fills them."""
        super().__init__(parent)
        self._group = group
        self.ticks: dict[UUID, CheckField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing(12))
        grid.setVerticalSpacing(0)
        first = 0
        if group.district is not None:
            first = 1
            grid.addWidget(self._tick(group.district), 0, 0)
            grid.setColumnMinimumWidth(0, length(128))
        columns = _columns()
        for at, area in enumerate(group.areas):
            grid.addWidget(self._tick(area), at // columns, first + at % columns)
        for at in range(len(group.areas), columns):
            grid.addWidget(QWidget(), 0, first + at)
        for column in range(first, first + columns):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, length(_LEAST))

    def area_ids(self) -> set[UUID]:
        """Answer the areas that have a tick."""
        return set(self.ticks)

    def show_group(self, group: AreaGroup, people: Mapping[UUID | None, int]) -> None:
        """Show which areas are in use, and how many people live in each."""
        self._group = group
        for area in _areas(group):
            tick = self.ticks[area.id]
            blocked = QSignalBlocker(tick)
            tick.set_value(area.in_use)
            blocked.unblock()
            words = area_words(area, people.get(area.id, 0))
            tick.setText(words.replace("&", "&&"))
            tick.setAccessibleName(words)

    def _tick(self, area: AreaRow) -> CheckField:
        tick = CheckField(area_words(area, 0))
        tick.setProperty("area", str(area.id))
        tick.toggled.connect(self._on_toggled)
        self.ticks[area.id] = tick
        return tick

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot
        area_id = UUID(str(self.sender().property("area")))
        district = self._group.district
        if district is not None and area_id == district.id:
            self.chosen.emit(_areas(self._group), on)
        else:
            self.chosen.emit(tuple(a for a in _areas(self._group) if a.id == area_id), on)


def _areas(group: AreaGroup) -> tuple[AreaRow, ...]:
    return group.areas if group.district is None else (group.district, *group.areas)


def _columns() -> int:
    """Answer how many quarters stand beside each other, in all groups alike."""
    large = 1.3
    return 2 if look().scale > large else 3
