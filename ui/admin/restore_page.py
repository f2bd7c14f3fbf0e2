"""The page that offers backups when the office itself cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _
from ui.admin.backups_table import BackupsTable
from ui.admin.cover_page import CoverPage
from ui.style import length
from ui.widgets.buttons import plain_button, primary_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.admin.rules import BackupFacts


class RestorePage(CoverPage):
    """The newest backup is chosen already."""

    chosen = Signal(object)
    """The file of the backup to restore."""
    other_wanted = Signal()

    def __init__(self, found: Sequence[BackupFacts]) -> None:
        """List the backups that were found, newest first."""
        super().__init__(
            _("Restore a backup"),
            _("The damaged file is not deleted: it is set aside in a folder beside the office.")
            if found
            else _("There is no backup beside this office. Perhaps there is one on another disk."),
            width=820,
        )
        self.table = BackupsTable()
        self.table.setMinimumHeight(length(240))
        self.table.show_backups(found)
        self.table.choose_first()
        self.table.row_activated.connect(self._on_chosen)
        self.column.addWidget(self.table)
        self.restore_button = primary_button(_("Restore this backup"), "restore")
        self.restore_button.clicked.connect(self._on_chosen)
        self.restore_button.setEnabled(bool(found))
        other = plain_button(_("Open another office"))
        other.clicked.connect(self.other_wanted)
        self.add_buttons(self.restore_button, other)
        self.table.setVisible(bool(found))

    def begin(self) -> None:
        """Put the focus on the list."""
        self.table.setFocus()

    def _on_chosen(self) -> None:
        backup = self.table.current_row()
        if backup is not None:
            self.chosen.emit(backup.file)
