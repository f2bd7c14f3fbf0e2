"""The page of areas: load a municipality's list, tick the areas where the office works."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.areas.actions import choose_areas, load_area_list
from app.areas.code_lists import area_lists
from app.areas.queries import all_areas, clients_in_areas
from resources.text import _, ngettext, say
from ui.areas.area_list_card import AreaListCard
from ui.areas.words import area_name
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QShowEvent

    from app.areas.queries import AreaGroup, AreaRow
    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class AreasPage(Page):
    """Every tick is kept at once and can be undone."""

    features: ClassVar[frozenset[str]] = frozenset({"areas", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        super().__init__(desk, parent)
        self._groups: tuple[AreaGroup, ...] = ()
        self.back_button = quiet_button(_("More"), "back")
        self.back_button.clicked.connect(self._on_back_clicked)
        self.places_button = plain_button(_("Addresses and outlines"), "areas")
        self.places_button.setToolTip(
            _("Read in the official address file, and the outlines of districts")
        )
        self.places_button.clicked.connect(self.show_coordinates)
        body = ScrollBody(most_width=760)
        self.cards = {area_list.id: AreaListCard(area_list) for area_list in area_lists()}
        for card in self.cards.values():
            card.load_wanted.connect(self._on_load_wanted)
            card.chosen.connect(self._on_chosen)
            body.add(card)
        body.end()
        self.state = StateStack(body)
        self.state.retried.connect(self.refresh)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        header = PageHeader(_("Areas"), _("Tick where this office works; forms offer only these."))
        header.add_action(self.places_button)
        layout.addWidget(header)
        layout.addWidget(self.state, 1)

    def refresh(self) -> None:
        """Ask again for the loaded areas and who lives there."""
        self.state.show_loading()
        self.desk.ask(all_areas).then(self._on_areas).if_unavailable(self._on_unavailable)
        self.desk.ask(clients_in_areas).then(self._on_people).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the areas; "coordinates" opens what is known of addresses."""
        self.refresh()
        if place.doing == "coordinates":
            self.show_coordinates()

    def show_coordinates(self) -> None:
        """Open what the office knows of addresses and outlines, to read more in."""
        from ui.areas.coordinates.places_dialog import (  # noqa: PLC0415 - when it is looked at
            PlacesDialog,
        )

        dialog = PlacesDialog(self.desk, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self.said)
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def _on_areas(self, groups: tuple[AreaGroup, ...]) -> None:
        self._groups = groups

    def _on_people(self, people: dict[UUID | None, int]) -> None:
        for list_id, card in self.cards.items():
            card.show_groups(
                [group for group in self._groups if _list_of(group) == list_id], people
            )
        self.state.show_content()

    def _on_load_wanted(self, list_id: str) -> None:
        pending = self.desk.act(load_area_list, list_id)
        pending.then(self._on_loaded).if_refused(self._on_refused)

    def _on_loaded(self, new: int) -> None:
        self.said.emit(ngettext("{count} area is loaded.", "{count} areas are loaded.", new), None)
        self.refresh()

    def _on_chosen(self, areas: tuple[AreaRow, ...], on: bool) -> None:  # noqa: FBT001 - a slot
        name = area_name(areas[0])
        words = _("{area} is in use.") if on else _("{area} is not in use any more.")
        self.said.emit(words.format(area=name), partial(self._undo, areas))
        self._choose(tuple(area.id for area in areas), in_use=on)

    def _undo(self, areas: tuple[AreaRow, ...]) -> None:
        """Put every area back to what it was."""
        for before in (True, False):
            ids = tuple(area.id for area in areas if area.in_use is before)
            if ids:
                self._choose(ids, in_use=before)

    def _choose(self, area_ids: tuple[UUID, ...], *, in_use: bool) -> None:
        pending = self.desk.act(choose_areas, area_ids, in_use=in_use)
        pending.then(self._on_changed).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_changed(self, _count: int) -> None:
        self.refresh()

    def _on_back_clicked(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _list_of(group: AreaGroup) -> str:
    area = group.district or group.areas[0]
    return area.code_list
