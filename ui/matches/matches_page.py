"""The page of matching: who waits and who visits whom, beside wishes and candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex

from app.matches.queries import match_row
from app.matches.rules import NEXT
from resources.text import _
from ui.exchange.exports import Exports
from ui.matches.match_list import MatchListView, Which, match_columns
from ui.matches.matching_panel import MatchingPanel
from ui.views.list_page import CardPage, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.matches.queries import MatchRow
    from ui.desk import Desk
    from ui.matches.match_list import Row


_ABOUT_MATCH = frozenset({"step", "note", "asked_both"})
"""What a place can begin whose record is a match."""


class MatchesPage(CardPage):
    """Rows are people who wait, or matches; the card is always about the person visited."""

    features: ClassVar[frozenset[str]] = frozenset({"matches", "volunteers", "intake", "clients"})
    list: MatchListView
    panel: MatchingPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self._doing = ""
        self.list = MatchListView(desk)
        self.panel = MatchingPanel(desk)
        self.exports = Exports(self)
        self.export_button = export_button()
        self.plan_button = plain_button(_("Plan for everybody"), "check")
        self.plan_button.setToolTip(_("Find the best assignment of all who wait"))
        self.plan_button.clicked.connect(self._on_plan_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.build(_("Matching"), self.plan_button, self.export_button)

    def show_place(self, place: Place) -> None:
        """Show a person, a list ("waiting", "check_in"), or begin "wishes", "step", "export"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing in set(Which):
            self.list.show_list(Which(place.doing))
            self.split.show_list()
        elif place.record is not None and place.doing in _ABOUT_MATCH:
            self._doing = place.doing
            self.desk.ask(match_row, place.record).then(self._on_match_known)
        elif place.record is not None:
            self.panel.show_record(place.record)
            self.split.show_detail()
            self._begin(place.doing, place.record)

    def _begin(self, doing: str, person_id: UUID) -> None:
        begin = {
            "wishes": self.panel.edit,
            "apart": self.panel.keep_apart,
            "call": self.panel.call,
            "caller": self.panel.choose_caller,
        }
        if doing in begin:
            begin[doing](person_id)

    def on_chosen(self, record_id: UUID) -> None:
        """Show the person of what the arrows came to."""
        super().on_chosen(self.list.person_of(record_id))

    def on_add_wanted(self) -> None:
        """Take a request: whoever shall wait is asked for first."""
        self.place_wanted.emit(Place("intake", None, "new"))

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.setFocus()

    def show_record(self, record_id: UUID) -> None:
        """Show the card of a person."""
        self.panel.show_record(record_id)
        self.split.show_detail()
        self.list.table.setCurrentIndex(QModelIndex())

    def _on_match_known(self, row: MatchRow | None) -> None:
        """Go on with a step or note that was begun."""
        if row is None or (self._doing == "step" and not NEXT[row.stage]):
            self.said.emit(_("This match has no further step."), None)
            return
        self.show_record(row.person_id)
        if self._doing == "step":
            self.panel.step(row, NEXT[row.stage][0])
        elif self._doing == "note":
            self.panel.note(row)
        else:
            self.panel.check_in(row)

    def _on_plan_wanted(self) -> None:
        self.place_wanted.emit(Place("match_plan"))

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[Row, ...]) -> None:
        today, chosen = self.desk.local_now.date(), self.list.views.view.columns
        columns = match_columns(lambda: today)
        offer: ExportOffer[Row] = ExportOffer(
            list_name="matches",
            title=_("Matching"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(chosen),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=_is_protected,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)


def _person_id(row: Row) -> UUID:
    return getattr(row, "person_id", row.id)


def _is_protected(row: Row) -> bool:
    return row.address_protected
