"""The view that takes a suitcase back: which file, its passphrase, how far it is, how it ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Problem
from app.mobile_advice.suitcase.coming import read_coming
from app.mobile_advice.suitcase.homecoming import NotWiped
from app.mobile_advice.suitcase.rules import SuitcaseState
from app.server.places import SUITCASE
from app.text_rules import MISSING
from resources.text import _, ngettext, say
from ui import formats
from ui.admin.remark import Remark
from ui.mobile_advice.suitcase.return_run import ReturnRun
from ui.mobile_advice.suitcase.words import other_copy
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.fields import PasswordField
from ui.widgets.form import Form
from ui.widgets.labels import text
from ui.widgets.page_header import PageHeader
from ui.widgets.progress import Progress
from ui.widgets.question import Question
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.mobile_advice.suitcase.away import SuitcaseRow
    from app.mobile_advice.suitcase.coming import Coming
    from ui.desk import Desk


class ReturnView(QWidget):
    """Whatever cuts it off, the same button brings what is missing and nothing twice."""

    ended = Signal()
    left = Signal()

    def __init__(self, desk: Desk, file: Path | None = None) -> None:
        """Begin with a file, if it is known where the suitcase lies."""
        super().__init__()
        self._desk = desk
        self._file: Path | None = None
        self._run: ReturnRun | None = None
        self._is_copy = False
        self.choose_button = plain_button(_("Choose the suitcase"), "open")
        self.choose_button.clicked.connect(self._on_choose)
        self.where = Remark(_("Its name ends in {suffix}.").format(suffix=SUITCASE))
        self.passphrase = PasswordField()
        self.form = Form()
        self.form.add("passphrase", _("Passphrase of this suitcase"), self.passphrase)
        self.progress = Progress(_("Bringing entries into the office …"))
        self.progress.cancelled.connect(self._on_stop)
        self.progress.hide()
        self.state = text("")
        self.state.hide()
        self.return_button = primary_button(_("Return suitcase"), "download")
        self.decide_button = primary_button(_("Decide"))
        self.close_button = plain_button(_("Close"))
        self.return_button.clicked.connect(self.go_on)
        self.decide_button.clicked.connect(self._on_decide)
        self.close_button.clicked.connect(self.left)
        self.decide_button.hide()
        self._lay_out()
        if file is not None:
            self.look_at(file)

    def begin(self) -> None:
        """Put the focus where returning begins."""
        (self.choose_button if self._file is None else self.passphrase).setFocus()

    def look_at(self, file: Path) -> None:
        """Take a file as the suitcase that came back."""
        self._file = file
        self.where.say(str(file), "plain")
        self.passphrase.setFocus()

    def go_on(self) -> None:
        """Read the suitcase, then bring what is new in it."""
        self.form.clear_problems()
        if self._file is None:
            self.where.say(_("Choose the suitcase first."), "attention")
            self.choose_button.setFocus()
            return
        if not self.passphrase.value():
            self.form.show_problems((Problem(MISSING, "passphrase"),))
            return
        self._show_busy(busy=True)
        pending = self._desk.run(read_coming, self._file, self.passphrase.value())
        pending.then(self._on_read).if_refused(self._on_refused)
        pending.if_unavailable(self._on_failed)

    def _lay_out(self) -> None:
        self._body = body = ScrollBody(most_width=640)
        file = QHBoxLayout()
        file.addWidget(self.choose_button)
        file.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(12))
        column.addLayout(file)
        for part in (self.where, self.form, self.progress, self.state):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(spacing(8))
        for button in (self.return_button, self.decide_button, self.close_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        body.add(holder)
        body.end()
        body.verticalScrollBar().rangeChanged.connect(self._show_end)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(
            PageHeader(
                _("Return a suitcase"),
                _("What was entered on the way comes into the office once; then it is wiped."),
            )
        )
        layout.addWidget(body, 1)
        self._add_keys()

    def _add_keys(self) -> None:
        pairs = (
            (Qt.Key.Key_Return, self._on_enter),
            (Qt.Key.Key_Enter, self._on_enter),
            (Qt.Key.Key_Escape, self._on_close),
        )
        for key, slot in pairs:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_enter(self) -> None:
        if self.choose_button.hasFocus():
            self._on_choose()
        elif self.close_button.hasFocus():
            self._on_close()
        elif self.decide_button.isVisible():
            self._on_decide()
        elif self.return_button.isEnabled():
            self.go_on()

    def _on_close(self) -> None:
        self.left.emit()

    def _on_choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Suitcase of a tour"), str(Path.home()), _("Suitcases") + f" (*{SUITCASE})"
        )
        if chosen:
            self.look_at(Path(chosen))

    def _on_read(self, coming: Coming) -> None:
        if coming.unfinished and not self._leaves_behind(coming.unfinished):
            self._again()
            return
        run = ReturnRun(self._desk, coming, self)
        run.known.connect(self._on_known)
        run.moved.connect(self.progress.show_count)
        run.asks.connect(self._on_asks)
        run.not_all.connect(self._on_not_all)
        run.ended.connect(self._on_ended)
        run.stopped.connect(self._on_stopped)
        run.refused.connect(self._on_refused)
        run.failed.connect(self._on_failed)
        self._run = run
        run.begin()

    def _leaves_behind(self, many: int) -> bool:
        """Ask whether what was begun on the way and never saved may go with the suitcase."""
        begun = ngettext(
            "{count} form was begun on the way and not saved. It does not come into the office.",
            "{count} forms were begun on the way and not saved. They do not come into the office.",
            many,
        )
        finish = _("Open the suitcase once more to finish what is still needed.")
        return Question.confirm(
            self,
            _("Return it without what was not saved?"),
            f"{begun} {finish}",
            _("Return without it"),
            is_danger=True,
        )

    def _on_known(self, row: SuitcaseRow) -> None:
        if row.state is SuitcaseState.RETURNED and row.ended_at is not None:
            day = formats.show_date(row.ended_at.astimezone().date())
            sentence = _("It was returned on {day}: of this copy only what is new is brought.")
            self.where.say(sentence.format(day=day), "attention")
            self._is_copy = True

    def _on_stop(self) -> None:
        if self._run is not None:
            self._run.stop()

    def _on_decide(self) -> None:
        if self._run is not None:
            self._run.decide()

    def _on_asks(self, many: int) -> None:
        if not many:
            return
        self._show_busy(busy=False)
        self.return_button.hide()
        self.decide_button.show()
        self.decide_button.setFocus()
        self._say(
            ngettext(
                "{count} entry was changed on the way and in the office. Decide what is to stand.",
                "{count} entries were changed on the way and in the office. "
                "Decide what is to stand.",
                many,
            )
        )

    def _on_not_all(self, many: int) -> None:
        self._again()
        self._say(
            ngettext(
                "{count} entry is not in the office as it is in the suitcase. Return it again.",
                "{count} entries are not in the office as they are in the suitcase. "
                "Return it again.",
                many,
            )
        )

    def _on_ended(self, many: int) -> None:
        self._show_busy(busy=False)
        for part in (self.return_button, self.decide_button, self.choose_button, self.form):
            part.hide()
        self.where.setVisible(self._is_copy)
        back = ngettext("{count} entry is back.", "{count} entries are back.", many)
        done = _("Every one was compared with the office, and the suitcase is wiped.")
        honest = _(
            "On sticks and modern disks old bytes may remain; they are encrypted, and what opened "
            "them is destroyed."
        )
        has_copy = self._run is not None and self._run.has_copy
        self._say(" ".join(filter(None, (back, done, honest, other_copy() if has_copy else ""))))
        self.passphrase.set_value("")
        self.close_button.setFocus()
        self.ended.emit()

    def _on_stopped(self) -> None:
        self._again()
        self._say(_("Stopped. What is in the office already is not brought twice."))

    def _on_refused(self, error: Refused) -> None:
        self._again()
        self.form.show_problems(error.problems)

    def _on_failed(self, error: Unavailable) -> None:
        is_halfway = self._run is not None and self._run.is_bringing
        self._again()
        sentence = f"{say(error.problem)} {say(error.remedy)}".strip()
        if is_halfway and not isinstance(error, NotWiped):
            again = _("Then return it again: what is in the office already is not brought twice.")
            sentence = f"{sentence} {again}"
        self._say(sentence)

    def _again(self) -> None:
        self._show_busy(busy=False)
        self.decide_button.hide()
        self.return_button.show()
        if self._run is not None:
            self._run.deleteLater()
            self._run = None

    def _say(self, sentence: str) -> None:
        self.state.setText(sentence)
        self.state.setAccessibleName(sentence)
        self.state.show()
        # Its place is known once everything above it is laid out.
        QTimer.singleShot(0, self, self._show_end)

    def _show_end(self) -> None:
        if self.state.isVisible():
            self._body.ensureWidgetVisible(self.state)
            self._body.ensureWidgetVisible(self.close_button)

    def _show_busy(self, *, busy: bool) -> None:
        self.return_button.setEnabled(not busy)
        self.choose_button.setEnabled(not busy)
        self.progress.setVisible(busy)
        if busy:
            self.state.hide()
