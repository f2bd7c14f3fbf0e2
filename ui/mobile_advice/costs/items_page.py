"""The assumptions of the cost sheet: dated amounts with their sources, and who pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from resources.text import _
from ui.exchange.exports import Exports
from ui.mobile_advice.costs.item_list import ItemListView
from ui.mobile_advice.costs.item_panel import ItemPanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person

if TYPE_CHECKING:
    from app.mobile_advice.costs.rules import Item
    from ui.desk import Desk
    from ui.widgets.page import Place


class ItemsPage(CardPage):
    """Ctrl+N adds an assumption."""

    features: ClassVar[frozenset[str]] = frozenset({"advice"})
    list: ItemListView
    panel: ItemPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = ItemListView(desk)
        self.panel = ItemPanel(desk)
        self.exports = Exports(self)
        self.export_button = export_button()
        self.add_button = add_button(_("New assumption"), _("Add an assumption (Ctrl+N)"))
        self.export_button.clicked.connect(self._on_export_wanted)
        self.add_button.clicked.connect(self.on_add_wanted)
        self.build(_("Assumptions"), self.export_button, self.add_button)

    def show_place(self, place: Place) -> None:
        """Show an assumption, or begin "new_item" or "item"."""
        self.refresh()
        if place.doing == "new_item":
            self.on_add_wanted()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "item":
                self.panel.edit(place.record)

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.edit_button.setFocus()

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[Item, ...]) -> None:
        columns = self.list.columns
        offer: ExportOffer[Item] = ExportOffer(
            list_name="cost_items",
            title=_("Assumptions"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(rows),
            person_of=no_person,
            is_protected=no_address,
        )
        self.export_asked.emit(offer)
