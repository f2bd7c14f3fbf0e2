"""A note about a match, or what both said when they were asked; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.matches.actions import CHECK_IN_FORM, MATCH_NOTE_FORM, note_check_in, note_on_match
from app.matches.queries import matches_of
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.widgets.fields import DateField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.matches.queries import MatchRow
    from ui.desk import Desk, Pending


class MatchNoteForm(KeptForm):
    """Of a check-in it asks the day as well."""

    def __init__(
        self,
        desk: Desk,
        person_id: UUID,
        match: MatchRow,
        parent: QWidget | None = None,
        *,
        is_check_in: bool = False,
    ) -> None:
        """Begin about a match, on the card of a person."""
        super().__init__(desk, parent)
        self.person_id, self._match, self._is_check_in = person_id, match, is_check_in
        self.content = PartsForm()
        if is_check_in:
            self.content.put("on", _("On"), DateField())
            self.content.inputs["on"].set_value(desk.local_now.date())
        label = _("What both say, and what was agreed") if is_check_in else _("Note")
        self.content.put("note", label, ShortTextField(4))
        self.content.keep()
        pair = _("{visitor} and {person}").format(
            visitor=match.visitor_name, person=match.person_name
        )
        verb = _("Save check-in") if is_check_in else _("Save note")
        form = CHECK_IN_FORM if is_check_in else MATCH_NOTE_FORM
        self.arrange(self.content, pair, verb, form, str(match.id), pair)

    def send(self) -> Pending[UUID]:
        """Save the note."""
        note = self.content.inputs["note"].value()
        if self._is_check_in:
            on = self.content.inputs["on"].value() or self.desk.local_now.date()
            return self.desk.act(note_check_in, self._match.id, on, note)
        return self.desk.act(note_on_match, self._match.id, note)

    def ask_newer(self) -> Pending[tuple[MatchRow, ...]]:
        """Ask for the match as others left it."""
        return self.desk.ask(matches_of, self._match.person_id)

    def take(self, newer: tuple[MatchRow, ...]) -> None:
        """Go on with the match as others left it."""
        self._match = next((row for row in newer if row.id == self._match.id), self._match)
