"""Importing people: choose a file, say what its columns hold, look, import, decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.importing.queries import count_open_rows
from app.importing.rules import check_plan
from app.importing.wrong_rows import write_wrong_rows
from resources.text import _, ngettext
from ui import formats
from ui.importing.import_deciding import ImportDeciding
from ui.importing.import_jobs import ImportJobs
from ui.importing.import_steps import ImportSteps
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QShowEvent

    from app.errors import Problem
    from app.exchange.reading import TypedTable
    from app.importing.queries import EarlierImport
    from app.importing.rows import CheckedList, PreviewRow
    from ui.desk import Desk
    from ui.importing.import_jobs import Backup


class ImportPage(Page):
    """The steps of an import, or the held rows."""

    features: ClassVar[frozenset[str]] = frozenset({"importing"})

    def __init__(
        self, desk: Desk, backup: Callable[[], Backup | None], parent: QWidget | None = None
    ) -> None:
        """Begin with the choice of a file; `backup` answers what is run before an import."""
        super().__init__(desk, parent)
        self.jobs = ImportJobs(desk, backup, self)
        self.deciding = ImportDeciding(desk, self)
        self.steps = ImportSteps()
        self.header = PageHeader("")
        self.back_button = quiet_button(_("More"), "back")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.steps)
        self._stack.addWidget(self.deciding.view)
        self._lay_out()
        self._connect_steps()
        self._connect_jobs()
        self._show_steps()

    def refresh(self) -> None:
        """Ask again how many rows wait, and for them where they are shown."""
        self.desk.ask(count_open_rows).then(self.steps.choice.show_held)
        if self._stack.currentWidget() is self.deciding.view:
            self.deciding.refresh()

    def show_place(self, place: Place) -> None:
        """Show the steps of an import, or with "held" the rows that wait."""
        if place.doing == "held":
            self._show_held()
        else:
            self._show_steps()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)

    def _connect_steps(self) -> None:
        steps = self.steps
        self.back_button.clicked.connect(self._on_back)
        steps.choice.file_chosen.connect(self.open_file)
        steps.choice.held_wanted.connect(self._on_held_wanted)
        steps.columns.plan_changed.connect(self._on_plan_changed)
        steps.columns.check_wanted.connect(self._on_check_wanted)
        steps.columns.other_wanted.connect(self._on_other_wanted)
        steps.review.import_wanted.connect(self._on_import_wanted)
        steps.review.columns_wanted.connect(self._on_columns_wanted)
        steps.review.file_wanted.connect(self._on_file_wanted)
        steps.result.held_wanted.connect(self._on_held_wanted)
        steps.result.file_wanted.connect(self._on_file_wanted)
        steps.result.other_wanted.connect(self._on_other_wanted)
        steps.result.people_wanted.connect(self._on_people_wanted)
        steps.waiting.stopped.connect(self._on_stopped)

    def _connect_jobs(self) -> None:
        self.jobs.was_read.connect(self._on_read)
        self.jobs.was_known.connect(self._on_known)
        self.jobs.was_previewed.connect(self._on_previewed)
        self.jobs.plan_refused.connect(self._on_plan_refused)
        self.jobs.was_checked.connect(self._on_checked)
        self.jobs.was_imported.connect(self._on_imported)
        self.jobs.failed.connect(self._on_failed)
        self.deciding.said.connect(self.said)
        self.deciding.view.card_wanted.connect(self._on_card_wanted)
        self.deciding.view.left.connect(self._on_held_left)
        self.deciding.view.export_asked.connect(self.export_asked)

    def open_file(self, file: Path) -> None:
        """Read a list from a file."""
        self.steps.choice.show_trouble("")
        self.jobs.read(file)
        self.steps.wait(_("Reading {file} …").format(file=file.name), self.jobs.watch)

    def _show_steps(self) -> None:
        self.header.set_title(_("Import people"))
        self.header.set_subtitle(_("From a spreadsheet, another program or a telephone."))
        self._stack.setCurrentWidget(self.steps)

    def _show_held(self) -> None:
        self.header.set_title(_("Rows that wait for a decision"))
        self.header.set_subtitle(_("Each looks like somebody whom the office knows already."))
        self._stack.setCurrentWidget(self.deciding.view)
        self.deciding.refresh()
        self.deciding.view.begin()

    def _on_read(self, table: TypedTable, country: str) -> None:
        self.steps.columns.show_table(table, country)
        self.steps.show_step(self.steps.columns)
        self._on_plan_changed()

    def _on_known(self, earlier: EarlierImport) -> None:
        words = _(
            "This very file was imported on {day} by {who}. Everybody in it is known already, "
            "and will be held."
        )
        day = formats.show_day(earlier.at.astimezone().date())
        self.steps.columns.show_earlier(words.format(day=day, who=earlier.who))

    def _on_plan_changed(self) -> None:
        self.jobs.preview(self.steps.columns.plan())

    def _on_previewed(self, rows: tuple[PreviewRow, ...]) -> None:
        self.steps.columns.show_preview(rows)

    def _on_plan_refused(self, problems: tuple[Problem, ...]) -> None:
        self.steps.columns.remark_problems(problems)

    def _on_check_wanted(self) -> None:
        plan = self.steps.columns.plan()
        if problems := check_plan(plan):
            self.steps.columns.show_problems(problems)
            return
        self.jobs.check(plan)
        words = _("Checking all rows and looking for people you know …")
        self.steps.wait(words, self.jobs.watch)

    def _on_checked(self, checked: CheckedList) -> None:
        self.steps.review.show_checked(checked)
        self.steps.show_step(self.steps.review)

    def _on_import_wanted(self) -> None:
        self.jobs.carry_out()
        self.steps.wait(_("Making a backup, then adding the people …"), self.jobs.watch)

    def _on_imported(self, checked: CheckedList) -> None:
        self.steps.result.show_result(checked)
        self.steps.show_step(self.steps.result)
        count = len(checked.good)
        if count:
            words = ngettext("{count} person was added.", "{count} people were added.", count)
            self.said.emit(words, None)

    def _on_failed(self, sentence: str) -> None:
        self.steps.go_back()
        if self.steps.currentWidget() is self.steps.choice:
            self.steps.choice.show_trouble(sentence)
        else:
            self.said.emit(sentence, None)

    def _on_stopped(self) -> None:
        if self.jobs.stop():
            self.steps.go_back()
        else:
            self.steps.waiting.progress.set_text(_("Stopping …"))

    def _on_columns_wanted(self) -> None:
        self.steps.show_step(self.steps.columns)

    def _on_other_wanted(self) -> None:
        self.steps.choice.show_trouble("")
        self.steps.show_step(self.steps.choice)

    def _on_held_wanted(self) -> None:
        self.place_wanted.emit(Place("import", None, "held"))

    def _on_held_left(self) -> None:
        self.place_wanted.emit(Place("import"))

    def _on_people_wanted(self) -> None:
        self.place_wanted.emit(Place("clients"))

    def _on_card_wanted(self, person_id: UUID) -> None:
        self.place_wanted.emit(Place("clients", person_id))

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_file_wanted(self) -> None:
        checked = self.jobs.checked
        if checked is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = _("{file} to correct.csv").format(file=Path(checked.file_name).stem)
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save these rows as a file"), str(Path(folder) / name), "CSV (*.csv)"
        )
        if chosen:
            when, who = self.desk.local_now, self.desk.who
            file = Path(chosen) if chosen.lower().endswith(".csv") else Path(f"{chosen}.csv")
            self.desk.run(write_wrong_rows, file, checked, when, who).then(self._on_written)

    def _on_written(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}.").format(file=file.name), None)
