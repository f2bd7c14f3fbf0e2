"""The day pack as pages: looked at, then printed or saved for a reason that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.day_pack.actions import hand_out_day_pack
from app.mobile_advice.day_pack.queries import PackWish, day_pack_paper
from resources.text import _, language, say
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
    from app.mobile_advice.day_pack.queries import FinishedPack
    from app.mobile_advice.tours.rows import DayRow
    from ui.desk import Desk

_LONGEST_REASON = 300
_SIZE = (760, 640)


class DayPackDialog(QDialog):
    """The real pages; nothing leaves the office before the reason stands in the log."""

    said = Signal(str)
    """A sentence for the toast."""

    def __init__(self, desk: Desk, day: DayRow, parent: QWidget) -> None:
        """Ask for the pages of a day."""
        super().__init__(parent)
        self._desk, self._day = desk, day
        self.found: FinishedPack | None = None
        self._then: Callable[[], object] | None = None
        title = _("Day pack")
        self._name = f"{title} {day.tour} {day.day.isoformat()}.pdf"
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self.said)
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.reason = TextField(_LONGEST_REASON)
        self.reason.set_value(_("Day pack for the crew of the tour"))
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
        self.setWindowTitle(_("Day pack"))
        self._arrange()
        self.ask()

    def ask(self) -> None:
        """Ask for the pages."""
        self.state.show_loading()
        self._let_leave(on=False)
        wish = PackWish(self._day.id, language(), self._desk.who, self._desk.local_now)
        pending = self._desk.ask(day_pack_paper, wish).then(self._on_pages)
        pending.if_refused(self._on_gone).if_unavailable(self._on_unavailable)

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
        parts = (_("Day pack"), self._day.tour, formats.show_day(self._day.day))
        layout.addWidget(heading(" · ".join(parts)))
        layout.addWidget(self.state, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(self.form)
        layout.addLayout(buttons)

    def _leave(self, then: Callable[[], object]) -> None:
        if self.found is None:
            return
        self._then = then
        self.form.clear_problems()
        self.trouble.hide()
        pending = self._desk.act(hand_out_day_pack, self.found, self.reason.value())
        pending.then(self._on_logged).if_refused(self._on_refused)

    def _let_leave(self, *, on: bool) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(on)

    def _on_pages(self, found: FinishedPack) -> None:
        self.found = found
        self.preview.show_pdf(found.pdf)
        self.state.show_content()
        self._let_leave(on=True)
        self.print_button.setFocus()

    def _on_logged(self, _log_id: UUID) -> None:
        if self._then is not None:
            self._then()

    def _print(self) -> None:
        if self.found is not None:
            self.exits.print_letter(self.found.pdf, self._name)

    def _save(self) -> None:
        if self.found is not None:
            self.exits.save_letter(self.found.pdf, self._name)

    def _on_gone(self, refused: Refused) -> None:
        self.state.show_failed(" ".join(say(problem) for problem in refused.problems))

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)
        general = [problem for problem in refused.problems if not problem.field]
        self.trouble.set_text(" ".join(say(problem) for problem in general))
        self.trouble.setVisible(bool(general))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
