"""Writing a template: its text on the left; on the right the page, hints, blocks, versions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Conflict
from app.letters.studio.actions import TEXT_FORM, save_version
from app.letters.studio.queries import studio_text
from app.letters.studio.rules import VersionText, text_key
from app.letters.studio.sheet import studio_sheet
from resources.text import _
from ui.drafts.draft_keeper import DraftKeeper
from ui.letters.studio_edit import TemplateEdit
from ui.letters.studio_head import StudioHead
from ui.letters.studio_marks import selection
from ui.letters.studio_problems import ProblemLines
from ui.letters.studio_reading import ReadingLine
from ui.letters.studio_side import StudioSide
from ui.letters.studio_words import title_of
from ui.letters.words import language_name
from ui.style import length, spacing
from ui.widgets.banner import Banner
from ui.widgets.form_end import FormEnd
from ui.widgets.halves import Halves

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.errors import Problem, Refused, Unavailable
    from app.letters.studio.rows import StudioSheet, StudioText
    from ui.desk import Desk

PAUSE_MS = 10
"""The page is set and the text measured when no key was hit for so long, in milliseconds."""


class StudioEditor(QWidget):
    """One text of a template; every save is a new version, and none is ever lost."""

    changed = Signal()
    outlived = Signal()
    """The office keeps another version now: the text is to be opened anew."""
    left = Signal()
    language_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, opened: StudioText, parent: QWidget | None = None) -> None:
        """Show a text as it is kept; a draft is brought back.

        A language without a text begins with the source, to be translated line by line.
        """
        super().__init__(parent)
        self._desk, self.opened = desk, opened
        self._version_id = uuid4()
        self._is_asking = self._asks_again = False
        self.head = StudioHead(opened)
        self.edit = TemplateEdit()
        self.reading, self.problems = ReadingLine(), ProblemLines()
        self.side = StudioSide(desk, opened)
        name = f"{title_of(opened.line)}, {language_name(opened.language)}"
        key = str(text_key(opened.line.code, opened.language))
        self.keeper = DraftKeeper(desk, self, TEXT_FORM, key, name, self)
        self.conflict = Banner(
            "attention",
            _("Someone else saved a version while you were writing."),
            _("Look at theirs"),
        )
        self.conflict.hide()
        self.ending = FormEnd(self, _("Save version"), self.keeper.saved)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PAUSE_MS)
        self.edit.set_value(opened.text or opened.source)
        self._build()
        self._connect()
        self.keeper.begin()
        self.ask_sheet()

    def version(self) -> VersionText:
        """Answer what is typed."""
        return VersionText(self.opened.language, self.edit.value(), self.head.state.value())

    def texts(self) -> dict[str, str]:
        """Answer what is typed, for the draft."""
        return {"text": self.edit.text_value(), "state": self.head.state.text_value()}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        if "text" in texts:
            self.edit.restore_text(texts["text"])
        self.head.state.restore_text(texts.get("state", ""))

    def ask_sheet(self) -> None:
        """Have the page set and the text measured; while one is on its way, once more after it."""
        if self._is_asking:
            self._asks_again = True
            return
        self._is_asking = True
        opened = self.opened
        today = self._desk.local_now.date()
        asked = self._desk.ask(
            studio_sheet, opened.line.code, opened.language, self.edit.value(), today
        )
        asked.then(self._on_sheet).if_refused(self._on_no_sheet).if_unavailable(self._on_no_sheet)

    def save(self) -> None:
        """Keep what is typed as the newest version."""
        if not self.ending.may_save():
            return
        self.keeper.hold()
        self.ending.show_busy()
        pending = self._desk.act(
            save_version,
            self._version_id,
            self.opened.line.code,
            self.version(),
            self.opened.number,
        )
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def flush(self) -> None:
        """Save the draft at once."""
        self.keeper.flush()

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit()

    def place(self) -> tuple[int, int]:
        """Answer where the cursor and the scroll bar are."""
        return self.edit.textCursor().position(), self.edit.verticalScrollBar().value()

    def go_back_to(self, position: int, scrolled: int) -> None:
        """Begin to write at a place, as before the text was opened anew."""
        self.edit.setTextCursor(selection(self.edit, position, position))
        self.edit.verticalScrollBar().setValue(scrolled)
        self.edit.setFocus()

    def refresh(self) -> None:
        """Ask what the office knows of the text now."""
        code, language = self.opened.line.code, self.opened.language
        self._desk.ask(studio_text, code, language).then(self._on_newer)

    def _on_newer(self, opened: StudioText) -> None:
        """Show what was said of the text; a newer version of others waits for the next save."""
        if opened.number == self.opened.number:
            self.opened = opened
            self.head.show_text(opened)
            self.side.show_text(opened)

    def _on_sheet(self, sheet: StudioSheet) -> None:
        self._is_asking = False
        again, self._asks_again = self._asks_again, False
        if again:
            self.ask_sheet()
            return
        self.problems.show_problems(sheet.problems)
        self.reading.show_report(sheet.report, sheet.targets, self.opened.language)
        self.edit.show_findings(sheet.text, sheet.findings)
        self.side.show_sheet(sheet)

    def _on_no_sheet(self, trouble: Refused | Unavailable) -> None:
        self._is_asking = False
        self.side.show_trouble(trouble)

    def _on_saved(self, number: int) -> None:
        self.keeper.finish()
        self.said.emit(_("Saved as version {number}.").format(number=number))
        self.outlived.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        self.keeper.go_on()
        if isinstance(refused, Conflict):
            self.conflict.show()
            return
        self.problems.show_problems(refused.problems)
        line = _first_line(refused.problems)
        if line:
            self.edit.go_to_line(line)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
        self.keeper.go_on()

    def _on_typed(self) -> None:
        self._late.start()
        self.changed.emit()

    def _on_state_chosen(self) -> None:
        self.changed.emit()

    def _on_field_wanted(self) -> None:
        self.edit.setFocus()
        self.edit.list.offer()

    def _build(self) -> None:
        left = QWidget()
        left.setMinimumWidth(length(280))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        for part in (self.keeper.notice, self.conflict):
            column.addWidget(part)
        column.addWidget(self.edit, 1)
        column.addWidget(self.reading)
        column.addWidget(self.problems)
        column.addWidget(self.ending)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.head)
        layout.addWidget(Halves(left, self.side, wide=560), 1)

    def _connect(self) -> None:
        self._late.timeout.connect(self.ask_sheet)
        self.edit.changed.connect(self._on_typed)
        self.edit.finding_reached.connect(self.side.hints.choose)
        self.head.field_wanted.connect(self._on_field_wanted)
        self.problems.line_wanted.connect(self.edit.go_to_line)
        self.head.left.connect(self.leave)
        self.head.language_wanted.connect(self.language_wanted)
        self.head.state.changed.connect(self._on_state_chosen)
        self.side.hints.wanted.connect(self.edit.go_to)
        self.side.hints.replaced.connect(self.edit.replace)
        self.side.blocks.wanted.connect(self.edit.insert_block)
        self.side.said.connect(self.said)
        self.conflict.acted.connect(self.outlived)
        self.side.changed_text.connect(self.outlived)
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)


def _first_line(problems: tuple[Problem, ...]) -> int:
    lines = (problem.values.get("line") for problem in problems)
    return next((line for line in lines if isinstance(line, int)), 0)
