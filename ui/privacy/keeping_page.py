"""Keeping and deleting: the rehearsal of what would go today, the periods, and carrying it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.writing.rules import ExportFormat
from app.privacy.keeping import rehearse
from app.privacy.listing import rehearsal_list
from resources.text import _, language, ngettext, say
from ui.printing import write_file
from ui.privacy.deletion_job import DeletionJob
from ui.privacy.deletion_question import DeletionQuestion
from ui.privacy.due_columns import due_columns, due_key
from ui.privacy.periods_view import PeriodsView
from ui.style import spacing
from ui.widgets.buttons import danger_button, plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.progress import Progress
from ui.widgets.table import DataTable
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.errors import Refused, Unavailable
    from app.privacy.keeping import DueRow, Rehearsal
    from ui.admin.office_jobs import OpenOffice
    from ui.desk import Desk


class KeepingPage(Page):
    """Nothing goes by itself, and nothing goes without a backup."""

    features: ClassVar[frozenset[str]] = frozenset({"privacy", "clients", "access"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        super().__init__(desk, parent)
        self._rehearsal: Rehearsal | None = None
        self._file: Path | None = None
        self.job = DeletionJob(desk, self)
        self.back_button = quiet_button(_("More"), "back")
        self.pdf_button = plain_button(_("Save list as PDF"), "document")
        self.csv_button = plain_button(_("Save list as CSV"), "download")
        self.delete_button = danger_button(_("Let entries go …"), "bin")
        self.table: DataTable[DueRow] = DataTable(due_columns(), _("What would go today"))
        self.count = quiet("")
        self.progress = Progress(_("Making and checking a backup …"))
        self.progress.hide()
        self.periods = PeriodsView(desk)
        self.state = StateStack(self._list())
        self.tabs = Tabs(_("Keeping and deleting"))
        self.tabs.addTab(self.state, _("What would go today"))
        self.tabs.addTab(self.periods, _("Periods"))
        self._arrange()
        self._connect()

    def _list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, spacing(12), 0, 0)
        column.setSpacing(spacing(8))
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        # Below each other where large letters leave no room beside each other.
        row = FlowLayout(gap=spacing(8))
        for button in (self.pdf_button, self.csv_button, self.delete_button):
            row.addWidget(button)
        column.addLayout(row)
        return holder

    def _arrange(self) -> None:
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        subtitle = _("This is a rehearsal: nothing goes before you confirm it.")
        layout.addWidget(PageHeader(_("Keeping and deleting"), subtitle))
        layout.addWidget(self.progress)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.csv_button.clicked.connect(self._on_csv)
        self.delete_button.clicked.connect(self._on_delete)
        self.state.retried.connect(self.refresh)
        self.periods.said.connect(self.said)
        self.periods.changed.connect(self.refresh)
        self.progress.cancelled.connect(self.job.stop)
        self.job.progressed.connect(self._on_progressed)
        self.job.finished.connect(self._on_finished)

    def show_office(self, office: OpenOffice | None) -> None:
        """Know whose backups are made; None while it is locked."""
        self.job.office = office

    def refresh(self) -> None:
        """Ask again what would go."""
        self.state.show_loading()
        pending = self.desk.ask(rehearse, self.desk.local_now.date())
        pending.then(self._on_rehearsed).if_unavailable(self._on_unavailable)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def save_list(self, form: ExportFormat, file: Path) -> None:
        """Write the rehearsal into a file; that is noted as an export."""
        self._file = file
        pending = self.desk.act(rehearsal_list, form, language())
        pending.then(self._on_listed).if_refused(self._on_refused)
        pending.if_unavailable(self._on_trouble)

    def _on_rehearsed(self, found: Rehearsal) -> None:
        self._rehearsal = found
        self.periods.show_keeping(found.keeping)
        self.table.set_rows(found.rows, due_key)
        count = len(found.rows)
        self.count.setText(ngettext("{count} entry", "{count} entries", count))
        if found.rows:
            self.state.show_content()
        else:
            sentence = _("Nothing is due: every file is in use or within its period.")
            self.state.show_empty(EmptyState(sentence, icon="done"))

    def _on_pdf(self) -> None:
        self._ask(ExportFormat.PDF)

    def _on_csv(self) -> None:
        self._ask(ExportFormat.CSV)

    def _ask(self, form: ExportFormat) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        begin = _("rehearsal")
        name = f"{begin}-{self.desk.local_now:%Y-%m-%d}.{form.value}"
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save list"), str(Path(folder) / name), f"*.{form.value}"
        )
        if chosen:
            self.save_list(form, Path(chosen))

    def _on_listed(self, content: bytes) -> None:
        if self._file is not None:
            pending = self.desk.run(write_file, self._file, content)
            pending.then(self._on_written).if_unavailable(self._on_trouble)

    def _on_written(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}.").format(file=file.name), None)

    def _on_delete(self) -> None:
        if self._rehearsal is None or not self._rehearsal.rows:
            return
        office = self.job.office
        question = DeletionQuestion(
            self,
            self._rehearsal,
            self.table.current_row(),
            is_shared=office is not None and office.is_shared,
        )
        if question.exec() == question.DialogCode.Accepted:
            self.delete_button.setEnabled(False)
            self.progress.show()
            self.job.start(question.rows(), question.typed(), question.archive())

    def _on_progressed(self, done: int, of: int) -> None:
        self.progress.set_text(
            _("Letting entries go …") if of else _("Making and checking a backup …")
        )
        self.progress.show_count(done, of)

    def _on_finished(self, done: int, trouble: str) -> None:
        self.delete_button.setEnabled(True)
        self.progress.hide()
        words = ngettext("{count} entry has gone.", "{count} entries have gone.", done)
        self.said.emit(f"{words} {trouble}".strip(), None)
        self.refresh()

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_trouble(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
