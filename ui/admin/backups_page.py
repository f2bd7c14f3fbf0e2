"""Backups: how old the newest is, making one now, a second folder, and restoring one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.admin.offices import verify_backup
from resources.text import _, say
from ui import formats
from ui.admin.backups_table import BackupsTable, holds, made_at
from ui.admin.drill_card import DrillCard
from ui.admin.remark import Remark
from ui.admin.sub_page import SubPage
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, quiet
from ui.widgets.leading_row import LeadingRow
from ui.widgets.progress import Progress
from ui.widgets.question import Question

if TYPE_CHECKING:
    from app.admin.rules import BackupFacts
    from app.errors import Refused, Unavailable
    from ui.admin.office_jobs import OpenOffice
    from ui.desk import Desk


class BackupsPage(SubPage):
    """Reads and writes files on the desk's thread only."""

    backed_up = Signal()
    """A backup was made by hand."""
    restore_wanted = Signal(object)
    """The file of a backup that the person wants back."""
    second_folder_chosen = Signal(str)
    """A folder that each backup is copied to as well; "" for none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; `show_office` says whose backups it shows."""
        super().__init__(
            _("Backups"),
            _("Nahbar backs up every half hour in which something changed, and when it closes."),
            parent,
        )
        self._desk = desk
        self._office: OpenOffice | None = None
        self._add_state_card()
        self._add_list_card()
        self.drill = DrillCard(desk)
        self.drill.said.connect(self.said)
        self.body.add(self.drill)
        self._add_folder_card()
        self.body.end()

    def _add_state_card(self) -> None:
        card = Card()
        self.state = Remark()
        self._progress = Progress(_("Making and checking a backup …"), can_cancel=False)
        self.now_button = primary_button(_("Back up now"), "backup")
        self.now_button.clicked.connect(self.back_up)
        card.add(LeadingRow(self.state, self.now_button))
        card.add(self._progress)
        self._progress.hide()
        self.body.add(card)

    def _add_list_card(self) -> None:
        self.list_card = card = Card(_("Backups of this office"))
        self.table = BackupsTable()
        self.table.row_chosen.connect(self._on_row_chosen)
        self.restore_button = plain_button(_("Restore this backup"), "restore")
        self.restore_button.clicked.connect(self._on_restore)
        self.check_button = plain_button(_("Check this backup"), "check")
        self.check_button.clicked.connect(self._on_check)
        self._choice = quiet("").unwrapped()
        row = FlowLayout(gap=spacing(8))
        for widget in (self.restore_button, self.check_button, self._choice):
            row.addWidget(widget)
        card.add(self.table)
        card.add(row)
        self.body.add(card)
        card.hide()
        self._on_row_chosen(None)

    def _add_folder_card(self) -> None:
        card = Card(_("Second folder"))
        self._folder = Label()
        self.folder_button = plain_button(_("Choose a folder"), "open")
        self.folder_button.clicked.connect(self._on_choose_folder)
        self.no_folder_button = quiet_button(_("No second folder"))
        self.no_folder_button.clicked.connect(self._on_no_folder)
        row = FlowLayout(gap=spacing(8))
        row.addWidget(self.folder_button)
        row.addWidget(self.no_folder_button)
        card.add(self._folder)
        card.add(row)
        self.body.add(card)

    def show_office(self, office: OpenOffice | None) -> None:
        """Show the backups of an open office; None while it is locked."""
        self._office = office
        self.refresh()

    def refresh(self) -> None:
        """Look at the folder of backups anew."""
        if self._office is not None:
            self._desk.run(self._office.local.backups).then(self._on_found)

    def back_up(self) -> None:
        """Make a backup now."""
        if self._office is not None:
            self._show_busy(busy=True)
            pending = self._desk.run(self._office.local.back_up).then(self._on_backed_up)
            pending.if_unavailable(self._on_unavailable)

    def _show_busy(self, *, busy: bool) -> None:
        self.now_button.setEnabled(not busy)
        self._progress.setVisible(busy)

    def show_second_folder(self, folder: str) -> None:
        """Show where each backup is copied to as well; "" for nowhere."""
        self._folder.setText(
            _("Each backup is copied to {folder} as well.").format(folder=folder)
            if folder
            else _(
                "Choose a folder on another disk or a USB stick: each backup is copied there as "
                "well, in case this computer breaks."
            )
        )
        self.no_folder_button.setVisible(bool(folder))

    def _on_found(self, found: tuple[BackupFacts, ...]) -> None:
        self.table.show_backups(found)
        self.list_card.setVisible(bool(found))
        self.drill.show_office(self._office, found[0].file if found else None)
        if not found:
            self.state.say(_("There is no backup yet."), "attention")
            return
        ago = formats.show_ago(found[0].at, datetime.now(UTC))
        self.state.say(_("Newest backup: {ago}. It was read back whole.").format(ago=ago), "done")

    def _on_backed_up(self, facts: BackupFacts) -> None:
        self._show_busy(busy=False)
        if facts.copied is False:
            self.said.emit(_("Backup made, but the second folder could not be reached."))
        else:
            self.said.emit(_("Backup made and checked: {holds}.").format(holds=holds(facts)))
        self.backed_up.emit()
        self.refresh()

    def _on_unavailable(self, error: Unavailable) -> None:
        self._show_busy(busy=False)
        self.state.say(f"{say(error.problem)} {say(error.remedy)}".strip(), "danger")

    def _on_row_chosen(self, backup: BackupFacts | None) -> None:
        self.restore_button.setEnabled(backup is not None)
        self.check_button.setEnabled(backup is not None)
        self._choice.setText("" if backup else _("Choose a backup above."))

    def _on_restore(self) -> None:
        backup = self.table.current_row()
        if backup is not None and ask_to_restore(self, backup):
            self.restore_wanted.emit(backup.file)

    def _on_check(self) -> None:
        backup = self.table.current_row()
        if backup is None or self._office is None:
            return
        self._show_busy(busy=True)
        pending = self._desk.run(verify_backup, backup.file, self._office.key)
        pending.then(self._on_checked).if_unavailable(self._on_unavailable)
        pending.if_refused(self._on_refused)

    def _on_checked(self, facts: BackupFacts) -> None:
        self._show_busy(busy=False)
        words = _("The backup of {made} is whole: {holds}.")
        self.said.emit(words.format(made=made_at(facts), holds=holds(facts)))

    def _on_refused(self, error: Refused) -> None:
        self._show_busy(busy=False)
        self.state.say(" ".join(say(problem) for problem in error.problems), "danger")

    def _on_choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _("Second folder for backups"), str(Path.home())
        )
        if chosen:
            self.show_second_folder(chosen)
            self.second_folder_chosen.emit(chosen)

    def _on_no_folder(self) -> None:
        self.show_second_folder("")
        self.second_folder_chosen.emit("")


def ask_to_restore(parent: QWidget, backup: BackupFacts) -> bool:
    """Ask whether a backup shall take the place of the present file; say what happens to it."""
    return Question.confirm(
        parent,
        _("Go back to the backup of {made}?").format(made=made_at(backup)),
        _(
            "It holds {holds}. It is read whole first. What is in the office now is not deleted: "
            "it is set aside in a folder beside it. What was entered after the backup is missing "
            "afterwards."
        ).format(holds=holds(backup)),
        _("Restore this backup"),
        is_danger=True,
    )
