"""A person in matching, or a form about wishes or a step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.matches.queries import wish_to_edit
from resources.text import _
from ui.matches.matching_card import MatchingCard
from ui.matches.step_form import StepForm
from ui.matches.wish_form import WishForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.matches.queries import MatchRow, WishToEdit
    from app.matches.rules import MatchStage
    from ui.desk import Desk


class MatchingPanel(CardPanel):
    """Records are people."""

    card: MatchingCard

    def __init__(self, desk: Desk, *, names_person: bool = True) -> None:
        """Begin with nobody."""
        nothing = EmptyState(_("Choose somebody to see who could visit."), icon="heart")
        super().__init__(desk, MatchingCard(desk, names_person=names_person), nothing)
        self.card.step_wanted.connect(self.step)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a person's wishes."""
        if record_id is not None:
            self.wait(self.desk.ask(wish_to_edit, record_id).then(self._on_wish_ready))

    def step(self, match: MatchRow, stage: MatchStage) -> None:
        """Open the form of a match's next step."""
        person = self.card.record_id or match.person_id
        self.open_form(partial(StepForm, self.desk, person, match, stage), "on")

    def record_of(self, form: WishForm | StepForm) -> UUID:
        """Answer the person that a form is about."""
        return form.person_id

    def saved_words(self, form: WishForm | StepForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved."""
        if isinstance(form, WishForm):
            return _("The wishes are saved."), None
        return _("The step is saved."), None

    def _on_wish_ready(self, editing: WishToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This person is no longer in the office."), None)
            return
        self.open_form(partial(WishForm, self.desk, editing), "service_kind")
