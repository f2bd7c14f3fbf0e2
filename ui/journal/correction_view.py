"""Corrects a note: the fields as they are, and why; what stood there is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.clients.rules import full_name
from app.errors import Conflict
from app.journal.actions import CORRECTION_FORM, correct_note
from app.journal.queries import note_to_correct, people_of_note
from app.journal.rules import REASON_LENGTH, FollowUp, NoteEntry
from resources.text import _, say
from ui.drafts.conflicts import Conflicts
from ui.drafts.draft_keeper import DraftKeeper
from ui.drafts.joined_forms import JoinedForms
from ui.drafts.presence_line import PresenceLine
from ui.journal.note_fields import NoteFields
from ui.journal.note_words import head_line
from ui.journal.sub_view import SubView
from ui.journal.wording import Wording
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.fields import TextField
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused, Unavailable
    from app.journal.queries import NotePersonRow, NoteRow
    from ui.desk import Desk, Pending
    from ui.drafts.merge_dialog import MergeDialog

_CONTROL = Qt.KeyboardModifier.ControlModifier


class CorrectionView(SubView):
    """A form with a draft of its own; Ctrl+Enter saves."""

    changed = Signal()
    saved = Signal(str)
    """A sentence for the toast."""
    saved_state = Signal(str)

    def __init__(self, desk: Desk, note: NoteRow, name: str) -> None:
        """Correct `note`, which stands on the card of `name`."""
        super().__init__(_("Correct the note"))
        self._desk, self._note = desk, note
        self._person = note.person_id
        self._is_saving = False
        self.fields = NoteFields(desk, _("Note"))
        self.reason = TextField(REASON_LENGTH)
        self.reasons = Form()
        is_mine = note.author == desk.who
        hint = _("The note as it was stays readable under “Show what changed”.")
        label = _("Why is it corrected?")
        self.reasons.add("reason", label, self.reason, hint=hint, optional=is_mine)
        self._wording = Wording(desk, self.fields.text)
        self.save_button = primary_button(_("Save correction"))
        self.save_button.clicked.connect(self.save)
        self.keeper = DraftKeeper(desk, self, CORRECTION_FORM, str(note.id), name, self)
        self.keeper.state_changed.connect(self.saved_state)
        self.conflicts = Conflicts(desk, self, self)
        self.conflicts.failed.connect(self._on_unavailable)
        self.presence = PresenceLine(desk, edits=True)
        self.presence.show_record(note.id, CORRECTION_FORM)
        self._arrange(quiet(head_line(note)))
        self._wording.ask_for(name)
        self._desk.ask(people_of_note, note.id).then(self._on_people)

    @property
    def merge_dialog(self) -> MergeDialog | None:
        """What is shown while two corrections of one note are put together."""
        return self.conflicts.dialog

    def texts(self) -> dict[str, str]:
        """Answer what is typed, for the draft."""
        return {**self.fields.texts(), "reason": self.reason.value()}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        self.fields.restore(texts)
        if "reason" in texts:
            self.reason.restore_text(texts["reason"])

    def save(self) -> None:
        """Save the correction; a problem stands beside its field."""
        if self._is_saving or not self.fields.check() or not self.reasons.check():
            return
        if self.conflicts.is_open:
            self.conflicts.compare()
            return
        self._is_saving = True
        self.save_button.setEnabled(False)
        self.keeper.hold()
        entry, reason = self.fields.entry(self._person), self.reason.value()
        pending = self._desk.act(correct_note, self._note.id, self._note.version, entry, reason)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def ask_newer(self) -> Pending[tuple[NoteRow, tuple[NotePersonRow, ...]] | None]:
        """Ask for the note as others left it."""
        return self._desk.ask(note_to_correct, self._note.id)

    def take(self, newer: tuple[NoteRow, tuple[NotePersonRow, ...]]) -> None:
        """Show the note as others left it."""
        self._note, people = newer
        self._fill(people)

    def leave(self) -> None:
        """Go back to the notes; what is typed waits as a draft."""
        self.flush()
        super().leave()

    def flush(self) -> None:
        """Keep what is typed as a draft at once."""
        self.keeper.flush()

    def _arrange(self, about: QWidget) -> None:
        feet = QHBoxLayout()
        feet.setSpacing(spacing(8))
        feet.addWidget(self.keeper.saved, 1)
        cancel = plain_button(_("Cancel"))
        cancel.clicked.connect(self.leave)
        feet.addWidget(cancel)
        feet.addWidget(self.save_button)
        self.body.addWidget(about)
        for part in (self.presence, self.keeper.notice, self.conflicts.banner):
            self.body.addWidget(part)
        self.body.addWidget(self.fields, 1)
        self.fields.add_below(self.reasons)
        self.body.addLayout(feet)
        self.setEnabled(False)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.listen(QKeyCombination(_CONTROL, key), self.save)

    def _fill(self, people: tuple[NotePersonRow, ...]) -> None:
        note = self._note
        names = [(row.id, full_name(row.given_name, row.family_name)) for row in people[1:]]
        entry = NoteEntry(
            people=tuple(row.id for row in people),
            text=note.text,
            happened_at=note.happened_at.astimezone().replace(tzinfo=None),
            medium=note.medium,
            reached=note.reached,
            minutes=note.minutes,
            topics=note.topics,
            access=note.access,
            follow_up=note.follow_up == FollowUp.OPEN,
            follow_up_for=note.follow_up_for,
            follow_up_due=note.follow_up_due,
        )
        self.fields.set_entry(entry, names)

    def _on_people(self, people: tuple[NotePersonRow, ...]) -> None:
        self.setEnabled(True)
        self._fill(people)
        self.fields.show_details(on=True)
        self.conflicts.begin(self._together(), self._note.id)
        self.fields.changed.connect(self.changed)
        self.reasons.changed.connect(self.changed)
        self.keeper.begin()
        self.fields.text.setFocus()

    def _together(self) -> JoinedForms:
        """Answer all fields of the note; its details are there by now."""
        details = self.fields.details
        return JoinedForms(self.fields.form, *([details.form] if details is not None else ()))

    def _on_saved(self, _version: int) -> None:
        self.keeper.finish()
        self.saved.emit(_("The correction is saved; the earlier version is kept."))

    def _on_refused(self, refused: Refused) -> None:
        self._go_on()
        if isinstance(refused, Conflict):
            self.conflicts.show()
            return
        mine = [problem for problem in refused.problems if problem.field == "reason"]
        self.reasons.show_problems(mine)
        self.fields.show_problems([one for one in refused.problems if one.field != "reason"])

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._go_on()
        self.fields.show_trouble(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _go_on(self) -> None:
        self._is_saving = False
        self.save_button.setEnabled(True)
        self.keeper.go_on()
