"""Writes a note: Ctrl+Enter saves it, and what is typed is kept as a draft."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.clients.actions import NOTE_FORM, add_client_note, take_back_client_note
from app.clients.rules.details import put_together
from resources.text import _, say
from ui.drafts.draft_keeper import DraftKeeper
from ui.style import length, spacing
from ui.widgets.buttons import plain_button
from ui.widgets.fields import LongTextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from ui.desk import Desk

_SAVE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteComposer(QWidget):
    """The field for a new note about one client."""

    said = Signal(str, object)
    saved_state = Signal(str)

    def __init__(
        self, desk: Desk, client_id: UUID, name: str, parent: QWidget | None = None
    ) -> None:
        """Write about the client `name`; a draft is brought back."""
        super().__init__(parent)
        self._desk, self._client_id = desk, client_id
        # Made here, so that saving twice writes one note.
        self._note_id = uuid4()
        self.form = Form()
        self.text = LongTextField(3)
        self.text.setMaximumHeight(length(20) * 4 + length(14))
        self.form.add("text", _("New note"), self.text)
        self.save_button = plain_button(_("Save note"), "check")
        self.save_button.setToolTip(_("Save the note (Ctrl+Enter)"))
        self.save_button.clicked.connect(self.save)
        self.keeper = DraftKeeper(desk, self.form, NOTE_FORM, str(client_id), name, self)
        self.keeper.state_changed.connect(self.saved_state)
        self.text.changed.connect(self._on_changed)
        self._is_saving = False
        self._arrange()
        self._on_changed()
        self.keeper.begin()

    def save(self) -> None:
        """Save the note; a problem is shown below it and nothing typed is lost."""
        if self._is_saving or not self.form.check():
            return
        self._is_saving = True
        self.keeper.hold()
        self._on_changed()
        typed = self.text.value()
        pending = self._desk.act(add_client_note, self._note_id, self._client_id, typed)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing(8))
        row.addWidget(self.keeper.saved, 1)
        row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.keeper.notice)
        layout.addWidget(self.form)
        layout.addLayout(row)
        for key in _SAVE_KEYS:
            keys = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key))
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def _on_changed(self) -> None:
        self.save_button.setEnabled(bool(self.text.value().strip()) and not self._is_saving)

    def _on_saved(self, note_id: UUID) -> None:
        self._is_saving = False
        self._note_id = uuid4()
        self.text.set_value("")
        self.form.keep()
        self.keeper.finish()
        self.keeper.go_on()
        self.said.emit(_("The note is saved."), partial(self._take_back, note_id))

    def _on_refused(self, refused: Refused) -> None:
        self._is_saving = False
        self._on_changed()
        self.form.show_problems(refused.problems)
        self.keeper.go_on()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._is_saving = False
        self._on_changed()
        self.form.field("text").show_problem(f"{say(trouble.problem)} {say(trouble.remedy)}")
        self.keeper.go_on()

    def _take_back(self, note_id: UUID) -> None:
        """Undo: the note's text comes back into this field, or into its draft."""
        pending = self._desk.act(take_back_client_note, note_id)
        if isValid(self):
            pending.then(self._on_taken_back)

    def _on_taken_back(self, text: str) -> None:
        self.text.set_value(put_together(self.text.value(), text))
        self.text.setFocus()
