"""The way of a letter into Danish Digital Post: asked, written as a file, noted in the history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from app.letters.memo.actions import note_hand_over
from app.letters.memo.queries import hand_over_occasion, memo_file, takes_digital_post
from resources.text import _, say
from ui.letters.memo_question import ask_hand_over
from ui.printing import write_file
from ui.widgets.buttons import plain_button

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused
    from app.letters.memo.queries import HandOverOccasion, MemoFile
    from app.letters.memo.rules import HandOver
    from app.letters.rows import LetterPages
    from ui.desk import Desk


class MemoExit(QObject):
    """A button that is there for offices in Denmark, and what follows when it is pressed."""

    said = Signal(str)
    """A sentence for the toast."""
    handed_over = Signal(object)
    """What was said of the posting before; None for a text message."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        """Stand in for `widget`, over which the dialogs open."""
        super().__init__(widget)
        self._desk = desk
        self._widget = widget
        self._letter_id: UUID | None = None
        self._wanted: tuple[UUID, HandOver] | None = None
        self.button = plain_button(_("Hand over to Digital Post"), "upload")
        self.button.hide()
        self.button.clicked.connect(self.ask)
        self._desk.ask(takes_digital_post).then(self._on_known)

    def show_letter(self, letter: LetterPages) -> None:
        """Stand ready for another letter."""
        self._letter_id = letter.row.id

    def ask(self) -> None:
        """Ask how the letter goes, unless it cannot go at all."""
        if self._letter_id is not None:
            today = self._desk.local_now.date()
            asked = self._desk.ask(hand_over_occasion, self._letter_id, today)
            asked.then(self._on_occasion).if_refused(self._on_refused)

    def hand_over(self, letter_id: UUID, choice: HandOver) -> None:
        """Make the file of a letter and ask where it goes."""
        self._wanted = letter_id, choice
        made = self._desk.ask(memo_file, letter_id, choice, self._desk.local_now.date())
        made.then(self._on_made).if_refused(self._on_refused)

    def _on_known(self, takes: bool) -> None:  # noqa: FBT001 - an answer
        if takes:
            self.button.show()

    def _on_occasion(self, occasion: HandOverOccasion) -> None:
        choice = ask_hand_over(self._widget, occasion, self._desk.local_now.date())
        if choice is not None:
            self.hand_over(occasion.letter_id, choice)

    def _on_made(self, made: MemoFile) -> None:
        file = ask_where_to_save_message(self._widget, made.name)
        if file is not None:
            self._desk.run(write_file, file, made.content).then(self._on_written)

    def _on_written(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}. Hand it over to Digital Post.").format(file=file.name))
        if self._wanted is not None:
            noted = self._desk.act(note_hand_over, *self._wanted)
            noted.then(self._on_noted).if_refused(self._on_refused)

    def _on_noted(self, before: object) -> None:
        self._wanted = None
        self.handed_over.emit(before)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems))


def ask_where_to_save_message(parent: QWidget, name: str) -> Path | None:
    """Ask for the place of a message with the system's dialog; None for no place."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, _("Save the file"), str(Path(folder) / name), _("XML files (*.xml)")
    )
    if not chosen:
        return None
    file = Path(chosen)
    return file if file.suffix.lower() == ".xml" else file.with_name(f"{file.name}.xml")
