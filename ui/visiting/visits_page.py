"""The calendar of visits, and beside it the one that is looked at, planned or recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.visiting.calendar.rules import CalendarKind
from app.visiting.queries import client_to_visit, visit_details
from resources.text import _, say
from ui.style import length, spacing
from ui.visiting.calendar.calendar_side import CalendarSide
from ui.visiting.calendar.leaving_menu import LeavingMenu
from ui.visiting.calendar.mover import VisitMover
from ui.visiting.calendar.stop_menu import StopMenu
from ui.visiting.visit_panel import VisitPanel
from ui.widgets.buttons import plain_button
from ui.widgets.list_detail import ListDetail
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.errors import Unavailable
    from app.visiting.rows import ClientToVisit, VisitDetails, VisitRow
    from ui.desk import Desk, Pending
    from ui.visiting.agenda_table import AgendaRow
    from ui.visiting.calendar.places import NewVisit, Stop


_WIDE = 640
"""Pixels at 100 % from which the buttons above the calendar have words."""


class VisitsPage(Page):
    """Shows days of visits in a calendar, and opens the forms of visiting."""

    features: ClassVar[frozenset[str]] = frozenset({"visiting", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; which view is shown first is asked with the visits."""
        super().__init__(desk, parent)
        self._wanted: UUID | None = None
        self._doing = ""
        self._new: NewVisit | None = None
        self._pending: Pending[VisitDetails | None] | None = None
        self._is_errand = False
        """Whether one came from another page to do something here, and goes back after it."""
        self._header = PageHeader(_("Visits"))
        self.calendar = CalendarSide(desk)
        self.panel = VisitPanel(desk)
        self._mover = VisitMover(desk, self)
        self._menu = StopMenu(self)
        self.leaving = LeavingMenu(desk, self.calendar, self)
        self._both = ListDetail(self.calendar.states, self.panel, list_share=3, detail_share=2)
        self._is_detail_open = False
        self._arrange()
        self._connect()
        self._on_kind_chosen(self.calendar.kind)

    def first_focus(self) -> QWidget | None:
        """Begin in the calendar."""
        return self.calendar.area.view()

    def refresh(self) -> None:
        """Ask again for the days and for the visit that is shown."""
        self.calendar.refresh()
        if self.panel.card is not None:
            shown = self.panel.card.details.visit.id
            self.desk.ask(visit_details, shown).then(self._on_card_refreshed)

    def show_place(self, place: Place) -> None:
        """Show a visit, or begin to plan, change or record one."""
        self._is_errand = place.doing in {"plan", "record", "change"}
        if place.doing == "plan":
            self._plan(place.record, None)
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
        is_small = self.width() < length(_WIDE)
        self._plan_button.setText("" if is_small else self._plan_button.accessibleName())
        self.leaving.shorten(on=is_small)
        self._header.title.setVisible(not is_small)
        self._give_room(detail=self._is_detail_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape what is open beside the calendar."""
        if event.key() == Qt.Key.Key_Escape and self._is_detail_open:
            self._both.show_list()
        else:
            super().keyPressEvent(event)

    def _give_room(self, *, detail: bool) -> None:
        """Leave the whole of a narrow page to the visit or form that is open."""
        self._is_detail_open = detail
        has_list = self._both.is_wide() or not detail
        self.calendar.filter.setVisible(has_list)
        for part in (self.calendar.bar, self._plan_button, self.leaving.button):
            part.setVisible(has_list)

    def _show_detail(self) -> None:
        self._both.show_detail()
        self._give_room(detail=True)

    def _on_went_back(self) -> None:
        """Keep the draft of a form that is left by the way back to the calendar."""
        self.panel.flush()
        self._wanted = None
        if not self._both.is_wide() or self.calendar.area.painted() is not None:
            self.panel.show_nothing()
        self._give_room(detail=False)
        self.calendar.area.view().setFocus()

    def _arrange(self) -> None:
        self._plan_button = plain_button(_("Plan visit"), "add")
        self._plan_button.setToolTip(_("Plan a visit (Ctrl+N)"))
        for part in (self.calendar.bar, self.leaving.button, self._plan_button):
            self._header.add_action(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self._header)
        layout.addWidget(self.calendar.filter)
        layout.addWidget(self.calendar.too_many)
        layout.addWidget(self._both, 1)

    def _connect(self) -> None:
        self._plan_button.clicked.connect(self._on_plan_clicked)
        for keys, slot in (
            ("Ctrl+N", self._on_plan_clicked),
            ("Ctrl+P", self.leaving.show_week_plan),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.leaving.export_wanted.connect(self._on_export_clicked)
        self.leaving.said.connect(self.said)
        self._connect_calendar()
        self._menu.visit_wanted.connect(self._on_visit_wanted)
        self._menu.person_wanted.connect(self._on_person_wanted)
        self._menu.new_wanted.connect(self._on_new_wanted)
        self._menu.day_wanted.connect(self.calendar.show_day)
        self._menu.order_wanted.connect(self._on_order_wanted)
        self._mover.said.connect(self.said)
        self._mover.moved.connect(self._on_moved)
        self._both.went_back.connect(self._on_went_back)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.saved_state.connect(self.saved_state)
        self.panel.visit_wanted.connect(self._look_at)
        self.panel.closed.connect(self._on_closed)
        self.panel.finished.connect(self._on_finished)

    def _connect_calendar(self) -> None:
        calendar = self.calendar
        calendar.shown.connect(self._on_shown)
        calendar.kind_chosen.connect(self._on_kind_chosen)
        calendar.new_wanted.connect(self._on_new_wanted)
        calendar.area.visit_opened.connect(self._on_visit_opened)
        calendar.area.moved.connect(self._mover.move)
        calendar.area.menu_wanted.connect(self._on_menu_wanted)
        calendar.area.table.row_chosen.connect(self._on_row_chosen)
        calendar.area.table.row_activated.connect(self._on_row_chosen)

    def _look_at(self, visit_id: UUID, doing: str = "") -> None:
        """Go to a visit's days, choose it there, and show it or open its form."""
        self._wanted, self._doing = visit_id, doing
        if self._pending is not None:
            self._pending.forget()
        self._pending = self.desk.ask(visit_details, visit_id)
        self._pending.then(self._on_details_found).if_unavailable(self._on_unavailable)

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
        self.calendar.show_moment(details.visit.start, details.visit.id)

    def _on_card_refreshed(self, details: VisitDetails | None) -> None:
        """Show the visit as it is now, unless another one or a form was opened meanwhile."""
        card = self.panel.card
        if card is None:
            return
        if details is None:
            self.panel.show_nothing()
        elif details.visit.id == card.details.visit.id and details != card.details:
            self.panel.show_visit(details)

    def _on_shown(self) -> None:
        """Go back to the visit that is shown beside the calendar."""
        if self._wanted is not None:
            self.calendar.area.choose(self._wanted)

    def _on_kind_chosen(self, kind: CalendarKind) -> None:
        """Let an agenda have its detail beside it; the other views take the whole width."""
        stays = kind is CalendarKind.AGENDA
        self._both.let_detail_stay(stays=stays, words=_("Close"))

    def _on_visit_opened(self, visit: VisitRow) -> None:
        self._is_errand = False
        self._look_at(visit.id)

    def _on_row_chosen(self, row: AgendaRow | None) -> None:
        if row is not None:
            self._on_visit_opened(row.visit)

    def _on_menu_wanted(self, stop: Stop, pos: QPoint) -> None:
        view = self.calendar.area.painted()
        if view is not None:
            view.place_at(stop)
            is_one_day = self.calendar.kind in {CalendarKind.DAY, CalendarKind.VISITORS}
            self._menu.open(stop, view.new_visit_here(), pos, is_one_day=is_one_day)

    def _on_visit_wanted(self, visit: VisitRow, doing: str) -> None:
        self._is_errand = False
        if doing == "letter":
            self.place_wanted.emit(Place("letters", visit.id, "write"))
        elif doing == "cancel":
            self.panel.deeds.cancel(visit)
        elif doing == "restore":
            self.panel.deeds.restore(visit.id, visit.version)
        else:
            self._look_at(visit.id, doing)

    def _on_person_wanted(self, person_id: UUID) -> None:
        self.place_wanted.emit(Place("clients", person_id))

    def _on_order_wanted(self, day: date) -> None:
        self.place_wanted.emit(Place("day_plan", None, day.isoformat()))

    def _on_moved(self, visit_id: UUID) -> None:
        """Follow a visit that was moved to where it is now."""
        self.desk.ask(visit_details, visit_id).then(self._on_moved_found)

    def _on_moved_found(self, details: VisitDetails | None) -> None:
        if details is not None:
            self.calendar.show_moment(details.visit.start, details.visit.id)

    def _on_plan_clicked(self) -> None:
        self._on_new_wanted(self.calendar.area.new_visit_here())

    def _on_new_wanted(self, new: NewVisit | None) -> None:
        self._is_errand = False
        self._plan(None, new)

    def _on_export_clicked(self) -> None:
        """Offer the visits that the filter shows."""
        self.export_asked.emit(self.calendar.offer())

    def _plan(self, client_id: UUID | None, new: NewVisit | None) -> None:
        self._wanted, self._new = None, new
        if client_id is None:
            self._on_client_found(None)
        else:
            self.desk.ask(client_to_visit, client_id).then(self._on_client_found)

    def _on_client_found(self, client: ClientToVisit | None) -> None:
        self.calendar.area.table.choose_none()
        self._show_detail()
        self.panel.plan(client, self._new)

    def _on_finished(self) -> None:
        if self._is_errand:
            self._is_errand = False
            self.finished.emit()

    def _on_closed(self) -> None:
        self.panel.show_nothing()
        self._both.show_list()
        self._give_room(detail=False)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.calendar.states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
