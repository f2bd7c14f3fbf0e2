"""The week plan or the phone list as pages: looked at, then printed or saved for a reason."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import N_
from app.visiting.calendar.papers import hand_out, phone_list_paper, week_plan_paper
from resources.text import _, say
from ui import formats
from ui.letters.letter_exits import LetterExits
from ui.style import length, margins, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.fields import TextField
from ui.widgets.form import Form
from ui.widgets.labels import heading
from ui.widgets.loading import StateStack
from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.visiting.calendar.papers import FinishedPaper, PaperWish
    from ui.desk import Desk

_LONGEST_REASON = 300
_SIZE = (760, 640)


class CalendarPaper(StrEnum):
    """The papers of the calendar."""

    WEEK_PLAN = "week_plan"
    PHONE_LIST = "phone_list"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return N_("Week plan") if self is CalendarPaper.WEEK_PLAN else N_("Phone list")

    @property
    def reason(self) -> str:
        """What it is usually needed for."""
        if self is CalendarPaper.WEEK_PLAN:
            return N_("Week plan for those who visit")
        return N_("Phone list for those who visit")


_QUESTIONS = {
    CalendarPaper.WEEK_PLAN: week_plan_paper,
    CalendarPaper.PHONE_LIST: phone_list_paper,
}


class PaperDialog(QDialog):
    """The real pages; nothing leaves the office before the reason stands in the log."""

    said = Signal(str)
    """A sentence for the toast."""

    def __init__(self, desk: Desk, paper: CalendarPaper, wish: PaperWish, parent: QWidget) -> None:
        """Ask for the pages of a paper."""
        super().__init__(parent)
        self._desk, self._paper, self._wish = desk, paper, wish
        self._found: FinishedPaper | None = None
        self._then: Callable[[], object] | None = None
        self._name = f"{_(paper.label)} {wish.first.isoformat()}.pdf"
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self.said)
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.reason = TextField(_LONGEST_REASON)
        self.reason.set_value(_(paper.reason))
        self.form = Form()
        self.form.add(
            "reason",
            _("What it is needed for"),
            self.reason,
            hint=_("Your name, the time and this reason are kept in the office's log."),
        )
        self.trouble = Banner("danger", "")
        self.trouble.hide()
        self.print_button = primary_button(_("Print"), "print")
        self.save_button = plain_button(_("Save as PDF"), "download")
        self.close_button = plain_button(_("Close"))
        self.print_button.clicked.connect(self.print_pages)
        self.save_button.clicked.connect(self.save_pages)
        self.close_button.clicked.connect(self.reject)
        self.state.retried.connect(self.ask)
        self.setWindowTitle(_(paper.label))
        self._arrange()
        self.ask()

    def ask(self) -> None:
        """Ask for the pages."""
        self.state.show_loading()
        self._let_leave(on=False)
        pending = self._desk.ask(_QUESTIONS[self._paper], self._wish)
        pending.then(self._on_pages).if_unavailable(self._on_unavailable)

    def print_pages(self) -> None:
        """Note the reason, then print through the system's dialog."""
        self._leave(self._print)

    def save_pages(self) -> None:
        """Note the reason, then ask where to save."""
        self._leave(self._save)

    def _arrange(self) -> None:
        room = self.screen().availableGeometry()
        wide, high = map(length, _SIZE)
        self.resize(min(wide, room.width() - 60), min(high, room.height() - 60))
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        buttons.addStretch()
        for button in (self.close_button, self.save_button, self.print_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(16))
        layout.setSpacing(spacing(12))
        days = formats.show_date_span(self._wish.first, self._wish.after - timedelta(days=1))
        parts = (_(self._paper.label), days, self._wish.visitor)
        layout.addWidget(heading(" · ".join(filter(None, parts))))
        layout.addWidget(self.state, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(self.form)
        layout.addLayout(buttons)

    def _leave(self, then: Callable[[], object]) -> None:
        if self._found is None:
            return
        self._then = then
        self.form.clear_problems()
        self.trouble.hide()
        pending = self._desk.act(
            hand_out,
            self._paper.value,
            self._found.people,
            self._found.rows,
            self.reason.value(),
        )
        pending.then(self._on_logged).if_refused(self._on_refused)

    def _let_leave(self, *, on: bool) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(on)

    def _on_pages(self, found: FinishedPaper) -> None:
        self._found = found
        self.preview.show_pdf(found.pdf)
        self.state.show_content()
        self._let_leave(on=True)
        self.print_button.setFocus()

    def _on_logged(self, _log_id: UUID) -> None:
        if self._then is not None:
            self._then()

    def _print(self) -> None:
        if self._found is not None:
            self.exits.print_letter(self._found.pdf, self._name)

    def _save(self) -> None:
        if self._found is not None:
            self.exits.save_letter(self._found.pdf, self._name)

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)
        general = [problem for problem in refused.problems if not problem.field]
        self.trouble.set_text(" ".join(say(problem) for problem in general))
        self.trouble.setVisible(bool(general))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
