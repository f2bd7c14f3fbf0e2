"""One municipality's list of areas: loaded with its ticks, or a button that loads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resources.text import _
from ui import formats
from ui.areas.area_group import AreaGroupView
from ui.areas.words import use_words
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.areas.queries import AreaGroup
    from app.areas.rules import AreaList


class AreaListCard(Card):
    """Shows a list's areas; keeps its ticks while only what is in use changes."""

    load_wanted = Signal(str)
    """The id of the list."""
    chosen = Signal(object, bool)
    """The areas (a tuple of `AreaRow`) that are to be in use, or not."""

    def __init__(self, area_list: AreaList, parent: QWidget | None = None) -> None:
        """Show the name of a list; `show_groups` says what is loaded."""
        super().__init__(area_list.name, "", parent)
        self._list = area_list
        self._groups: list[AreaGroupView] = []
        self._known: set[UUID] | None = None
        self.load_button = plain_button(
            _("Load the areas of {place}").format(place=area_list.name), "download"
        )
        self.load_button.clicked.connect(self._on_load_clicked)
        self.used = quiet("")

    def show_groups(self, groups: Sequence[AreaGroup], people: Mapping[UUID | None, int]) -> None:
        """Show the loaded areas of the list; without any, the button that loads it."""
        areas = [area for group in groups for area in (group.district, *group.areas) if area]
        if {area.id for area in areas} != self._known:
            self._build(groups)
            self._known = {area.id for area in areas}
        for view, group in zip(self._groups, groups, strict=True):
            view.show_group(group, people)
        self.used.setText(use_words(sum(area.in_use for area in areas), len(areas)))

    def ticks(self) -> dict[UUID, QWidget]:
        """Answer the tick of each loaded area."""
        return {id_: tick for view in self._groups for id_, tick in view.ticks.items()}

    def _build(self, groups: Sequence[AreaGroup]) -> None:
        self.used.setParent(None)
        self.load_button.setParent(None)
        self.clear()
        self._groups = [AreaGroupView(group) for group in groups]
        if not groups:
            self.add(text(_("These areas are not loaded in this office.")))
            self.body.addWidget(self.load_button, 0, Qt.AlignmentFlag.AlignLeft)
            self.load_button.show()
        else:
            self.add(self.used)
            self.used.show()
        for view in self._groups:
            view.chosen.connect(self.chosen)
            self.add(view)
        self.add(small(self._origin()))

    def _origin(self) -> str:
        return _("As of {date}. Source: {source}").format(
            date=formats.show_day(self._list.valid_from), source=self._list.source
        )

    def _on_load_clicked(self) -> None:
        self.load_wanted.emit(self._list.id)
