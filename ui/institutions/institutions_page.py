"""The page of institutions: the list on the left, the chosen one's card on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from resources.text import _
from ui.institutions.institution_export import institutions_offer
from ui.institutions.institution_list import InstitutionList
from ui.institutions.institution_panel import InstitutionPanel
from ui.views.list_page import CardPage, add_button, export_button

if TYPE_CHECKING:
    from app.institutions.queries.exporting import ListedInstitution
    from ui.desk import Desk
    from ui.widgets.page import Place


class InstitutionsPage(CardPage):
    """Institutions with their departments and contact persons."""

    features: ClassVar[frozenset[str]] = frozenset({"institutions", "areas", "clients"})
    list: InstitutionList
    panel: InstitutionPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = InstitutionList(desk)
        self.panel = InstitutionPanel(desk)
        self.export_button = export_button()
        self.add_button = add_button(_("New institution"), _("Add an institution (Ctrl+N)"))
        self.add_button.clicked.connect(self.on_add_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        actions = (self.export_button, self.add_button)
        self.build(_("Institutions"), *actions, search=self.list.search)

    def show_place(self, place: Place) -> None:
        """Show an institution, or begin "new", "edit", "new_contact", "contact" or "export"."""
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.record is not None and place.doing == "contact":
            self.panel.edit_contact(None, place.record)
            self.split.show_detail()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)
            elif place.doing == "new_contact":
                self.panel.edit_contact(place.record, None)

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.edit_button.setFocus()

    def _on_export_wanted(self) -> None:
        self.list.ask_all().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[ListedInstitution, ...]) -> None:
        chosen = self.list.views.view.columns
        self.export_asked.emit(institutions_offer(rows, self.list.selection(), chosen))
