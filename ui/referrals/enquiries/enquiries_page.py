"""The tab of enquiries: what is due, a form for the phone, and the card of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.referrals.enquiries.queries import EnquiryList, EnquiryRow
from resources.text import _
from ui.referrals.enquiries.enquiry_list import EnquiryListView
from ui.referrals.enquiries.enquiry_panel import EnquiryPanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from ui.desk import Desk
    from ui.widgets.page import Place


class EnquiriesPage(CardPage):
    """Ctrl+N records an enquiry; on the card F2 changes it."""

    features: ClassVar[frozenset[str]] = frozenset({"referrals", "clients", "institutions"})
    list: EnquiryListView
    panel: EnquiryPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = EnquiryListView(desk)
        self.panel = EnquiryPanel(desk)
        self.export_button = export_button()
        self.add_button = add_button(
            _("Record an enquiry"), _("While the caller is on the phone (Ctrl+N)"), "phone"
        )
        self.export_button.clicked.connect(self._on_export_wanted)
        self.add_button.clicked.connect(self.on_add_wanted)
        self.build(_("Enquiries"), self.export_button, self.add_button, search=self.list.search)

    def show_place(self, place: Place) -> None:
        """Show an enquiry, a list, or begin what the place says.

        "new" records an enquiry, "new_for" one about the person with an id; "edit", "assess",
        "answer", "follow" and "close" open the forms of an enquiry.
        """
        if place.doing in set(EnquiryList):
            self.list.show_list(EnquiryList(place.doing))
            self.split.show_list()
        elif place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.record is not None:
            self._begin(place.record, place.doing)
        else:
            self.refresh()

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.follow_button.setFocus()

    def _begin(self, record: UUID, doing: str) -> None:
        if doing == "new_for":
            self.panel.edit(None, record)
            self.split.show_detail()
            return
        self.show_record(record)
        forms: dict[str, Callable[[UUID], object]] = {
            "edit": self.panel.edit,
            "assess": self.panel.assess,
            "answer": self.panel.answer,
            "follow": self.panel.follow,
            "close": self.panel.close_enquiry,
        }
        if doing in forms:
            forms[doing](record)

    def _on_export_wanted(self) -> None:
        """Offer the whole list as it is narrowed down, asked anew."""
        self.list.ask_all().then(self._on_export_rows)

    def _on_export_rows(self, rows: Sequence[EnquiryRow]) -> None:
        columns = self.list.columns
        offer: ExportOffer[EnquiryRow] = ExportOffer(
            list_name="enquiries",
            title=_("Enquiries"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=_is_protected,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)


def _person_id(row: EnquiryRow) -> UUID | None:
    return row.person_id


def _is_protected(row: EnquiryRow) -> bool:
    return row.address_protected
