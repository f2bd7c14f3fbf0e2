"""One case on the agenda: what is said and agreed, written down while the meeting speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.psp.meetings import record_decision
from app.referrals.psp.rules import AGENCY_LABELS, DecisionDetails
from app.referrals.psp.tasks import finish_task
from resources.text import _, say
from ui import formats
from ui.referrals.psp.apart_form import is_closed
from ui.referrals.psp.words import agency_words, item_name, options
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.fields import CheckField, ChoiceField, DateField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import heading, quiet
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.referrals.psp.rows import ItemRow, TaskRow
    from ui.desk import Desk


class _TaskTick(CheckField):
    """A task that can be ticked as done."""

    ticked = Signal(object, bool)

    def __init__(self, task: TaskRow) -> None:
        day = formats.show_date(task.due_on)
        words = _("{agency}: {what}, by {day}")
        super().__init__(words.format(agency=agency_words(task.agency), what=task.what, day=day))
        self.set_value(task.done_on is not None)
        self._id = task.id
        self.toggled.connect(self._on_ticked)

    def _on_ticked(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self.ticked.emit(self._id, on)


class ItemPanel(QWidget):
    """Ctrl+S saves what was agreed; another case can then be chosen."""

    said = Signal(str, object)
    changed = Signal()
    refused = Signal()
    """What is typed could not be saved, and is still there."""
    closed = Signal()
    task_form_wanted = Signal(object)
    sheet_wanted = Signal(object)
    case_wanted = Signal(object)
    removal_wanted = Signal(object)
    """Each tells the `ItemRow`."""

    def __init__(self, desk: Desk) -> None:
        """Build an empty panel."""
        super().__init__()
        self.desk = desk
        self.item: ItemRow | None = None
        self.name = heading("")
        self.form = Form()
        self.summary, self.decision = ShortTextField(3), ShortTextField(3)
        self.lead = ChoiceField(options(AGENCY_LABELS, none=_("Nobody yet")))
        self.review = DateField()
        self.save_button = primary_button(_("Save decision"))
        self.tasks = Card(_("Tasks"), _("Add task"), icon="add")
        self.case_button = plain_button(_("Read the case"), "open")
        self.sheet_button = plain_button(_("Case sheet"), "document")
        self.remove_button = quiet_button(_("Take off the agenda"), "minus")
        self._build()

    def show_item(self, item: ItemRow, *, may_write: bool) -> None:
        """Show a case; what was typed for the same version of it stays."""
        is_same = self.item is not None and self.item.id == item.id
        if not (is_same and self.form.is_dirty()):
            self.summary.set_value(item.summary)
            self.decision.set_value(item.decision)
            self.lead.set_value(item.lead_agency)
            self.review.set_value(item.next_review)
            self.form.clear_problems()
            self.form.keep()
        self.item = item
        self.name.setText(item_name(item))
        self.form.set_read_only(not may_write)
        for button in (self.save_button, self.remove_button):
            button.setVisible(may_write)
        self._fill_tasks(item)

    def save(self) -> None:
        """Write down what was agreed."""
        if self.item is None or not self.save_button.isEnabled() or not self.form.check():
            return
        details = DecisionDetails(
            self.summary.value(), self.decision.value(), self.lead.value(), self.review.value()
        )
        self.save_button.setEnabled(False)
        act = self.desk.act(record_decision, self.item.id, self.item.version, details)
        act.then(self._on_saved).if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def is_dirty(self) -> bool:
        """Answer whether something is typed that is not saved."""
        return self.item is not None and self.form.is_dirty()

    def forget(self) -> None:
        """Let go of what was shown."""
        self.item = None
        self.name.setText("")
        for field in (self.summary, self.decision):
            field.set_value("")
        self.form.keep()
        self.tasks.clear()

    def _build(self) -> None:
        self.form.add("summary", _("In short"), self.summary)
        self.form.add("decision", _("Agreed"), self.decision)
        self.form.begin_row()
        self.form.add("lead_agency", _("Lead"), self.lead)
        self.form.add("next_review", _("Next review"), self.review)
        self.form.end_row()
        line = FlowLayout(gap=spacing(8))
        for button in (
            self.save_button, self.sheet_button, self.case_button, self.remove_button,
        ):  # fmt: skip
            line.addWidget(button)
        buttons = QWidget()
        buttons.setLayout(line)
        body = ScrollBody(most_width=640)
        for part in (self.name, self.form, buttons, self.tasks):
            body.add(part)
        body.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(body)
        self.save_button.clicked.connect(self.save)
        self.tasks.acted.connect(self._on_add_task)
        self.sheet_button.clicked.connect(self._on_sheet)
        self.case_button.clicked.connect(self._on_case)
        self.remove_button.clicked.connect(self._on_remove)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save)

    def _fill_tasks(self, item: ItemRow) -> None:
        self.tasks.clear()
        if not item.tasks:
            self.tasks.add(quiet(_("No task is agreed yet.")))
        for task in item.tasks:
            tick = _TaskTick(task)
            tick.ticked.connect(self._on_ticked)
            self.tasks.add(tick)

    def _on_ticked(self, task_id: UUID, on: bool) -> None:  # noqa: FBT001 - a slot
        act = self.desk.act(finish_task, task_id, done=on)
        act.then(self._on_done).if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_done(self, _task_id: UUID) -> None:
        self.changed.emit()

    def _on_saved(self, _item_id: UUID) -> None:
        self.save_button.setEnabled(True)
        self.form.keep()
        self.said.emit(_("The decision is saved."), None)
        self.changed.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        self.form.show_problems(refused.problems)
        self.refused.emit()
        if is_closed(refused):
            self.closed.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.save_button.setEnabled(True)
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_add_task(self) -> None:
        self.task_form_wanted.emit(self.item)

    def _on_sheet(self) -> None:
        self.sheet_wanted.emit(self.item)

    def _on_case(self) -> None:
        self.case_wanted.emit(self.item)

    def _on_remove(self) -> None:
        self.removal_wanted.emit(self.item)
