"""Writes a note: Ctrl+Enter saves it, and what is typed is kept as a draft."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.journal.actions import NOTE_FORM, take_back_note, write_note_with_files
from app.journal.rules import put_together
from resources.text import _, say
from ui.drafts.draft_keeper import DraftKeeper
from ui.drafts.presence_line import PresenceLine
from ui.icons import icon
from ui.journal.note_fields import NoteFields
from ui.journal.note_texts import NoteTexts
from ui.journal.waiting_files import WaitingFiles
from ui.journal.wording import Wording
from ui.palette import Role
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import small
from ui.widgets.leading_row import LeadingRow

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from ui.desk import Desk

LATE_MS = 100
"""When a draft is asked for, in milliseconds: then the card and its notes are on the screen."""
_EMPTY = {"text": "", "details": ""}


class NoteComposer(QWidget):
    """The field for a new note, about one person after another."""

    said = Signal(str, object)
    saved_state = Signal(str)
    opened = Signal(bool)
    """Whether everything about the note is shown: then it needs the room of the notes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody to write about."""
        super().__init__(parent)
        self._desk = desk
        self._client_id: UUID | None = None
        self._note_id = uuid4()
        self._is_saving = False
        self._name = ""
        self.keeper: DraftKeeper | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.keep_drafts)
        self.presence = PresenceLine(desk)
        self.fields = NoteFields(desk, _("New note"))
        self.text = self.fields.text
        self._wording = Wording(desk, self.text)
        self.files = WaitingFiles(desk, self)
        self.files.hide()
        self.files.changed.connect(self._on_changed)
        self._summary = ElidedLabel("", "small")
        self._count = small("").unwrapped()
        self.more_button = quiet_button(_("More details"), "chevron_down")
        self.more_button.setToolTip(_("Contact, day, topics, who may read it, follow-up (Ctrl+D)"))
        self.more_button.clicked.connect(self.toggle_details)
        self.save_button = plain_button(_("Save note"), "check")
        self.save_button.setToolTip(_("Save the note (Ctrl+Enter)"))
        self.save_button.clicked.connect(self.save)
        self.fields.changed.connect(self._on_changed)
        self.fields.details_shown.connect(self._on_details_shown)
        self._arrange()
        self._on_changed()

    def begin(self, client_id: UUID, name: str) -> None:
        """Write about the person `name`; what was begun about them before comes back."""
        if client_id == self._client_id:
            self.go_on()
            return
        self._end()
        self._client_id = client_id
        # Made here, so that saving twice writes one note.
        self._note_id = uuid4()
        self._is_saving = False
        self._name = name
        self.presence.show_record(client_id, NOTE_FORM)
        self.fields.clear()
        self.files.show_for(client_id, name)
        self.go_on()

    def pause(self) -> None:
        """Look for no draft before it is known whom the next note is about."""
        if not self.text.value():
            self._late.stop()

    def go_on(self) -> None:
        """Look for a draft in a moment, unless that was done."""
        if self.keeper is None and not self._late.isActive():
            self._late.start(LATE_MS)

    def keep_drafts(self) -> None:
        """Bring a draft back and keep what is typed; the notes themselves are painted first."""
        self._late.stop()
        if self.keeper is not None or self._client_id is None:
            return
        self._wording.ask_for(self._name)
        self._texts = NoteTexts(self.fields, self)
        subject = str(self._client_id)
        self.keeper = DraftKeeper(self._desk, self._texts, NOTE_FORM, subject, self._name, self)
        self.keeper.state_changed.connect(self.saved_state)
        self._layout.insertWidget(0, self.keeper.notice)
        self._said.insertWidget(0, self.keeper.saved)
        self.keeper.begin(_EMPTY)
        self.files.ask()

    def flush(self) -> None:
        """Keep what is typed as a draft at once."""
        self.keep_drafts()
        if self.keeper is not None:
            self.keeper.flush()

    def toggle_details(self) -> None:
        """Show everything about the note, or the text alone."""
        if self.files.parent() is self:
            self.fields.add_below(self.files)
            self.files.show()
        self.fields.show_details(not self.fields.are_details_shown())

    def save(self) -> None:
        """Save the note; a problem is shown beside its field and nothing typed is lost."""
        self.keep_drafts()
        if self._client_id is None or self.keeper is None:
            return
        if self._is_saving or not self.fields.check():
            return
        self._is_saving = True
        self.keeper.hold()
        self._on_changed()
        answers = _Answers(self, self.keeper, self._client_id)
        entry = self.fields.entry(self._client_id)
        pending = self._desk.act(write_note_with_files, self._note_id, entry)
        pending.then(answers.on_saved).if_refused(answers.on_refused)
        pending.if_unavailable(answers.on_unavailable)

    def end_save(self, keeper: DraftKeeper, *, is_saved: bool) -> bool:
        """Let go on after a save; answer whether it was about the person still shown."""
        if not isValid(self) or keeper is not self.keeper:
            return False
        self._is_saving = False
        if is_saved:
            self._note_id = uuid4()
            self.fields.clear()
            keeper.finish()
        self._on_changed()
        keeper.go_on()
        return True

    def take_back(self, note_id: UUID, client_id: UUID, details: str) -> None:
        """Undo: the note comes back into these fields, or waits as its person's draft."""
        pending = self._desk.act(take_back_note, note_id)
        if isValid(self) and self.keeper is not None and client_id == self._client_id:
            pending.then(_Answers(self, self.keeper, client_id, details).on_taken_back)

    def add_text(self, keeper: DraftKeeper, text: str, details: str) -> None:
        """Put a note that was taken back below what is typed, for the person still shown."""
        if isValid(self) and keeper is self.keeper:
            texts = {"text": put_together(self.text.value(), text)}
            if details and not self.fields.texts()["details"]:
                texts["details"] = details
            self.fields.restore(texts)
            self.text.setFocus()

    def _end(self) -> None:
        """Keep what was begun about the person before, and forget its keeper."""
        self._late.stop()
        if self.keeper is None:
            return
        self.keeper.flush()
        self.keeper.hold()
        for part in (self.keeper.notice, self.keeper.saved):
            part.hide()
            part.deleteLater()
        self._texts.end()
        self._texts.deleteLater()
        self.keeper.deleteLater()
        self.keeper = None

    def _arrange(self) -> None:
        self._said = QHBoxLayout()
        self._said.setSpacing(spacing(8))
        self._said.addWidget(self._summary, 1)
        row = LeadingRow(self._said, self._count, self.more_button, self.save_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(8))
        self._layout.addWidget(self.presence)
        self._layout.addWidget(self.fields, 1)
        self._layout.addLayout(row)
        control = Qt.KeyboardModifier.ControlModifier
        for key, slot in (
            (Qt.Key.Key_Return, self.save),
            (Qt.Key.Key_Enter, self.save),
            (Qt.Key.Key_D, self.toggle_details),
        ):
            shortcut = QShortcut(QKeySequence(QKeyCombination(control, key)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_changed(self) -> None:
        typed = self.text.value()
        if self._late.isActive() and typed:
            self._late.start(0)
        self.presence.set_edits(bool(typed.strip()))
        self.save_button.setEnabled(bool(typed.strip()) and not self._is_saving)
        is_open = self.fields.are_details_shown()
        said = (self.fields.summary(), self.files.summary())
        self._summary.setText("" if is_open else " · ".join(filter(None, said)))
        self._count.setText(self.fields.count_words())

    def _on_details_shown(self, on: bool) -> None:  # noqa: FBT001 - a slot
        words = _("Fewer details") if on else _("More details")
        self.more_button.setText(words)
        self.more_button.setAccessibleName(words)
        self.more_button.setIcon(icon("chevron_up" if on else "chevron_down", Role.PRIMARY))
        self._on_changed()
        self.opened.emit(on)
        if on and self.fields.details is not None:
            self.fields.details.form.focus_field("medium")
        elif _has_focus(self):
            self.text.setFocus()


def _has_focus(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)


class _Answers:
    """What comes back from one save; it knows which person's note it was."""

    def __init__(
        self, composer: NoteComposer, keeper: DraftKeeper, client_id: UUID, details: str = ""
    ) -> None:
        self._composer, self._keeper, self._client_id = composer, keeper, client_id
        self._details = details or composer.fields.texts()["details"]

    def on_saved(self, note_id: UUID) -> None:
        composer = self._composer
        if isValid(composer):
            composer.files.forget(self._client_id)
        if composer.end_save(self._keeper, is_saved=True):
            undo = partial(composer.take_back, note_id, self._client_id, self._details)
            composer.said.emit(_("The note is saved."), undo)

    def on_refused(self, refused: Refused) -> None:
        if self._composer.end_save(self._keeper, is_saved=False):
            self._composer.fields.show_problems(refused.problems)

    def on_unavailable(self, trouble: Unavailable) -> None:
        sentence = f"{say(trouble.problem)} {say(trouble.remedy)}".strip()
        if self._composer.end_save(self._keeper, is_saved=False):
            self._composer.fields.show_trouble(sentence)

    def on_taken_back(self, text: str) -> None:
        self._composer.add_text(self._keeper, text, self._details)
