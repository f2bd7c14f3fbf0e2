"""The page of series: the list on the left, the chosen one or a form on the right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from resources.text import _
from ui.views.list_page import CardPage, add_button
from ui.visiting.series.series_list import SeriesListView
from ui.visiting.series.series_panel import SeriesPanel

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.widgets.page import Place

_FORMS = frozenset({"change", "pause", "end", "add"})


class SeriesPage(CardPage):
    """Visits that return."""

    features: ClassVar[frozenset[str]] = frozenset({"visiting", "clients", "matches"})
    list: SeriesListView
    panel: SeriesPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = SeriesListView(desk)
        self.panel = SeriesPanel(desk)
        self.add_button = add_button(_("Plan a series"), _("Plan visits that return (Ctrl+N)"))
        self.add_button.clicked.connect(self.on_add_wanted)
        self.build(_("Series of visits"), self.add_button)

    def show_place(self, place: Place) -> None:
        """Show a series, or begin "new", "plan" (of a person), "change", "pause", "end", "add"."""
        self.refresh()
        name, _colon, more = place.doing.partition(":")
        if name == "plan" and place.record is not None:
            # Perhaps with a volunteer of whom the place tells, as in "plan:<key>".
            self.panel.plan(place.record, UUID(more) if more else None)
            self.split.show_detail()
        elif place.doing in {"new", "plan"}:
            self.on_add_wanted()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing in _FORMS:
                self.panel.begin(place.record, place.doing)
            elif place.doing:
                self._change_from(place.record, place.doing)

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.edit_button.setFocus()

    def _change_from(self, series_id: UUID, doing: str) -> None:
        """Begin a change from a day on, which a place names as "change:2026-11-24"."""
        name, _colon, day = doing.partition(":")
        if name == "change" and day:
            self.panel.begin(series_id, name, date.fromisoformat(day))
