"""Beside the list, or on the person's card: the volunteer, or a form about the volunteer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.volunteers.queries import volunteer_card, volunteer_to_edit
from resources.text import _
from ui.views.card_panel import CardPanel
from ui.volunteers.proof_form import ProofForm
from ui.volunteers.volunteer_card import VolunteerCardView
from ui.volunteers.volunteer_form import VolunteerForm
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.volunteers.queries import VolunteerCard, VolunteerToEdit
    from ui.desk import Desk


class VolunteerPanel(CardPanel):
    """Records are people; forms are those of the file and of a proof."""

    card: VolunteerCardView

    def __init__(self, desk: Desk, *, names_person: bool = True) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a volunteer to see what is missing."), icon="heart")
        super().__init__(desk, VolunteerCardView(desk, names_person=names_person), nothing)
        self._code = ""
        self.card.proof_wanted.connect(self.prove)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a person's file, or of somebody's who is still to be chosen."""
        self.wait(self.desk.ask(volunteer_to_edit, record_id).then(self._on_ready))

    def prove(self, person_id: UUID, code: str = "") -> None:
        """Open the form of a proof."""
        self._code = code
        today = self.desk.local_now.date()
        self.wait(self.desk.ask(volunteer_card, person_id, today).then(self._on_proof_ready))

    def record_of(self, form: VolunteerForm | ProofForm) -> UUID | None:  # type: ignore[override] # nobody is chosen yet
        """Answer the person that a form is about."""
        return form.person_id

    def saved_words(self, form: VolunteerForm | ProofForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved."""
        if isinstance(form, ProofForm):
            return _("The proof is saved."), None
        return _("The volunteer's file is saved."), None

    def _on_ready(self, editing: VolunteerToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This person is no longer in the office."), None)
            return
        first = "person_id" if editing.person_id is None else "applied_on"
        self.open_form(partial(VolunteerForm, self.desk, editing), first)

    def _on_proof_ready(self, card: VolunteerCard | None) -> None:
        if card is None or not card.standings:
            self.said.emit(_("This person has no volunteer's file yet."), None)
            return
        code = self._code or card.standings[0].requirement.code
        self.open_form(partial(ProofForm, self.desk, card, code), "inspected_on")
