"""The page of concerns: who is missed, what is to be done, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.escalation.queries import closed_concerns, concern_card
from app.escalation.rules import Cause
from app.visiting.queries import client_to_visit
from resources.text import _
from ui.escalation.concern_list import ConcernList, Which, concern_columns
from ui.escalation.concern_panel import ConcernPanel
from ui.exchange.exports import Exports
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from uuid import UUID

    from app.escalation.rows import ConcernCard, ConcernRow
    from app.visiting.rows import ClientToVisit
    from ui.desk import Desk
    from ui.widgets.page import Place


class ConcernsPage(CardPage):
    """F2 notes the next step of the concern that is shown."""

    features: ClassVar[frozenset[str]] = frozenset({"escalation", "households", "clients"})
    list: ConcernList
    panel: ConcernPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = ConcernList(desk)
        self.panel = ConcernPanel(desk)
        self.exports = Exports(self)
        self.export_button = export_button()
        self.export_button.clicked.connect(self._on_export_wanted)
        self.add_button = add_button(_("New concern"), _("Begin a new concern (Ctrl+N)"))
        self.add_button.clicked.connect(self.on_add_wanted)
        self.steps_button = plain_button(_("Change steps"), "settings")
        self.steps_button.clicked.connect(self._on_steps_wanted)
        self.build(_("Concerns"), self.steps_button, self.export_button, self.add_button)

    def show_place(self, place: Place) -> None:
        """Show a concern, its form ("step", "close"), a "new" one, a list, or the "export"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "steps":
            self._on_steps_wanted()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.doing == "new_for" and place.record is not None:
            self.desk.ask(client_to_visit, place.record).then(self._on_person_known)
        elif place.doing in set(Which):
            self.list.filters.set_value(Which(place.doing))
            self.list.on_narrowed()
            self.split.show_list()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing in {"step", "close"}:
                asked = self.desk.ask(concern_card, place.record, self.desk.local_now.date())
                asked.then(self._on_step_ready if place.doing == "step" else self._on_close_ready)

    def focus_card(self) -> None:
        """Give the keyboard to what one most probably wants."""
        self.panel.card.focus_first()

    def _on_steps_wanted(self) -> None:
        shown = self.panel.card.shown
        self.panel.change_steps(shown.concern.cause if shown else Cause.NO_ONE_OPENED)
        self.split.show_detail()

    def _on_person_known(self, person: ClientToVisit | None) -> None:
        if person is not None:
            self.panel.begin(person.id, person.name)
            self.split.show_detail()

    def _on_step_ready(self, card: ConcernCard | None) -> None:
        if card is not None and card.concern.is_open:
            self.panel.step(card, card.next_code)

    def _on_close_ready(self, card: ConcernCard | None) -> None:
        if card is not None and card.concern.is_open:
            self.panel.close_concern(card)

    def _on_export_wanted(self) -> None:
        if self.list.filters.value() is Which.CLOSED:
            self.desk.ask(closed_concerns).then(self._on_export_rows)
        else:
            self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[ConcernRow, ...]) -> None:
        today, chosen = self.desk.local_now.date(), self.list.views.view.columns
        columns = concern_columns(lambda: today)
        offer: ExportOffer[ConcernRow] = ExportOffer(
            list_name="concerns",
            title=_("Concerns"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(chosen),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=_is_protected,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)


def _person_id(row: ConcernRow) -> UUID:
    return row.person_id


def _is_protected(row: ConcernRow) -> bool:
    return row.address_protected
