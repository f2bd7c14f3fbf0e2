"""The records of advice: contacts on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.mobile_advice.advice.rules import ContactKind
from resources.text import _
from ui.exchange.exports import Exports
from ui.mobile_advice.advice.contact_list import ContactListView
from ui.mobile_advice.advice.contact_panel import ContactPanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows, no_address

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.advice.rows import ContactRow
    from ui.desk import Desk
    from ui.widgets.page import Place


class RecordsPage(CardPage):
    """Ctrl+N records advice, Ctrl+Shift+N a call."""

    features: ClassVar[frozenset[str]] = frozenset({"advice", "clients", "tours", "codes"})
    list: ContactListView
    panel: ContactPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = ContactListView(desk)
        self.panel = ContactPanel(desk)
        self.exports = Exports(self)
        self._came_from = ""
        self.export_button = export_button()
        self.call_button = plain_button(_("Record a call"), "phone")
        self.call_button.setToolTip(_("Record advice by phone (Ctrl+Shift+N)"))
        self.add_button = add_button(_("Record advice"), _("Record advice (Ctrl+N)"))
        self.export_button.clicked.connect(self._on_export_wanted)
        self.call_button.clicked.connect(self._on_call_wanted)
        self.add_button.clicked.connect(self.on_add_wanted)
        self.build(_("Advice"), self.export_button, self.call_button, self.add_button,
                   search=self.list.search)  # fmt: skip
        self._listen("Ctrl+Shift+N", self._on_call_wanted)

    def connect_parts(self) -> None:
        """Go back to where a record was begun."""
        super().connect_parts()
        self.panel.saved.connect(self._on_saved)

    def show_place(self, place: Place) -> None:
        """Show a contact, or begin "new", "call", "of_appointment" or "of_call"."""
        self.refresh()
        self._came_from = place.doing
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "call":
            self.panel.add(place.record, ContactKind.PHONE)
            self.split.show_detail()
        elif place.doing == "new":
            self.panel.add(place.record)
            self.split.show_detail()
        elif place.record is not None and place.doing == "of_appointment":
            self.panel.add_of_appointment(place.record)
            self.split.show_detail()
        elif place.record is not None and place.doing == "of_call":
            self.panel.add_of_call(place.record)
            self.split.show_detail()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.edit_button.setFocus()

    def _on_call_wanted(self) -> None:
        self._came_from = ""
        self.panel.add(None, ContactKind.PHONE)
        self.split.show_detail()

    def _on_saved(self, _contact: UUID) -> None:
        if self._came_from in {"of_appointment", "of_call"}:
            self._came_from = ""
            self.finished.emit()

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[ContactRow, ...]) -> None:
        columns = self.list.columns
        offer: ExportOffer[ContactRow] = ExportOffer(
            list_name="advice",
            title=_("Contacts"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=no_address,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)


def _person_id(row: ContactRow) -> UUID | None:
    return row.person_id
