"""The page of volunteers: the list on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.volunteers.queries import VolunteerList
from resources.text import _
from ui.exchange.exports import Exports
from ui.views.list_page import CardPage, add_button, export_button
from ui.volunteers.volunteer_export import volunteers_offer
from ui.volunteers.volunteer_list import VolunteerListView
from ui.volunteers.volunteer_panel import VolunteerPanel

if TYPE_CHECKING:
    from app.volunteers.queries import VolunteerRow
    from ui.desk import Desk
    from ui.widgets.page import Place


class VolunteersPage(CardPage):
    """Volunteers with what is required of them."""

    features: ClassVar[frozenset[str]] = frozenset({"volunteers", "expenses", "clients", "areas"})
    list: VolunteerListView
    panel: VolunteerPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = VolunteerListView(desk)
        self.panel = VolunteerPanel(desk)
        self.exports = Exports(self)
        self.export_button = export_button()
        self.add_button = add_button(_("New volunteer"), _("Add a volunteer (Ctrl+N)"))
        self.add_button.clicked.connect(self.on_add_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        actions = (self.export_button, self.add_button)
        self.build(_("Volunteers"), *actions, search=self.list.search)

    def show_place(self, place: Place) -> None:
        """Show a volunteer by the person, or begin "new", "edit", "prove", "to_do", "export"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.doing == "to_do":
            self.list.show_list(VolunteerList.TO_DO)
            self.split.show_list()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)
            elif place.doing == "prove":
                self.panel.prove(place.record)

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.edit_button.setFocus()

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[VolunteerRow, ...]) -> None:
        chosen = self.list.views.view.columns
        self.export_asked.emit(volunteers_offer(rows, self.list.selection(), chosen))
