"""The page of mediators: requests on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.mobile_advice.mediators.queries import RequestList
from resources.text import _
from ui.exchange.exports import Exports
from ui.mobile_advice.mediators.request_list import RequestListView
from ui.mobile_advice.mediators.request_panel import RequestPanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.mediators.queries import RequestRow
    from ui.desk import Desk
    from ui.widgets.page import Place


class MediatorsPage(CardPage):
    """Ctrl+N asks for a mediator, F2 changes what was asked."""

    features: ClassVar[frozenset[str]] = frozenset(
        {"mediators", "volunteers", "institutions", "clients"}
    )
    list: RequestListView
    panel: RequestPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = RequestListView(desk)
        self.panel = RequestPanel(desk)
        self.exports = Exports(self)
        self.pools_button = plain_button(_("Pools"), "office")
        self.export_button = export_button()
        self.add_button = add_button(
            _("Ask for a mediator"), _("Make a request for a mediator (Ctrl+N)")
        )
        self.add_button.clicked.connect(self.on_add_wanted)
        self.pools_button.clicked.connect(self._on_pools_clicked)
        self.export_button.clicked.connect(self._on_export_wanted)
        actions = (self.pools_button, self.export_button, self.add_button)
        self.build(_("Language mediators"), *actions, search=self.list.search)

    def show_place(self, place: Place) -> None:
        """Show a request, or begin "new", "new_for", "for_appointment", "pools", "export"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "pools":
            self._on_pools_clicked()
        elif place.doing == "new_pool":
            self.panel.edit_pool(None)
            self.split.show_detail()
        elif place.doing in set(RequestList):
            self.list.filters.set_value(RequestList(place.doing))
            self.list.on_narrowed()
        elif place.doing == "for_appointment" and place.record is not None:
            self.panel.ask_for_appointment(place.record)
            self.split.show_detail()
        elif place.doing == "new_for" and place.record is not None:
            self.panel.ask_for_person(place.record)
            self.split.show_detail()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)

    def focus_card(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        buttons = (b for b in self.panel.card.buttons.values() if not b.isHidden())
        next(buttons, self.panel.card.edit_button).setFocus()

    def _on_pools_clicked(self) -> None:
        self.panel.show_pools()
        self.split.show_detail()

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[RequestRow, ...]) -> None:
        columns = self.list.columns
        offer: ExportOffer[RequestRow] = ExportOffer(
            list_name="mediator_requests",
            title=_("Requests for mediators"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=_is_protected,
            others_of=_mediators,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)


def _person_id(row: RequestRow) -> UUID | None:
    return row.person_id


def _mediators(row: RequestRow) -> list[UUID]:
    return [row.mediator_id] if row.mediator_id is not None else []


def _is_protected(row: RequestRow) -> bool:
    return bool(row.address_protected)
