"""Beside the list of matters: one of them, or a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.referrals.handing_over.queries import handing_desk, referral_card
from resources.text import _
from ui.referrals.handing_over.access_form import AccessForm
from ui.referrals.handing_over.handing_card import HandingCard
from ui.referrals.handing_over.handing_form import HandingForm
from ui.referrals.handing_over.received_form import ReceivedForm
from ui.referrals.handing_over.reply_form import ReplyForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.referrals.handing_over.queries import HandingDesk, ReferralCard
    from ui.desk import Desk

AnyForm = HandingForm | ReceivedForm | ReplyForm | AccessForm


class HandingPanel(CardPanel):
    """Records are matters."""

    card: HandingCard

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a matter to see what became of it."), icon="forward")
        super().__init__(desk, HandingCard(desk), nothing)
        self.card.answer_wanted.connect(self.answer)
        self.card.access_wanted.connect(self.ask_access)

    def edit(self, record_id: UUID | None) -> None:
        """Hand over a matter of somebody yet to be chosen, or answer the one that is shown."""
        if record_id is None:
            self.open_form(partial(HandingForm, self.desk), "person_id")
            return
        self._wait_for(record_id, self._on_answering)

    def receive(self, person_id: UUID | None) -> None:
        """Record what another institution handed to the office, perhaps about a person."""
        if person_id is None:
            self.open_form(partial(ReceivedForm, self.desk), "person_id")
            return
        today = self.desk.local_now.date()
        self.wait(self.desk.ask(handing_desk, person_id, today).then(self._on_receiving))

    def hand_over(self, person_id: UUID) -> None:
        """Hand over a matter of a person."""
        today = self.desk.local_now.date()
        self.wait(self.desk.ask(handing_desk, person_id, today).then(self._on_person))

    def ask(self, record_id: UUID) -> None:
        """Ask for access to whom a matter is about."""
        self._wait_for(record_id, self._on_asking)

    def answer(self, card: ReferralCard) -> None:
        """Open the form of what became of it."""
        self.open_form(partial(ReplyForm, self.desk, card), "state")

    def ask_access(self, card: ReferralCard) -> None:
        """Open the form that asks for access."""
        self.open_form(partial(AccessForm, self.desk, card), "reason")

    def record_of(self, form: AnyForm) -> UUID:
        """Answer the matter that a form is about."""
        return form.referral_id

    def saved_words(self, form: AnyForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; what left cannot be undone."""
        if isinstance(form, HandingForm):
            return _("It is handed over, and stands in the register."), None
        if isinstance(form, ReceivedForm):
            return _("It is recorded. Note what becomes of it here."), None
        if isinstance(form, ReplyForm):
            return _("The answer is kept."), None
        return _("Your request is sent to those who know the person."), None

    def _wait_for(self, record_id: UUID, then: Callable[[ReferralCard | None], None]) -> None:
        today = self.desk.local_now.date()
        self.wait(self.desk.ask(referral_card, record_id, today).then(then))

    def _on_answering(self, card: ReferralCard | None) -> None:
        if card is not None and card.row.state in {"sent", "accepted"}:
            self.answer(card)

    def _on_asking(self, card: ReferralCard | None) -> None:
        if card is not None and card.may_ask:
            self.ask_access(card)

    def _on_receiving(self, known: HandingDesk | None) -> None:
        if known is None:
            self.said.emit(_("This person is no longer in the office."), None)
            return
        self.open_form(partial(ReceivedForm, self.desk, known), "from_institution_id")

    def _on_person(self, known: HandingDesk | None) -> None:
        if known is None:
            self.said.emit(_("This person is no longer in the office."), None)
            return
        self.open_form(partial(HandingForm, self.desk, known), "kind")
