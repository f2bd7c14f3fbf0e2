"""The visits of a week, and beside them the one that is looked at, planned or recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.visiting.queries import client_to_visit, visit_details, week_visits
from resources.text import _, ngettext, say
from ui.style import length, spacing
from ui.visiting.agenda_table import AgendaRow, AgendaTable
from ui.visiting.visit_export import week_offer
from ui.visiting.visit_filter import VisitFilter
from ui.visiting.visit_panel import VisitPanel
from ui.visiting.week_bar import WeekBar, monday_of
from ui.visiting.words import week_words
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from app.errors import Unavailable
    from app.visiting.rows import ClientToVisit, VisitDetails, VisitRow
    from ui.desk import Desk

CENTRE = QAbstractItemView.ScrollHint.PositionAtCenter


class VisitsPage(Page):
    """Shows a week, finds visits in it, and opens the forms of visiting."""

    features: ClassVar[frozenset[str]] = frozenset({"visiting", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page for the present week."""
        super().__init__(desk, parent)
        self._visits: tuple[VisitRow, ...] = ()
        self._wanted: UUID | None = None
        self._doing = ""
        self._is_errand = False
        """Whether one came from another page to do something here, and goes back after it."""
        self._is_new_week = True
        self._header = PageHeader(_("Visits"))
        self.week = WeekBar()
        self.filter = VisitFilter()
        self.table = AgendaTable()
        self.panel = VisitPanel(desk)
        self._states = StateStack(self.table)
        self._both = ListDetail(self._states, self.panel, list_share=3, detail_share=2)
        self._is_detail_open = False
        self._arrange()
        self._connect()
        today = desk.local_now.date()
        self.week.show_week(monday_of(today), today)

    def first_focus(self) -> QWidget | None:
        """Begin at the visits of the week."""
        return self.table

    def refresh(self) -> None:
        """Ask again for the week and for the visit that is shown."""
        self._states.show_loading()
        pending = self.desk.ask(week_visits, self.week.monday)
        pending.then(self._on_week_found).if_unavailable(self._on_unavailable)
        if self.panel.card is not None:
            shown = self.panel.card.details.visit.id
            self.desk.ask(visit_details, shown).then(self._on_card_refreshed)

    def show_place(self, place: Place) -> None:
        """Show a visit, or begin to plan, change or record one."""
        self._is_errand = place.doing in {"plan", "record", "change"}
        if place.doing == "plan":
            self._plan(place.record)
        elif place.doing == "export":
            self._on_export_clicked()
        elif place.record is not None:
            self._look_at(place.record, place.doing)

    def flush(self) -> None:
        """Save the draft of an open form at once."""
        self.panel.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or hide what belongs to the list when the page becomes wide or narrow."""
        super().resizeEvent(event)
        self._give_room(detail=self._is_detail_open)

    def _give_room(self, *, detail: bool) -> None:
        """Leave the whole of a narrow page to the visit or form that is open."""
        self._is_detail_open = detail
        has_list = self._both.is_wide() or not detail
        self.filter.setVisible(has_list)
        self.week.setVisible(has_list)
        self._plan_button.setVisible(has_list)
        self._export_button.setVisible(has_list)

    def _show_detail(self) -> None:
        self._both.show_detail()
        self._give_room(detail=True)

    def _on_went_back(self) -> None:
        """Keep the draft of a form that is left by the way back to the list."""
        self.panel.flush()
        self._give_room(detail=False)

    def _arrange(self) -> None:
        self._plan_button = plain_button(_("Plan visit"), "add")
        self._export_button = plain_button(_("Export"), "download")
        self._export_button.setToolTip(_("Save the visits shown as Excel table, CSV or PDF"))
        self._header.add_action(self.week)
        self._header.add_action(self._export_button)
        self._header.add_action(self._plan_button)
        self.table.setMinimumHeight(length(200))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self._header)
        layout.addWidget(self.filter)
        layout.addWidget(self._both, 1)

    def _connect(self) -> None:
        self._plan_button.clicked.connect(self._on_plan_clicked)
        self._export_button.clicked.connect(self._on_export_clicked)
        self.week.week_wanted.connect(self._on_week_wanted)
        self.week.this_week_wanted.connect(self._on_this_week_wanted)
        self.filter.changed.connect(self._show_visits)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self._both.went_back.connect(self._on_went_back)
        self._states.retried.connect(self.refresh)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.saved_state.connect(self.saved_state)
        self.panel.visit_wanted.connect(self._look_at)
        self.panel.closed.connect(self._on_closed)
        self.panel.finished.connect(self._on_finished)

    def _look_at(self, visit_id: UUID, doing: str = "") -> None:
        """Go to a visit's week, choose it there, and show it or open its form."""
        self._wanted, self._doing = visit_id, doing
        pending = self.desk.ask(visit_details, visit_id)
        pending.then(self._on_details_found).if_unavailable(self._on_unavailable)

    def _on_details_found(self, details: VisitDetails | None) -> None:
        if details is None:
            self.panel.show_nothing()
            self.said.emit(_("This visit no longer exists."), None)
            return
        if details.visit.id != self._wanted:
            return
        doing, self._doing = self._doing, ""
        if doing == "record":
            self.panel.record(details)
        elif doing == "change":
            self.panel.change(details)
        else:
            self.panel.show_visit(details)
        self._show_detail()
        self._go_to_week(details.visit.start.date())

    def _on_card_refreshed(self, details: VisitDetails | None) -> None:
        """Show the visit as it is now, unless another one or a form was opened meanwhile."""
        card = self.panel.card
        if card is None:
            return
        if details is None:
            self.panel.show_nothing()
        elif details.visit.id == card.details.visit.id and details != card.details:
            self.panel.show_visit(details)

    def _go_to_week(self, day: date) -> None:
        if monday_of(day) != self.week.monday:
            self._on_week_wanted(monday_of(day))
        else:
            self._choose_wanted()

    def _on_week_found(self, visits: tuple[VisitRow, ...]) -> None:
        self._visits = visits
        self._show_visits()
        if self._is_new_week:
            # Once the table has its size.
            QTimer.singleShot(0, self.table, self._bring_into_sight)
        self._is_new_week = False

    def _bring_into_sight(self) -> None:
        """Scroll to the visit that is shown beside the list, or else to the present day."""
        if self._wanted is None:
            self.table.scroll_to_today()
        else:
            self.table.scrollTo(self.table.currentIndex(), CENTRE)

    def _show_visits(self) -> None:
        now = self.desk.local_now
        shown = self.filter.pick(self._visits, now)
        self._header.set_subtitle(_count_words(len(self._visits)))
        self.table.show_visits(shown, now)
        self._choose_wanted()
        if shown:
            self._states.show_content()
        else:
            self._states.show_empty(self._nothing())

    def _nothing(self) -> EmptyState:
        if self._visits:
            empty = EmptyState(_("No visit of this week fits the filter."), _("Show all"))
            empty.acted.connect(self.filter.show_all)
        else:
            empty = EmptyState(
                _("No visits are planned in this week yet."), _("Plan visit"), icon="calendar"
            )
            empty.acted.connect(self._on_plan_clicked)
        return empty

    def _choose_wanted(self) -> None:
        """Choose the visit that is shown beside the list, without asking for it again."""
        if self._wanted is not None:
            with QSignalBlocker(self.table):
                self.table.choose(self._wanted)

    def _on_row_chosen(self, row: AgendaRow | None) -> None:
        if row is not None:
            self._is_errand = False
            self._look_at(row.visit.id)

    def _on_row_activated(self, row: AgendaRow) -> None:
        self._look_at(row.visit.id)

    def _on_week_wanted(self, monday: date) -> None:
        self.week.show_week(monday, self.desk.local_now.date())
        self._is_new_week = True
        self.refresh()

    def _on_this_week_wanted(self) -> None:
        self._on_week_wanted(monday_of(self.desk.local_now.date()))

    def _on_plan_clicked(self) -> None:
        self._is_errand = False
        self._plan(None)

    def _on_export_clicked(self) -> None:
        """Offer the visits that the filter shows."""
        title = _("Visits") + " · " + week_words(self.week.monday)
        self.export_asked.emit(week_offer(self.table.rows(), title, self.filter.words()))

    def _plan(self, client_id: UUID | None) -> None:
        self._wanted = None
        if client_id is None:
            self._on_client_found(None)
        else:
            self.desk.ask(client_to_visit, client_id).then(self._on_client_found)

    def _on_client_found(self, client: ClientToVisit | None) -> None:
        self.table.choose_none()
        self._show_detail()
        self.panel.plan(client, None)

    def _on_finished(self) -> None:
        if self._is_errand:
            self._is_errand = False
            self.finished.emit()

    def _on_closed(self) -> None:
        self.panel.show_nothing()
        self._both.show_list()
        self._give_room(detail=False)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _count_words(visits: int) -> str:
    return ngettext("{count} visit in this week", "{count} visits in this week", visits)
