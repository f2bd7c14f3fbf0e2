"""One mailing that was made: who got a letter, and what can be done with it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.letters.mass.actions import post_run
from app.letters.mass.queries import again_plan, run_people
from resources.text import _, ngettext, say
from ui import formats
from ui.letters.ask_day import ask_day
from ui.letters.files_run import FilesRun
from ui.letters.mass_run import MassRun, new_folder
from ui.letters.run_words import about, counts_of, state_icon, state_tone, state_words, why
from ui.style import length, spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, heading, quiet
from ui.widgets.page import Place
from ui.widgets.progress import Progress
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from datetime import date

    from app.errors import Refused, Unavailable
    from app.letters.mass.again import FilesAgain
    from app.letters.mass.rows import AgainPlan, RunPerson, RunRow
    from app.letters.mass.running import Mailing
    from ui.desk import Desk

    Going: TypeAlias = MassRun | FilesRun


class RunCard(QWidget):
    """Enter on somebody leads to the letter, or to the card where something is to be mended."""

    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without a mailing."""
        super().__init__(parent)
        self._desk = desk
        self.run: RunRow | None = None
        self._going: Going | None = None
        self._folder = Path()
        self._of = 0
        self._title, self._about, self._counts = heading(""), quiet(""), Label("", "strong")
        self.again_button = primary_button(_("Try again"), "letters")
        self.files_button = plain_button(_("Save the files again"), "download")
        self.post_button = plain_button(_("Note the posting"), "check")
        self.progress = Progress(_("The letters are being written …"))
        self.table: DataTable[RunPerson] = DataTable(_columns(), _("People of this mailing"))
        self.table.setMinimumHeight(length(160))
        self._build()
        self.again_button.clicked.connect(self.try_again)
        self.files_button.clicked.connect(self.save_files)
        self.post_button.clicked.connect(self.note_posting)
        self.progress.cancelled.connect(self.stop)
        self.table.row_activated.connect(self._on_activated)

    def show_run(self, run: RunRow) -> None:
        """Show a mailing, and ask who belonged to it."""
        self.run = run
        self._title.setText(run.title)
        self._about.setText(about(run))
        self._counts.setText(counts_of(run))
        self.again_button.setVisible(bool(run.refused) and run.can_be_tried)
        words = ngettext(
            "Write the {count} missing letter", "Write the {count} missing letters", run.refused
        )
        self.again_button.setText(words.format(count=formats.show_number(run.refused)))
        self.files_button.setEnabled(bool(run.written))
        self.post_button.setEnabled(bool(run.written))
        self._desk.ask(run_people, run.id).then(self._on_people)

    def try_again(self) -> None:
        """Ask for a folder and write the letters that something stood against."""
        if (folder := self._asked_folder()) is not None:
            self.try_again_into(folder)

    def try_again_into(self, folder: Path) -> None:
        """Write the missing letters into a new folder inside this one."""
        if self.run is not None:
            self._folder = folder
            asked = self._desk.ask(again_plan, self.run.id, self._today())
            asked.then(self._on_plan).if_refused(self._on_refused)

    def save_files(self) -> None:
        """Ask for a folder and save all letters there as they were printed."""
        if (folder := self._asked_folder()) is not None:
            self.save_files_into(folder)

    def save_files_into(self, folder: Path) -> None:
        """Save all letters into a new folder inside this one."""
        if self.run is not None:
            into = new_folder(folder, f"{self._today().isoformat()} " + _("Letters"))
            self._begin(FilesRun(self._desk, self.run.id, into), self.run.written)

    def note_posting(self) -> None:
        """Ask on which day the mailing was posted."""
        if self.run is None:
            return
        posted = ask_day(self, self.run.posted_on or self._today())
        if posted is not None:
            self.note_posted_on(posted.day)

    def note_posted_on(self, day: date) -> None:
        """Note that all letters were posted on a day."""
        if self.run is not None:
            act = self._desk.act(post_run, self.run.id, day)
            act.then(self._on_posted).if_refused(self._on_refused)

    def stop(self) -> None:
        """Stop what is under way; no file of it stays."""
        if self._going is not None:
            self._going.stop()

    def _on_plan(self, again: AgainPlan) -> None:
        if self.run is None:
            return
        if not again.plan.groups:
            self.said.emit(_("Nobody of these can get a letter. Look at what stands beside them."))
            return
        folder = new_folder(self._folder, f"{self._today().isoformat()} " + _("Letters"))
        run = MassRun(
            self._desk, self.run.id, again.wish, again.plan, folder=folder, today=self._today()
        )
        self._begin(run, len(again.plan.groups))

    def _begin(self, going: Going, of: int) -> None:
        self._going, self._of = going, of
        going.progressed.connect(self._on_progressed)
        going.finished.connect(self._on_finished)
        going.stopped.connect(self._on_stopped)
        going.refused.connect(self._on_refused)
        going.failed.connect(self._on_failed)
        self._show_busy(busy=True)
        going.start()

    def _on_progressed(self, done: int) -> None:
        self.progress.show_count(done, self._of)

    def _on_finished(self, done: Mailing | FilesAgain) -> None:
        self._show_busy(busy=False)
        self.said.emit(_("Saved in {folder}.").format(folder=done.folder.name))

    def _on_stopped(self) -> None:
        self._show_busy(busy=False)
        self.said.emit(_("Stopped. No file stays."))

    def _on_refused(self, refused: Refused) -> None:
        self._show_busy(busy=False)
        self.said.emit(" ".join(say(problem) for problem in refused.problems))

    def _on_failed(self, trouble: Unavailable) -> None:
        self._show_busy(busy=False)
        self._desk.unavailable.emit(trouble)

    def _on_posted(self, _count: int) -> None:
        self.said.emit(_("The day of posting is kept with every letter."))

    def _on_people(self, people: tuple[RunPerson, ...]) -> None:
        self.table.set_rows(people, keep=_identity)

    def _on_activated(self, row: RunPerson) -> None:
        if row.letter_id is not None:
            self.place_wanted.emit(Place("letters", row.letter_id))
        else:
            self.place_wanted.emit(Place("clients", row.person_id))

    def _show_busy(self, *, busy: bool) -> None:
        if not busy:
            self._going = None
        for button in (self.again_button, self.files_button, self.post_button):
            button.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.progress.show_count(0, self._of)

    def _asked_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where to put the letters"))
        return Path(chosen) if chosen else None

    def _today(self) -> date:
        return self._desk.local_now.date()

    def _build(self) -> None:
        self.progress.hide()
        buttons = QWidget()
        row = FlowLayout(buttons, spacing(8))
        for button in (self.again_button, self.files_button, self.post_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (self._title, self._about, self._counts, buttons, self.progress):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)


def _columns() -> list[Column[RunPerson]]:
    return [
        Column(_("Person"), lambda row: row.name, width="stretch", quiet=why, strong=True),
        Column(_("Letter"), state_words, icon=state_icon, tone=state_tone),
    ]


def _identity(row: RunPerson) -> object:
    return row.person_id
