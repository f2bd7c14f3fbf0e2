"""The page of a suitcase that does not open: why, and how it is wiped once it has expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.mobile_advice.suitcase.opening import Expired
from app.mobile_advice.suitcase.places import changes_in, wipe_suitcase
from resources.text import _, ngettext, say
from ui.admin.trouble_page import TroublePage
from ui.widgets.buttons import plain_button
from ui.widgets.labels import text
from ui.widgets.question import Question

if TYPE_CHECKING:
    from pathlib import Path

    from app.errors import Unavailable


class EndedSuitcase(TroublePage):
    """Offers to try again and, after the last day, to wipe what is left of the suitcase."""

    wiped = Signal()

    def __init__(self, file: Path, error: Unavailable) -> None:
        """Say what happened to the suitcase in `file`."""
        super().__init__(
            say(error.problem), say(error.remedy), _("Try again"), _("Open another office")
        )
        self._file = file
        self.question: Question | None = None
        self.wipe_button = plain_button(_("Wipe the suitcase"), "bin")
        self.wipe_button.clicked.connect(self.ask)
        self.wipe_button.setVisible(isinstance(error, Expired))
        self.trouble = text("")
        self.trouble.hide()
        self.column.addWidget(self.wipe_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.trouble)

    def ask(self) -> None:
        """Ask before anything is destroyed, and say how much would be lost."""
        question = Question(
            self,
            _("Wipe this suitcase?"),
            self._sentence(),
            _("Wipe the suitcase"),
            is_danger=True,
        )
        question.accepted.connect(self.wipe)
        self.question = question
        question.open()

    def wipe(self) -> None:
        """Destroy the key, then the contents, then the file."""
        try:
            wipe_suitcase(self._file)
        except OSError as error:
            self.trouble.setText(
                _("The suitcase could not be wiped: {why}").format(why=error.strerror or "")
            )
            self.trouble.show()
            return
        self.wiped.emit()

    def _sentence(self) -> str:
        many = changes_in(self._file)
        lost = ngettext(
            "{count} entry was made in it on the way. What was not returned is lost.",
            "{count} entries were made in it on the way. What was not returned is lost.",
            many,
        )
        honest = _(
            "The key is overwritten first, then the file. On sticks and modern disks old bytes "
            "may remain, but nothing opens them any more."
        )
        return f"{lost} {honest}" if many else honest
