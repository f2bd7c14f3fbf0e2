"""The page of tours: the list on the left, the chosen one on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from app.mobile_advice.tours.day_actions import add_tour_day, remove_added_day
from resources.text import _, say
from ui import formats
from ui.mobile_advice.tours.day_question import DayQuestion
from ui.mobile_advice.tours.tour_list import TourListView
from ui.mobile_advice.tours.tour_panel import TourPanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.errors import Refused
    from app.mobile_advice.tours.keeping import SavedDay
    from app.mobile_advice.tours.rows import TourRow
    from ui.desk import Desk
    from ui.widgets.page import Place


class ToursPage(CardPage):
    """Ctrl+N adds a tour, F2 changes the one that is shown."""

    features: ClassVar[frozenset[str]] = frozenset({"tours"})
    list: TourListView
    panel: TourPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = TourListView(desk)
        self.panel = TourPanel(desk)
        self.question: DayQuestion | None = None
        self.vehicles_button = plain_button(_("Vehicles"), "bus")
        self.export_button = export_button()
        self.add_button = add_button(_("New tour"), _("Add a tour (Ctrl+N)"))
        self.vehicles_button.clicked.connect(self.show_vehicles)
        self.add_button.clicked.connect(self.on_add_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.panel.card.day_wanted.connect(self._on_day_wanted)
        actions = (self.vehicles_button, self.export_button, self.add_button)
        self.build(_("Tours"), *actions, search=self.list.search)

    def show_place(self, place: Place) -> None:
        """Show a tour, the "vehicles", or begin "new", "edit", "vehicle" or "new_vehicle"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.doing == "vehicles":
            self.show_vehicles()
            self.panel.vehicles.add_button.setFocus()
        elif place.doing in {"vehicle", "new_vehicle"}:
            self.show_vehicles()
            self.panel.edit_vehicle(place.record)
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)

    def show_vehicles(self) -> None:
        """Show the vehicles beside the list."""
        self.panel.show_vehicles()
        self.split.show_detail()

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.edit_button.setFocus()

    def _on_day_wanted(self, tour_id: UUID) -> None:
        question = DayQuestion(
            self,
            _("Add a day"),
            _("The tour goes with its usual stops and crew; the day can be changed then."),
            _("Add day"),
        )
        question.chosen.connect(partial(self._add_day, tour_id))
        self.question = question
        question.open()

    def _add_day(self, tour_id: UUID, day: date | None) -> None:
        pending = self.desk.act(add_tour_day, tour_id, day)
        pending.then(self._on_day_added).if_refused(self._on_refused)

    def _on_day_added(self, saved: SavedDay) -> None:
        if self.question is not None:
            self.question.accept()
        day = formats.show_date(saved.before.day["day"])
        words = _("The tour goes on {day}.").format(day=day)
        self.said.emit(words, partial(self._take_back, saved))
        self.refresh()

    def _take_back(self, saved: SavedDay) -> None:
        self.desk.act(remove_added_day, saved.id, saved.version).if_refused(self._on_trouble)

    def _on_refused(self, refused: Refused) -> None:
        if self.question is not None:
            self.question.show_problems(refused.problems)

    def _on_trouble(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[TourRow, ...]) -> None:
        columns, chosen = self.list.columns, self.list.views.view.columns
        shown = tuple(self.list.rows_of(rows))
        offer: ExportOffer[TourRow] = ExportOffer(
            list_name="tours",
            title=_("Tours"),
            count=len(shown),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(chosen),
            fetch=given_rows(shown),
            person_of=no_person,
            is_protected=no_address,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)
