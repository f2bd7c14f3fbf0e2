"""A group from inside: its cases, meetings, seats, figures, and who looked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.psp.reading import read_group
from app.referrals.psp.rules import KIND_LABELS, GroupKind
from resources.text import _, ngettext, say
from ui.referrals.psp.figures_view import FiguresView
from ui.referrals.psp.group_tables import (
    cases_table,
    expired_table,
    glasses_table,
    looks_table,
    meetings_table,
    seats_table,
    tasks_table,
)
from ui.style import length, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.referrals.psp.rows import (
        CaseRow,
        ExpiredRow,
        GroupTaskRow,
        GroupView,
        MeetingRow,
        SeatRow,
    )
    from ui.desk import Desk

_GLASSES = 160
"""Height of the list of who came in without a seat, in pixels at 100 %."""


class GroupInside(QWidget):
    """Enter opens what is chosen; each tab has one button that adds."""

    case_wanted = Signal(object)
    meeting_wanted = Signal(object)
    """The id of a case or meeting to be opened."""
    seat_wanted = Signal(object)
    """A `SeatRow` to be changed, or None for a new one."""
    case_form_wanted = Signal()
    meeting_form_wanted = Signal()
    group_form_wanted = Signal()
    delete_expired_wanted = Signal()
    left = Signal()
    closed = Signal()
    """The group has to be opened again."""

    def __init__(self, desk: Desk) -> None:
        """Build the tabs; nothing is asked before `show_group`."""
        super().__init__()
        self.desk = desk
        self.view: GroupView | None = None
        self._group_id: UUID | None = None
        self.header = PageHeader(" ")
        self.back_button = quiet_button(_("All groups"), "back")
        self.change_button = plain_button(_("Change group"), "edit")
        self.expired_button = plain_button(_("Delete these facts"), "bin")
        self.tabs = Tabs(_("Group"))
        self.cases, self.meetings = cases_table(), meetings_table()
        self.seats, self.looks = seats_table(), looks_table()
        self.tasks, self.expired, self.glasses = tasks_table(), expired_table(), glasses_table()
        self.figures = FiguresView(desk)
        self.case_states, self.meeting_states = StateStack(self.cases), StateStack(self.meetings)
        self.task_states, self.expired_states = StateStack(self.tasks), StateStack(self.expired)
        self.glass = Banner("attention", "")
        self.state = StateStack(self.tabs)
        self._build()
        self._connect()

    def show_group(self, group_id: UUID) -> None:
        """Ask for a group of the reader's own that is open."""
        self._group_id = group_id
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        if self._group_id is not None:
            pending = self.desk.act(read_group, self._group_id)
            pending.then(self._on_group).if_refused(self._on_refused)
            pending.if_unavailable(self._on_unavailable)

    def forget(self) -> None:
        """Let go of everything that was shown."""
        self.view = self._group_id = None
        for table in (self.cases, self.meetings, self.tasks, self.seats):
            table.set_rows(())
        for told in (self.looks, self.expired, self.glasses):
            told.set_rows(())
        self.glass.set_text("")
        self.figures.forget()
        self.header.set_title(" ")
        self.header.set_subtitle("")

    def _build(self) -> None:
        self.header.add_action(self.change_button)
        self.add_case = primary_button(_("Bring a person up"), "add")
        self.add_meeting = primary_button(_("Plan a meeting"), "add")
        self.add_seat = primary_button(_("Give a seat"), "person_add")
        self.tabs.addTab(_tab(self.case_states, self.add_case), _("Cases"))
        self.tabs.addTab(_tab(self.meeting_states, self.add_meeting), _("Meetings"))
        self.tabs.addTab(_tab(self.task_states), _("Tasks"))
        self.tabs.addTab(_tab(self.seats, self.add_seat), _("Members"))
        self.expired_tab = _tab(self.expired_states, self.expired_button)
        self.tabs.addTab(self.expired_tab, _("To be deleted"))
        self.glasses.setMaximumHeight(length(_GLASSES))
        self.tabs.addTab(_tab(self.looks, above=self.glasses), _("Who looked"))
        self.tabs.addTab(self.figures, _("Figures"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.header, self.glass):
            layout.addWidget(part)
        layout.addWidget(self.state, 1)
        self.glass.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.change_button.clicked.connect(self.group_form_wanted)
        self.expired_button.clicked.connect(self.delete_expired_wanted)
        self.add_case.clicked.connect(self.case_form_wanted)
        self.add_meeting.clicked.connect(self.meeting_form_wanted)
        self.add_seat.clicked.connect(self._on_add_seat)
        self.cases.row_activated.connect(self._on_case)
        self.meetings.row_activated.connect(self._on_meeting)
        self.seats.row_activated.connect(self._on_seat)
        self.tasks.row_activated.connect(self._on_of_case)
        self.expired.row_activated.connect(self._on_of_case)
        self.state.retried.connect(self.refresh)
        self.tabs.currentChanged.connect(self._on_tab)

    def _on_group(self, view: GroupView) -> None:
        if view.row.id != self._group_id:
            return
        self.view = view
        self.header.set_title(view.row.name)
        kind = _(KIND_LABELS[GroupKind(view.row.kind)])
        self.header.set_subtitle(" · ".join(part for part in (kind, view.row.area) if part))
        self.cases.set_rows(view.cases, _id)
        self.meetings.set_rows(view.meetings, _id)
        self.tasks.set_rows(view.tasks, _id)
        self.seats.set_rows(view.seats, _id)
        self.expired.set_rows(view.expired, _id)
        self.looks.set_rows(view.looks)
        self.glasses.set_rows(view.glasses)
        self._show_lead(view)
        self._show_empty(view)
        self.state.show_content()
        self._on_tab(self.tabs.currentIndex())

    def _show_lead(self, view: GroupView) -> None:
        lead = view.row.i_lead
        self.change_button.setVisible(lead)
        self.add_seat.setVisible(lead)
        self.add_case.setVisible(view.row.kind != GroupKind.STEERING)
        if lead and view.glasses:
            count = ngettext(
                "{count} time somebody entered this group without a seat.",
                "{count} times somebody entered this group without a seat.",
                len(view.glasses),
            )
            last = view.glasses[0]
            words = _("The last one was {who}: “{reason}”")
            told = words.format(who=last.who, reason=last.reason)
            self.glass.set_text(f"{count} {told}")
        for shown in (self.glass, self.glasses):
            shown.setVisible(lead and bool(view.glasses))

    def _show_empty(self, view: GroupView) -> None:
        for states, rows, words in (
            (self.case_states, view.cases, _("People whom the agencies help together.")),
            (self.meeting_states, view.meetings, _("Meetings with agenda and decisions.")),
            (self.task_states, view.tasks, _("What meetings agreed that agencies do.")),
            (self.expired_states, view.expired, _("Facts whose last day has passed.")),
        ):
            if rows:
                states.show_content()
            else:
                states.show_empty(EmptyState(words))
        self.expired_button.setVisible(bool(view.expired))
        count = len(view.expired)
        words = _("To be deleted ({count})").format(count=count) if count else _("To be deleted")
        self.tabs.setTabText(self.tabs.indexOf(self.expired_tab), words)

    def _on_refused(self, refused: Refused) -> None:
        del refused
        self.closed.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_case(self, row: CaseRow) -> None:
        self.case_wanted.emit(row.id)

    def _on_of_case(self, row: GroupTaskRow | ExpiredRow) -> None:
        self.case_wanted.emit(row.case_id)

    def _on_meeting(self, row: MeetingRow) -> None:
        self.meeting_wanted.emit(row.id)

    def _on_seat(self, row: SeatRow) -> None:
        if self.view is not None and self.view.row.i_lead:
            self.seat_wanted.emit(row)

    def _on_add_seat(self) -> None:
        self.seat_wanted.emit(None)

    def _on_tab(self, _index: int) -> None:
        if self.tabs.currentWidget() is self.figures:
            self.figures.refresh()


def _tab(table: QWidget, *buttons: QWidget, above: QWidget | None = None) -> QWidget:
    tab = QWidget()
    layout = QVBoxLayout(tab)
    layout.setContentsMargins(0, spacing(12), 0, 0)
    layout.setSpacing(spacing(8))
    if buttons:
        line = FlowLayout(gap=spacing(8))
        for button in buttons:
            line.addWidget(button)
        layout.addLayout(line)
    if above is not None:
        layout.addWidget(above)
    layout.addWidget(table, 1)
    return tab


def _id(row: Any) -> UUID:  # noqa: ANN401 - a row of any of the tables
    found: UUID = row.id
    return found
