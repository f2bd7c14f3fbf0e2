"""The tab of housing cases: deadlines, stages, and the goal that nobody loses the home."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from resources.text import _
from ui.referrals.housing_cases.case_list import CaseListView
from ui.referrals.housing_cases.case_panel import CasePanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from uuid import UUID

    from app.referrals.housing_cases.queries import CaseRow
    from ui.desk import Desk
    from ui.widgets.page import Place


class HousingCasesPage(CardPage):
    """Ctrl+N opens a case; on the card F2 changes it."""

    features: ClassVar[frozenset[str]] = frozenset({"referrals", "clients", "institutions"})
    list: CaseListView
    panel: CasePanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = CaseListView(desk)
        self.panel = CasePanel(desk)
        self.export_button = export_button()
        self.add_button = add_button(_("Open a case"), _("Somebody may lose the home (Ctrl+N)"))
        self.export_button.clicked.connect(self._on_export_wanted)
        self.add_button.clicked.connect(self.on_add_wanted)
        self.build(_("Housing cases"), self.export_button, self.add_button)

    def show_place(self, place: Place) -> None:
        """Show a case, or begin what the place says.

        "new" opens a case, "enquiry" one after the enquiry with an id, "new_for" one about the
        person with an id; "edit", "step" and "close" open the forms of a case.
        """
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.record is not None:
            self._begin(place.record, place.doing)
        else:
            self.refresh()

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.step_button.setFocus()

    def _begin(self, record: UUID, doing: str) -> None:
        if doing in {"enquiry", "new_for"}:
            key = "enquiry_id" if doing == "enquiry" else "person_id"
            self.panel.begin_from(**{key: record})
            self.split.show_detail()
            return
        self.show_record(record)
        forms = {
            "edit": self.panel.edit,
            "step": self.panel.take_step,
            "close": self.panel.close_case,
        }
        if doing in forms:
            forms[doing](record)

    def _on_export_wanted(self) -> None:
        """Offer the whole list as it is narrowed down, asked anew."""
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[CaseRow, ...]) -> None:
        columns = self.list.columns
        offer: ExportOffer[CaseRow] = ExportOffer(
            list_name="housing_cases",
            title=_("Housing cases"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=_is_protected,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)


def _person_id(row: CaseRow) -> UUID | None:
    return row.person_id


def _is_protected(row: CaseRow) -> bool:
    return row.address_protected
