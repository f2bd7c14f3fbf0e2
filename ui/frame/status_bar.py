"""The status bar: how old the last backup is, what is due today, and how the office is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from resources.text import _, ngettext
from ui import formats
from ui.style import spacing
from ui.widgets.labels import Label
from ui.widgets.status_label import StatusLabel

OLD_BACKUP = timedelta(days=3)
"""From this age on the backup is something to attend to."""


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What the frame shows of the open office; instants are aware."""

    name: str = ""
    is_demo: bool = False
    backup_at: datetime | None = None
    due_today: int | None = None
    colleague: str = ""
    """Who works in a shared office; "" in one of this computer."""
    connection: str = ""
    """Translated words such as "opened as Anna Beispiel"."""


class StatusBar(QFrame):
    """One quiet line at the foot of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self.setProperty("kind", "status_bar")
        self._backup = StatusLabel("", "plain", "backup")
        self._backup.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._due = Label("", "small").unwrapped()
        self._connection = Label("", "small").unwrapped()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing(12), spacing(4), spacing(12), spacing(4))
        layout.setSpacing(spacing(16))
        for part in (self._backup, self._due, self._connection):
            layout.addWidget(part)
        layout.addStretch()

    def show_facts(self, facts: OfficeFacts, now: datetime) -> None:
        """Show what is known of the office at the instant `now`."""
        known = facts.backup_at is not None
        # A demo office needs no backup, and a server makes its own.
        needed = not facts.is_demo and not facts.colleague
        self._backup.setVisible(bool(facts.name) and (known or needed))
        self._show_backup(facts.backup_at, now)
        due = facts.due_today
        words = "" if due is None else ngettext("{count} due today", "{count} due today", due)
        for label, shown in ((self._due, words), (self._connection, facts.connection)):
            label.setText(shown)
            label.setVisible(bool(shown))

    def _show_backup(self, at: datetime | None, now: datetime) -> None:
        if at is None:
            self._backup.set_status(_("No backup yet"), "attention")
            return
        words = _("Backup {ago}").format(ago=formats.show_ago(at, now))
        old = now - at >= OLD_BACKUP
        self._backup.set_status(words, "attention" if old else "plain", "" if old else "backup")

    def backup_text(self) -> str:
        """Answer the words about the backup."""
        return self._backup.text()
