"""The month of tours, and beside it the day that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.tours.queries import day_card
from resources.text import _, say
from ui.mobile_advice.tours.day_panel import DayPanel
from ui.mobile_advice.tours.month_side import MonthSide
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.list_detail import ListDetail
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from app.errors import Unavailable
    from app.mobile_advice.tours.rows import DayCard
    from app.visiting.calendar.actions import Slot
    from app.visiting.rows import VisitRow
    from ui.desk import Desk


class TimetablePage(Page):
    """Enter opens a day, Escape closes it; F2 changes it, Ctrl+P prints the public timetable."""

    features: ClassVar[frozenset[str]] = frozenset({"tours", "booking", "tasks"})

    def __init__(self, desk: Desk) -> None:
        """Build the page; nothing is asked before `refresh`."""
        super().__init__(desk)
        self.month = MonthSide(desk, self)
        self.panel = DayPanel(desk)
        self._doing = ""
        self._wanted: UUID | None = None
        self.public_button = plain_button(_("Public timetable"), "print")
        self.public_button.setToolTip(_("Poster, flyer, calendar file or web page (Ctrl+P)"))
        if not desk.offers("public"):
            self.public_button.hide()
        self.tour_button = plain_button(_("New tour"), "add")
        self.tour_button.setToolTip(_("Add a tour (Ctrl+N)"))
        self._header = PageHeader(_("Timetable"))
        for part in (self.month.bar, self.public_button, self.tour_button):
            self._header.add_action(part)
        self.split = ListDetail(self.month.states, self.panel, list_share=3, detail_share=2)
        self.split.let_detail_stay(stays=False, words=_("Close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self._header)
        layout.addWidget(self.split, 1)
        self._connect()

    def first_focus(self) -> QWidget | None:
        """Begin in the month."""
        return self.month.grid

    def refresh(self) -> None:
        """Ask again for the month and for the day that is shown."""
        self.month.refresh()
        self.panel.refresh()

    def flush(self) -> None:
        """Save drafts at once."""
        self.panel.flush()

    def show_place(self, place: Place) -> None:
        """Show a day of a tour, or begin to "edit" or "cancel" it; "public" opens the dialog."""
        if place.doing == "public":
            self._on_public_clicked()
        elif place.record is not None:
            self._wanted, self._doing = place.record, place.doing
            asked = self.desk.ask(day_card, place.record).then(self._on_day_found)
            asked.if_unavailable(self._on_unavailable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape what is open beside the month."""
        if event.key() == Qt.Key.Key_Escape and self.panel.is_card_shown():
            self.split.show_list()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        grid = self.month.grid
        grid.visit_opened.connect(self._on_opened)
        grid.moved.connect(self._on_moved)
        grid.day_wanted.connect(self._on_day_wanted)
        self.public_button.clicked.connect(self._on_public_clicked)
        self.tour_button.clicked.connect(self._on_tour_clicked)
        prints = (("Ctrl+P", self._on_public_clicked),) if self.desk.offers("public") else ()
        for keys, slot in (
            ("Ctrl+N", self._on_tour_clicked),
            *prints,
            ("F2", self._on_edit_wanted),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.saved_state.connect(self.saved_state)
        self.panel.changed.connect(self.month.refresh)
        self.panel.saved.connect(self._on_saved)
        self.panel.card.print_wanted.connect(self._on_notice_wanted)
        self.panel.card.letters_wanted.connect(self._on_letters_wanted)
        self.split.went_back.connect(self._on_went_back)
        # A day or form has the whole of a narrow page, so the header goes with the month.
        self.split.list_shown.connect(self._header.setVisible)

    def _show(self, day_id: UUID) -> None:
        self.panel.show_record(day_id)
        self.split.show_detail()

    def _on_opened(self, visit: VisitRow) -> None:
        self._show(visit.id)

    def _on_day_found(self, card: DayCard | None) -> None:
        if card is None:
            self.said.emit(_("This day of the tour is no longer in the office."), None)
            return
        doing, self._doing = self._doing, ""
        self.month.show_day(card.row.day, card.row.id)
        self._show(card.row.id)
        if doing == "edit":
            self.panel.edit(card.row.id)
        elif doing == "cancel":
            self.panel.begin_cancel(card.row.id)

    def _on_moved(self, visit: VisitRow, slot: Slot) -> None:
        """Move a tour to another day; its times follow its stops and stay."""
        if slot.start.date() != visit.start.date():
            self.panel.move_to(visit.id, visit.version, slot.start.date())

    def _on_day_wanted(self, day: date) -> None:
        """Show the first of the tours that have no room on a day."""
        rows = [row for row in self.month.rows if row.day == day]
        if rows:
            self._show(rows[-1].id)

    def _on_saved(self, _day_id: UUID) -> None:
        self.month.refresh()

    def _on_edit_wanted(self) -> None:
        row = self.month.grid.current_row()
        shown = self.panel.shown_id()
        day_id = shown or (row.id if row is not None else None)
        if day_id is not None:
            self._show(day_id)
            self.panel.edit(day_id)

    def _on_tour_clicked(self) -> None:
        self.place_wanted.emit(Place("tours", None, "new"))

    def _on_went_back(self) -> None:
        self.panel.flush()
        self.panel.show_nothing()
        self.month.grid.setFocus()

    def _on_public_clicked(self) -> None:
        first, last = self.month.month()
        today = self.desk.local_now.date()
        # What is over is on no poster, unless the whole month is.
        self._open_public(max(first, today) if today <= last else first, last, None)

    def _on_notice_wanted(self, card: DayCard) -> None:
        self._open_public(card.row.day, card.row.day, card.row.tour_id)

    def _open_public(self, first: date, last: date, tour_id: UUID | None) -> None:
        from ui.mobile_advice.tours.public_dialog import (  # noqa: PLC0415 - rarely wanted
            PublicDialog,
        )

        dialog = PublicDialog(self.desk, first, last, tour_id, self)
        dialog.said.connect(self._on_said)
        dialog.open()

    def _on_letters_wanted(self, card: DayCard) -> None:
        self.place_wanted.emit(Place("appointments", card.row.id, "cancelled"))

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
