"""The page of stops and sites: the list on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from resources.text import _
from ui.mobile_advice.tours.stop_list import StopList, StopListView
from ui.mobile_advice.tours.stop_panel import StopPanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person

if TYPE_CHECKING:
    from app.mobile_advice.tours.rows import StopRow
    from ui.desk import Desk
    from ui.widgets.page import Place


class StopsPage(CardPage):
    """Ctrl+N adds a stop, F2 changes the one that is shown."""

    features: ClassVar[frozenset[str]] = frozenset({"tours", "areas", "institutions"})
    list: StopListView
    panel: StopPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = StopListView(desk)
        self.panel = StopPanel(desk)
        self.export_button = export_button()
        self.add_button = add_button(_("New stop"), _("Add a stop (Ctrl+N)"))
        self.add_button.clicked.connect(self.on_add_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.build(_("Stops"), self.export_button, self.add_button, search=self.list.search)

    def show_place(self, place: Place) -> None:
        """Show a stop, those whose permit runs out ("permits"), or begin "new" or "edit"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.doing in set(StopList):
            self.list.show_list(StopList(place.doing))
            self.split.show_list()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.edit_button.setFocus()

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[StopRow, ...]) -> None:
        columns, chosen = self.list.columns, self.list.views.view.columns
        shown = tuple(self.list.rows_of(rows))
        offer: ExportOffer[StopRow] = ExportOffer(
            list_name="stops",
            title=_("Stops"),
            count=len(shown),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(chosen),
            fetch=given_rows(shown),
            person_of=no_person,
            is_protected=no_address,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)
