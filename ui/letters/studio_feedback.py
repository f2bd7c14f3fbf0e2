"""What readers said about a text before it was used widely, and the form for more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Conflict
from app.letters.studio.actions import record_feedback
from app.letters.studio.rules import Feedback
from resources.text import _, say
from ui import formats
from ui.letters.studio_words import result_icon, result_options, result_tone, result_words
from ui.style import length, spacing
from ui.widgets.buttons import plain_button
from ui.widgets.fields import ChoiceField, DateField, LongTextField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused
    from app.letters.studio.rows import FeedbackRow, StudioText
    from ui.desk import Desk


class FeedbackView(QWidget):
    """The list above, the form below it."""

    said = Signal(str)
    changed_text = Signal()
    """The delivered text became a version of the office."""

    def __init__(self, desk: Desk, opened: StudioText, parent: QWidget | None = None) -> None:
        """List the feedback for what is opened."""
        super().__init__(parent)
        self._desk, self._opened = desk, opened
        self._test_id = uuid4()
        self.table: DataTable[FeedbackRow] = DataTable(_columns(), _("What readers said"))
        self.table.setMinimumHeight(length(120))
        self.none = quiet(_("Nobody has tried this text yet."))
        self.form = Form()
        self.tested_by, self.tested_on = TextField(), DateField()
        self.result: ChoiceField[str] = ChoiceField(result_options())
        self.note = LongTextField(2)
        self.save_button = plain_button(_("Record feedback"), "add")
        self._build()
        self.save_button.clicked.connect(self.save)
        self._clear()
        self.show_text(opened)

    def show_text(self, opened: StudioText) -> None:
        """Show the feedback as the office knows it now."""
        self._opened = opened
        self.table.set_rows(opened.feedback, keep=_identity)
        self.table.setVisible(bool(opened.feedback))
        self.none.setVisible(not opened.feedback)
        self.save_button.setEnabled(bool(opened.text))

    def save(self) -> None:
        """Keep what is typed; a problem stands beside its field."""
        if not self.form.check() or not self.save_button.isEnabled():
            return
        feedback = Feedback(
            self.tested_by.value(),
            self.tested_on.value(),
            self.result.value(),
            self.note.value(),
        )
        self.save_button.setEnabled(False)
        opened = self._opened
        pending = self._desk.act(
            record_feedback,
            self._test_id,
            opened.line.code,
            opened.language,
            opened.number,
            feedback,
        )
        pending.then(self._on_saved).if_refused(self._on_refused)

    def _build(self) -> None:
        self.form.add(
            "tested_by",
            _("Tried by"),
            self.tested_by,
            hint=_("A group or a place, never a client’s name."),
        )
        self.form.begin_row()
        self.form.add("tested_on", _("On"), self.tested_on)
        self.form.add("result", _("Result"), self.result)
        self.form.end_row()
        self.form.add("note", _("What they said"), self.note, optional=True)
        body = ScrollBody()
        for part in (self.none, self.table, self.form, self.save_button):
            body.add(part)
        body.end()
        body.body.setAlignment(self.save_button, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, 0)
        layout.addWidget(body)

    def _clear(self) -> None:
        self._test_id = uuid4()
        self.tested_by.set_value("")
        self.tested_on.set_value(self._desk.local_now.date())
        self.note.set_value("")

    def _on_saved(self, _test_id: UUID) -> None:
        self._clear()
        self.save_button.setEnabled(True)
        self.said.emit(_("The feedback is recorded."))
        if not self._opened.number:
            self.changed_text.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        if isinstance(refused, Conflict):
            self.said.emit(" ".join(say(problem) for problem in refused.problems))
        else:
            self.form.show_problems(refused.problems)


def _columns() -> list[Column[FeedbackRow]]:
    return [
        Column(
            _("Readers"),
            lambda row: row.tested_by,
            width="stretch",
            quiet=lambda row: row.note or formats.show_date(row.tested_on),
            strong=True,
        ),
        Column(
            _("Result"),
            lambda row: result_words(row.result),
            quiet=lambda row: _("Version {number}, {day}").format(
                number=formats.show_number(row.number), day=formats.show_day(row.tested_on)
            ),
            icon=lambda row: result_icon(row.result),
            tone=lambda row: result_tone(row.result),
        ),
    ]


def _identity(row: FeedbackRow) -> object:
    return row.id
