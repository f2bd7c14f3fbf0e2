"""The tab of matters that were handed over: the list on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.exchange.exports import Exports
from ui.referrals.handing_over.handing_columns import handing_columns
from ui.referrals.handing_over.handing_list import HandingList, HandingLists
from ui.referrals.handing_over.handing_panel import HandingPanel
from ui.referrals.handing_over.requests_card import RequestsCard
from ui.style import spacing
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows, no_address
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.referrals.handing_over.queries import ReferralRow
    from ui.desk import Desk


class HandingPage(CardPage):
    """Ctrl+N hands a matter over; above all stand those who ask for access."""

    features: ClassVar[frozenset[str]] = frozenset({"referrals", "clients", "access"})
    list: HandingList
    panel: HandingPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = HandingList(desk)
        self.panel = HandingPanel(desk)
        self.requests = RequestsCard(desk)
        self.exports = Exports(self)
        self.export_button = export_button()
        self.add_button = add_button(_("Hand over"), _("Hand a matter over (Ctrl+N)"), "forward")
        self.receive_button = plain_button(_("Record what came in"), "letters")
        self.receive_button.clicked.connect(self._on_receive_clicked)
        self.add_button.clicked.connect(self.on_add_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.requests.said.connect(self.said)
        self.build(_("Handing over"), self.export_button, self.receive_button, self.add_button)

    def below_header(self) -> QWidget:
        """Answer the requests above list and detail."""
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.requests)
        layout.addWidget(self.split, 1)
        return part

    def refresh(self) -> None:
        """Ask again for everything."""
        super().refresh()
        self.requests.refresh()

    def show_place(self, place: Place) -> None:
        """Show a matter or a list, answer one, ask for access, hand one over, or "receive" one."""
        self.refresh()
        record = place.record
        if place.doing in set(HandingLists):
            self.list.show_list(HandingLists(place.doing))
            self.split.show_list()
        elif place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "receive":
            self.panel.receive(record)
            self.split.show_detail()
        elif place.doing == "new" and record is None:
            self.on_add_wanted()
        elif record is not None:
            self._do(place.doing, record)
            self.split.show_detail()

    def focus_card(self) -> None:
        """Give the keyboard to the answer."""
        self.panel.card.answer_button.setFocus()

    def _do(self, doing: str, record: UUID) -> None:
        if doing in {"new", "new_for"}:
            self.panel.hand_over(record)
        elif doing == "answer":
            self.panel.edit(record)
        elif doing == "ask":
            self.panel.ask(record)
        else:
            self.show_record(record)

    def _on_receive_clicked(self) -> None:
        self.show_place(Place("handing_over", None, "receive"))

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[ReferralRow, ...]) -> None:
        shown = tuple(self.list.rows_of(rows))
        columns = handing_columns(self.desk.local_now.date())
        offer: ExportOffer[ReferralRow] = ExportOffer(
            list_name="referrals",
            title=_("Handing over"),
            count=len(shown),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(shown),
            person_of=_person_of,
            is_protected=no_address,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)


def _person_of(row: ReferralRow) -> UUID | None:
    return row.person_id
