"""What can be done with the chosen note; only what is possible is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.journal.rules import Access, FollowUp
from resources.text import _, ngettext
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.journal.queries import NoteRow


class NoteBar(QWidget):
    """Verbs below the notes; they change with the note that is chosen."""

    correct_wanted = Signal()
    close_wanted = Signal()
    release_wanted = Signal()
    files_wanted = Signal()
    versions_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a note."""
        super().__init__(parent)
        self.close_button = quiet_button(_("Close the follow-up"), "done")
        self.release_button = quiet_button(_("Release to the team"), "unlock")
        self.correct_button = quiet_button(_("Correct"), "edit")
        self.files_button = quiet_button(_("Attach a file"), "document")
        self.versions_button = quiet_button(_("Show what changed"), "restore")
        self.paper_button = quiet_button(_("All notes as PDF"), "print")
        layout = FlowLayout(self, spacing(4))
        for button, wanted in (
            (self.close_button, self.close_wanted),
            (self.release_button, self.release_wanted),
            (self.correct_button, self.correct_wanted),
            (self.files_button, self.files_wanted),
            (self.versions_button, self.versions_wanted),
            (self.paper_button, self.paper_wanted),
        ):
            layout.addWidget(button)
            button.clicked.connect(wanted)
        self.show_note(None, "")

    def show_note(self, note: NoteRow | None, who: str) -> None:
        """Offer what `who` can do with a note."""
        is_mine = note is not None and note.author == who
        _offer(self.close_button, on=note is not None and note.follow_up == FollowUp.OPEN)
        is_own = note is not None and note.access == Access.OWN
        _offer(self.release_button, on=is_mine and is_own)
        _offer(self.correct_button, on=note is not None)
        _offer(self.versions_button, on=note is not None and note.corrections > 0)
        _offer(self.files_button, on=note is not None)
        _offer(self.paper_button, on=note is not None)
        count = note.attachments if note is not None else 0
        words = ngettext("Show {count} file", "Show {count} files", count)
        self._rename(self.files_button, words if count else _("Attach a file"))

    def first(self) -> QPushButton:
        """Answer the first button that is offered."""
        buttons = self.findChildren(QPushButton)
        return next((one for one in buttons if not one.isHidden()), self.correct_button)

    def _rename(self, button: QPushButton, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)


def _offer(button: QPushButton, *, on: bool) -> None:
    if on == button.isHidden():
        button.setVisible(on)
