"""Writes a note: Ctrl+Enter saves it, and what is typed is kept as a draft."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.clients.actions import NOTE_FORM, add_client_note, take_back_client_note
from app.clients.rules.details import put_together
from resources.text import _, say
from ui.clients.note_texts import NoteTexts
from ui.drafts.draft_keeper import DraftKeeper
from ui.style import length, spacing
from ui.widgets.buttons import plain_button
from ui.widgets.fields import LongTextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from ui.desk import Desk

LATE_MS = 100
"""When a draft is asked for, in milliseconds: then the card and its notes are on the screen."""
_SAVE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteComposer(QWidget):
    """The field for a new note, about one client after another."""

    said = Signal(str, object)
    saved_state = Signal(str)

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
        self.form = Form()
        self.text = LongTextField(3)
        self.text.setMaximumHeight(length(20) * 4 + length(14))
        self.form.add("text", _("New note"), self.text)
        self.save_button = plain_button(_("Save note"), "check")
        self.save_button.setToolTip(_("Save the note (Ctrl+Enter)"))
        self.save_button.clicked.connect(self.save)
        self.text.changed.connect(self._on_changed)
        self._arrange()
        self._on_changed()

    def begin(self, client_id: UUID, name: str) -> None:
        """Write about the client `name`; what was begun about them before comes back."""
        if client_id == self._client_id:
            self.go_on()
            return
        self._end()
        self._client_id = client_id
        # Made here, so that saving twice writes one note.
        self._note_id = uuid4()
        self._is_saving = False
        self.form.clear_problems()
        self.text.set_value("")
        self._name = name
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
        self._texts = NoteTexts(self.text, self)
        subject = str(self._client_id)
        self.keeper = DraftKeeper(self._desk, self._texts, NOTE_FORM, subject, self._name, self)
        self.keeper.state_changed.connect(self.saved_state)
        self._layout.insertWidget(0, self.keeper.notice)
        self._row.insertWidget(0, self.keeper.saved, 1)
        self.keeper.begin({"text": ""})

    def flush(self) -> None:
        """Keep what is typed as a draft at once."""
        self.keep_drafts()
        if self.keeper is not None:
            self.keeper.flush()

    def save(self) -> None:
        """Save the note; a problem is shown below it and nothing typed is lost."""
        self.keep_drafts()
        if self._client_id is None or self.keeper is None:
            return
        if self._is_saving or not self.form.check():
            return
        self._is_saving = True
        self.keeper.hold()
        self._on_changed()
        typed = self.text.value()
        answers = _Answers(self, self.keeper, self._client_id)
        pending = self._desk.act(add_client_note, self._note_id, self._client_id, typed)
        pending.then(answers.on_saved).if_refused(answers.on_refused)
        pending.if_unavailable(answers.on_unavailable)

    def end_save(self, keeper: DraftKeeper, problem: str = "") -> bool:
        """Let go on after a save; answer whether it was about the client still shown."""
        if not isValid(self) or keeper is not self.keeper:
            return False
        self._is_saving = False
        if not problem:
            self._note_id = uuid4()
            self.text.set_value("")
            keeper.finish()
        self.form.field("text").show_problem(problem)
        self._on_changed()
        keeper.go_on()
        return True

    def take_back(self, note_id: UUID, client_id: UUID) -> None:
        """Undo: the note's text comes back into this field, or waits as its client's draft."""
        pending = self._desk.act(take_back_client_note, note_id)
        if isValid(self) and self.keeper is not None and client_id == self._client_id:
            pending.then(_Answers(self, self.keeper, client_id).on_taken_back)

    def add_text(self, keeper: DraftKeeper, text: str) -> None:
        """Put a text that was taken back below what is typed, for the client still shown."""
        if isValid(self) and keeper is self.keeper:
            self.text.set_value(put_together(self.text.value(), text))
            self.text.setFocus()

    def _end(self) -> None:
        """Keep what was begun about the client before, and forget its keeper."""
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
        self._row = QHBoxLayout()
        self._row.setSpacing(spacing(8))
        self._row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(8))
        self._layout.addWidget(self.form)
        self._layout.addLayout(self._row)
        for key in _SAVE_KEYS:
            keys = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key))
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def _on_changed(self) -> None:
        if self._late.isActive() and self.text.value():
            self._late.start(0)
        self.save_button.setEnabled(bool(self.text.value().strip()) and not self._is_saving)


class _Answers:
    """What comes back from one save; it knows which client's note it was."""

    def __init__(self, composer: NoteComposer, keeper: DraftKeeper, client_id: UUID) -> None:
        self._composer, self._keeper, self._client_id = composer, keeper, client_id

    def on_saved(self, note_id: UUID) -> None:
        composer = self._composer
        if composer.end_save(self._keeper):
            undo = partial(composer.take_back, note_id, self._client_id)
            composer.said.emit(_("The note is saved."), undo)

    def on_refused(self, refused: Refused) -> None:
        sentences = " ".join(say(problem) for problem in refused.problems)
        self._composer.end_save(self._keeper, sentences)

    def on_unavailable(self, trouble: Unavailable) -> None:
        sentence = f"{say(trouble.problem)} {say(trouble.remedy)}".strip()
        self._composer.end_save(self._keeper, sentence)

    def on_taken_back(self, text: str) -> None:
        self._composer.add_text(self._keeper, text)
