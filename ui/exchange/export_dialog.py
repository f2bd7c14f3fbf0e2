"""The dialog of an export: what is asked, then how far it is, then where it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.writing.queries import may_export
from app.exchange.writing.rules import check_export
from resources.text import _, ngettext, say
from ui.exchange.export_file import place_of, planned_file
from ui.exchange.export_form import ExportForm
from ui.exchange.export_place import ask_where_to_export
from ui.exchange.export_run import ExportRun
from ui.style import length, margins, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import Label, heading
from ui.widgets.progress import Progress
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from pathlib import Path

    from app.errors import Refused, Unavailable
    from app.exchange.writing.rules import Written
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer


class ExportDialog(QDialog):
    """Asks, writes and says what became of it; closing it while it writes stops it."""

    said = Signal(str)
    """A sentence for the toast."""

    def __init__(self, desk: Desk, offer: ExportOffer[Any], parent: QWidget | None = None) -> None:
        """Offer a list; whether it may leave is asked at once."""
        super().__init__(parent)
        self._desk, self._offer = desk, offer
        self._run: ExportRun[Any] | None = None
        self._path: Path | None = None
        self._trouble: Banner | None = None
        self.form = ExportForm(offer)
        self.verb_button = primary_button(_("Export"), "download")
        self.cancel_button = plain_button(_("Cancel"))
        self.progress = Progress(_("The list is being written …"), can_cancel=False)
        self.progress.hide()
        self.setWindowTitle(_("Export list"))
        self._arrange()
        self.verb_button.clicked.connect(self._on_verb_clicked)
        self.cancel_button.clicked.connect(self.reject)
        desk.ask(may_export).then(self._on_right_known)

    def reject(self) -> None:
        """Close; while a list is written, stop that first."""
        if self._run is not None:
            self._run.stop()
        super().reject()

    def _arrange(self) -> None:
        self.setMinimumWidth(length(460))
        self._body = ScrollBody()
        self._body.add(self.form)
        self._body.end()
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.verb_button)
        self.verb_button.setDefault(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*margins(24))
        self._layout.setSpacing(spacing(16))
        self._layout.addWidget(heading(_("Export: {list}").format(list=self._offer.title)))
        self._layout.addWidget(Label(self._about(), "quiet"))
        self._layout.addWidget(self._body, 1)
        self._layout.addWidget(self.progress)
        self._layout.addLayout(buttons)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the form wants, and no higher than the screen."""
        screen = self.screen().availableGeometry()
        high = self.form.sizeHint().height() + length(230)
        self.resize(min(length(560), screen.width() - 60), min(high, screen.height() - 60))

    def _about(self) -> str:
        rows = ngettext("{count} row", "{count} rows", self._offer.count)
        return " · ".join(filter(None, (rows, self._offer.selection)))

    def _on_right_known(self, may: bool) -> None:  # noqa: FBT001 - an answer
        if may:
            self.form.reason.setFocus()
            return
        self.form.setEnabled(False)
        self.verb_button.setEnabled(False)
        self._say_trouble(
            _("Your role does not allow you to take lists out of the office. Ask an administrator.")
        )

    def _on_verb_clicked(self) -> None:
        """Look whether all is well before the system asks for a place."""
        wish = self.form.wish()
        problems = (*check_export(wish), *self.form.seal.problems())
        self.form.show_problems(problems)
        if problems:
            return
        day = self._desk.local_now.date()
        path = ask_where_to_export(self, self._offer.title, day, wish)
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the list into a file."""
        wish, self._path = self.form.wish(), path
        self._clear_trouble()
        place = place_of(path, wish, self.form.seal.password())
        file = planned_file(self._desk, self._offer, wish, self.form.chosen(), place)
        run = ExportRun(self._desk, self._offer, wish, file)
        run.progressed.connect(self._on_progressed)
        run.finished.connect(self._on_finished)
        run.refused.connect(self._on_refused)
        run.failed.connect(self._on_failed)
        self._run = run
        self._show_busy(busy=True)
        run.start()

    def _show_busy(self, *, busy: bool) -> None:
        self.form.setEnabled(not busy)
        self.verb_button.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.progress.show_count(0, self._offer.count)

    def _on_progressed(self, done: int) -> None:
        self.progress.show_count(done, max(done, self._offer.count))

    def _on_finished(self, written: Written) -> None:
        self._run = None
        self.said.emit(_done_words(self._path.name if self._path else "", written))
        self.accept()

    def _on_refused(self, refused: Refused) -> None:
        self._run = None
        self._show_busy(busy=False)
        self.form.show_problems(refused.problems)

    def _on_failed(self, trouble: Unavailable) -> None:
        self._run = None
        self._show_busy(busy=False)
        self._say_trouble(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _say_trouble(self, sentence: str) -> None:
        self._clear_trouble()
        self._trouble = Banner("danger", sentence)
        self._layout.insertWidget(2, self._trouble)

    def _clear_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble.deleteLater()
            self._trouble = None


def _done_words(name: str, written: Written) -> str:
    rows = ngettext("{count} row", "{count} rows", written.rows)
    sentence = _("Saved as {file}: {rows}.").format(file=name, rows=rows)
    if not written.cut_cells:
        return sentence
    cut = ngettext(
        "{count} text was too long for Excel and is cut off with a mark.",
        "{count} texts were too long for Excel and are cut off with a mark.",
        written.cut_cells,
    )
    return f"{sentence} {cut}"
