"""Closing a concern: how it ended, in a word and in a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.escalation.actions import CLOSING_FORM, close_escalation
from app.escalation.queries import concern_card
from app.escalation.rules import ENDING_LABELS, Closing, Ending
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.escalation.words import choices
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.escalation.rows import ConcernCard, SavedConcern
    from ui.desk import Desk, Pending


class ClosingFields(Form):
    """Both are needed: nothing is closed before somebody knows."""

    def __init__(self) -> None:
        """Begin without an answer."""
        super().__init__()
        self.ending: ChoiceField[Ending | None] = ChoiceField(choices(ENDING_LABELS))
        self.note = ShortTextField(4)
        self.add("ending", _("How it ended"), self.ending)
        self.add(
            "note",
            _("Closing note"),
            self.note,
            hint=_("Who found out what, and what was agreed for the next time."),
        )
        self.keep()

    def value(self) -> Closing:
        """Answer what the fields say."""
        return Closing(self.ending.value(), self.note.value())


class ClosingForm(KeptForm):
    """Ctrl+S closes the concern; on the next working day a task asks to speak to the person."""

    fields: ClosingFields

    def __init__(self, desk: Desk, card: ConcernCard, parent: QWidget | None = None) -> None:
        """Close a concern as it was read."""
        super().__init__(desk, parent)
        self._card = card
        self.concern_id = card.concern.id
        name = card.concern.person_name
        self.arrange(
            ClosingFields(),
            _("Close concern"),
            _("Close concern"),
            CLOSING_FORM,
            str(self.concern_id),
            name,
        )

    def send(self) -> Pending[SavedConcern]:
        """Have the concern closed."""
        row = self._card.concern
        title = _("Speak to {name} after the concern").format(name=row.person_name)
        return self.desk.act(close_escalation, row.id, row.version, self.fields.value(), title)

    def ask_newer(self) -> Pending[ConcernCard | None]:
        """Ask for the concern as others left it."""
        return self.desk.ask(concern_card, self.concern_id, self.desk.local_now.date())

    def take(self, newer: ConcernCard) -> None:
        """Close the concern as others left it."""
        self._card = newer
