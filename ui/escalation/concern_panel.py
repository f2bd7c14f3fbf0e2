"""A concern, or a form that notes a step or closes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from app.escalation.chains import chain_here
from resources.text import _
from ui.escalation.chain_form import ChainForm
from ui.escalation.closing_form import ClosingForm
from ui.escalation.concern_card import ConcernView, undo_of
from ui.escalation.opening_form import OpeningForm
from ui.escalation.step_form import StepForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.escalation.rows import ConcernCard, SavedConcern
    from app.escalation.rules import Cause, Chain
    from ui.desk import Desk


NOBODY = UUID(int=0)
"""The record of a form that is about no concern."""

ConcernForm = StepForm | ClosingForm | OpeningForm | ChainForm


class ConcernPanel(CardPanel):
    """Records are concerns."""

    card: ConcernView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a concern to see what is to be done."), icon="heart")
        super().__init__(desk, ConcernView(desk), nothing)
        self._closed: SavedConcern | None = None
        self.card.step_wanted.connect(self.step)
        self.card.closing_wanted.connect(self.close_concern)

    def edit(self, record_id: UUID | None) -> None:
        """Note the next step of the concern that is shown, or begin a new one."""
        if record_id is None:
            self.begin(None, "")
            return
        shown = self.card.shown
        if shown is not None and shown.concern.id == record_id and shown.concern.is_open:
            self.step(shown, shown.next_code)

    def begin(self, person_id: UUID | None, name: str) -> None:
        """Open the form of a new concern."""
        first = "cause" if person_id else "person_id"
        self.open_form(partial(OpeningForm, self.desk, person_id, name), first)

    def step(self, card: ConcernCard, code: str, called: str = "") -> None:
        """Open the form of a step."""
        first = "result" if called else "called"
        self.open_form(partial(StepForm, self.desk, card, code, called), first)

    def close_concern(self, card: ConcernCard) -> None:
        """Open the form that closes a concern."""
        self.open_form(partial(ClosingForm, self.desk, card), "ending")

    def change_steps(self, cause: Cause) -> None:
        """Open the form of the steps that follow a cause."""
        asked = self.desk.ask(chain_here, cause, self.desk.local_now.date())
        self.wait(asked.then(self._on_chain_ready))

    def record_of(self, form: ConcernForm) -> UUID:
        """Answer the concern that a form is about; after the steps the one shown before."""
        if isinstance(form, ChainForm):
            return self.card.record_id or NOBODY
        return form.concern_id

    def saved_words(self, form: ConcernForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; closing can be undone."""
        if isinstance(form, StepForm):
            return _("The step is noted."), None
        if isinstance(form, ChainForm):
            return _("The steps are saved. Concerns that run follow them."), None
        if isinstance(form, OpeningForm):
            return _("The concern has begun. These are the steps."), None
        undo = undo_of(self.card, self._closed) if self._closed is not None else None
        return _("The concern is closed."), undo

    def _on_chain_ready(self, chain: Chain) -> None:
        self.open_form(partial(ChainForm, self.desk, chain), "cause")
        if isinstance(self.form, ChainForm):
            self.form.cause_wanted.connect(self.change_steps)

    def _on_saved(self, answer: object) -> None:
        if isinstance(self.form, ClosingForm):
            self._closed = answer  # type: ignore[assignment]  # what closing answers
        if isinstance(self.form, ChainForm) and self.card.record_id is None:
            self.said.emit(*self.saved_words(self.form))
            self.show_nothing()
            return
        super()._on_saved(answer)
