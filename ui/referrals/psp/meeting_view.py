"""Conference mode: the table on the left, the case that is spoken of on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.psp.meetings import (
    approve_minutes,
    begin_meeting,
    close_meeting,
    note_presence,
    put_on_agenda,
    save_minutes,
    take_off_agenda,
)
from app.referrals.psp.reading import read_meeting
from app.referrals.psp.rules import MeetingState
from resources.text import _, say
from ui import formats
from ui.referrals.psp.apart_form import is_closed
from ui.referrals.psp.item_panel import ItemPanel
from ui.referrals.psp.table_side import TableSide
from ui.referrals.psp.words import item_name, meeting_words
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.list_detail import ListDetail
from ui.widgets.page_header import PageHeader
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.referrals.psp.rows import ItemRow, MeetingView
    from ui.desk import Desk


class Conference(QWidget):
    """Everything that is ticked or saved here stands in the minutes at once."""

    said = Signal(str, object)
    left = Signal()
    closed = Signal()
    change_wanted = Signal(object)
    """The `MeetingRow` that is to be changed."""
    task_form_wanted = Signal(object)
    case_wanted = Signal(object)
    extract_wanted = Signal(object, str)
    minutes_wanted = Signal(object)
    agenda_wanted = Signal(object)
    sheet_wanted = Signal(object, object)
    """Each tells the id of the meeting first."""

    def __init__(self, desk: Desk) -> None:
        """Build it; nothing is asked before `show_meeting`."""
        super().__init__()
        self.desk = desk
        self.view: MeetingView | None = None
        self._meeting_id: UUID | None = None
        self._next: UUID | None = None
        """The item that is shown as soon as what is typed on another one is saved."""
        self.back_button = quiet_button(_("Back to the group"), "back")
        self.header = PageHeader(" ")
        self.begin_button = primary_button(_("Begin meeting"))
        self.end_button = plain_button(_("End meeting"), "check")
        self.change_button = plain_button(_("Change meeting"), "edit")
        self.side, self.panel = TableSide(), ItemPanel(desk)
        self.split = ListDetail(self.side, self.panel, list_share=1, detail_share=1)
        self._build()

    def show_meeting(self, meeting_id: UUID) -> None:
        """Ask for a meeting; the look is put on record with it."""
        if meeting_id != self._meeting_id:
            self.panel.forget()
        self._meeting_id = meeting_id
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        if self._meeting_id is not None:
            pending = self.desk.act(read_meeting, self._meeting_id)
            pending.then(self._on_meeting).if_refused(self._on_closed)
            pending.if_unavailable(self._on_unavailable)

    def forget(self) -> None:
        """Let go of everything that was shown."""
        self.view = self._meeting_id = None
        self.header.set_title(" ")
        self.header.set_subtitle("")
        self.side.forget()
        self.panel.forget()

    def _build(self) -> None:
        for button in (self.change_button, self.end_button, self.begin_button):
            self.header.add_action(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.header)
        layout.addWidget(self.split, 1)
        self.panel.hide()
        self.back_button.clicked.connect(self.left)
        self.begin_button.clicked.connect(self._on_begin)
        self.end_button.clicked.connect(self._on_end)
        self.change_button.clicked.connect(self._on_change)
        side, panel = self.side, self.panel
        side.item_chosen.connect(self._on_item)
        side.presence_changed.connect(self._on_presence)
        side.case_added.connect(self._on_case_added)
        side.minutes_saved.connect(self._on_minutes)
        side.extract_wanted.connect(self._on_extract)
        side.minutes_wanted.connect(self._on_minutes_paper)
        side.agenda_wanted.connect(self._on_agenda_paper)
        side.approval_wanted.connect(self._on_approve)
        panel.said.connect(self.said)
        panel.changed.connect(self.refresh)
        panel.refused.connect(self._on_not_saved)
        panel.closed.connect(self.closed)
        panel.task_form_wanted.connect(self.task_form_wanted)
        panel.case_wanted.connect(self._on_case)
        panel.sheet_wanted.connect(self._on_sheet)
        panel.removal_wanted.connect(self._on_remove)

    def _on_meeting(self, view: MeetingView) -> None:
        if view.row.id != self._meeting_id:
            return
        self.view = view
        when = formats.show_datetime(view.row.starts_at)
        self.header.set_title(_("Meeting on {when}").format(when=when))
        parts = (view.group.name, view.row.place, meeting_words(view.row))
        self.header.set_subtitle(" · ".join(part for part in parts if part))
        self.begin_button.setVisible(view.row.state == MeetingState.PLANNED)
        self.end_button.setVisible(view.row.state == MeetingState.RUNNING)
        self.change_button.setVisible(view.approved_at is None)
        self.side.show_meeting(view)
        self._show_item(view)

    def _show_item(self, view: MeetingView) -> None:
        shown = self.panel.item.id if self.panel.item is not None else None
        if self._next is not None and not self.panel.is_dirty():
            shown, self._next = self._next, None
        same = next((item for item in view.items if item.id == shown), None)
        item = same or next(iter(view.items), None)
        self.panel.setVisible(item is not None)
        if item is not None:
            self.panel.show_item(item, may_write=view.approved_at is None)
            if same is None:
                self.side.agenda.choose(item.id)

    def _on_item(self, item: ItemRow) -> None:
        if self.view is None or (self.panel.item is not None and item.id == self.panel.item.id):
            return
        if self.panel.is_dirty():
            # What is typed goes into the minutes before another case is spoken of.
            self._next = item.id
            self.panel.save()
            return
        self.panel.show_item(item, may_write=self.view.approved_at is None)
        self.split.show_detail()

    def _on_not_saved(self) -> None:
        """Stay at the case whose decision could not be saved."""
        self._next = None
        if self.panel.item is not None:
            self.side.agenda.choose(self.panel.item.id)

    def _do(self, action: Callable[..., Any], *given: object, **named: object) -> None:
        act = self.desk.act(action, *given, **named)
        act.then(self._on_done).if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_done(self, _answer: object) -> None:
        self.refresh()

    def _on_begin(self) -> None:
        self._do(begin_meeting, self._meeting_id)

    def _on_end(self) -> None:
        self._do(close_meeting, self._meeting_id)

    def _on_change(self) -> None:
        if self.view is not None:
            self.change_wanted.emit(self.view.row)

    def _on_presence(self, member_id: UUID, present: bool) -> None:  # noqa: FBT001 - a slot
        self._do(note_presence, self._meeting_id, member_id, present=present)

    def _on_case_added(self, case_id: UUID) -> None:
        self._do(put_on_agenda, self._meeting_id, case_id)

    def _on_minutes(self, minutes: str) -> None:
        if self.view is not None:
            act = self.desk.act(save_minutes, self.view.row.id, self.view.row.version, minutes)
            act.then(self._on_minutes_saved).if_refused(self._on_minutes_refused)
            act.if_unavailable(self._on_unavailable)

    def _on_minutes_saved(self, _meeting_id: UUID) -> None:
        self.side.general_form.keep()
        self.side.general_form.clear_problems()
        self.refresh()

    def _on_minutes_refused(self, refused: Refused) -> None:
        """Say it beside the words, which stay as they are typed."""
        self.side.general_form.show_problems(refused.problems)
        if is_closed(refused):
            self.closed.emit()

    def _on_approve(self, earlier: UUID) -> None:
        self._do(approve_minutes, earlier, self._meeting_id)

    def _on_remove(self, item: ItemRow) -> None:
        if not item.tasks or Question.confirm(
            self,
            _("Take {name} off the agenda?").format(name=item_name(item)),
            _("The tasks that were agreed on it go as well."),
            _("Take off the agenda"),
            is_danger=True,
        ):
            self._do(take_off_agenda, item.id)

    def _on_extract(self, agency: str) -> None:
        self.extract_wanted.emit(self._meeting_id, agency)

    def _on_minutes_paper(self) -> None:
        self.minutes_wanted.emit(self._meeting_id)

    def _on_agenda_paper(self) -> None:
        self.agenda_wanted.emit(self._meeting_id)

    def _on_sheet(self, item: ItemRow) -> None:
        self.sheet_wanted.emit(self._meeting_id, item.case_id)

    def _on_case(self, item: ItemRow) -> None:
        self.case_wanted.emit(item.case_id)

    def _on_closed(self, refused: Refused) -> None:
        del refused
        self.closed.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
