"""Beside the list: the chosen enquiry, or a form about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.referrals.answers.desk import answer_desk
from app.referrals.enquiries.queries import enquiry_card, enquiry_to_edit
from resources.text import _
from ui.referrals.answers.answering_form import FIRST, AnsweringForm
from ui.referrals.enquiries.enquiry_card import EnquiryCardView
from ui.referrals.enquiries.enquiry_form import EnquiryForm
from ui.referrals.enquiries.follow_form import FollowForm
from ui.referrals.enquiries.small_forms import AssessmentForm, ClosingForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.referrals.answers.desk import AnswerDesk
    from app.referrals.enquiries.queries import EnquiryCard, EnquiryToEdit
    from ui.desk import Desk, Pending

    AnyForm = EnquiryForm | AnsweringForm | FollowForm | AssessmentForm | ClosingForm


class EnquiryPanel(CardPanel):
    """Forms are those of the enquiry, its assessment, its answer, what follows, and its end."""

    card: EnquiryCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose an enquiry to see what is due."), icon="phone")
        super().__init__(desk, EnquiryCardView(desk), nothing)
        self.card.assess_wanted.connect(self.assess)
        self.card.follow_wanted.connect(self.follow)
        self.card.close_wanted.connect(self.close_enquiry)
        self.card.answer_wanted.connect(self.answer)

    def edit(self, record_id: UUID | None, person_id: UUID | None = None) -> None:
        """Open the form of an enquiry, or of a new one, perhaps about a person."""
        today = self.desk.local_now.date()
        asked = self.desk.ask(enquiry_to_edit, record_id, today, person_id)
        self.wait(asked.then(self._on_ready))

    def assess(self, enquiry_id: UUID) -> None:
        """Open the form of an assessment."""
        self.wait(self._ask_card(enquiry_id).then(self._on_assessment_ready))

    def follow(self, enquiry_id: UUID) -> None:
        """Open the form of what follows."""
        self.wait(self._ask_card(enquiry_id).then(self._on_following_ready))

    def close_enquiry(self, enquiry_id: UUID) -> None:
        """Open the form that closes an enquiry."""
        self.wait(self._ask_card(enquiry_id).then(self._on_closing_ready))

    def answer(self, enquiry_id: UUID) -> None:
        """Open the form of an answer."""
        today = self.desk.local_now.date()
        self.wait(self.desk.ask(answer_desk, enquiry_id, today).then(self._on_answer_ready))

    def record_of(self, form: AnyForm) -> UUID:
        """Answer the enquiry that a form is about."""
        return form.enquiry_id

    def saved_words(self, form: AnyForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; closing can be taken back."""
        if isinstance(form, ClosingForm):
            return _("The enquiry is closed."), self.card.undo_closing(form.enquiry_id)
        if isinstance(form, AnsweringForm):
            return _("The answer is given and kept."), None
        if isinstance(form, FollowForm):
            return _("It is begun and tied to the enquiry."), None
        if isinstance(form, AssessmentForm):
            return _("The assessment is saved."), None
        return _("The enquiry is saved."), None

    def _ask_card(self, enquiry_id: UUID) -> Pending[EnquiryCard | None]:
        return self.desk.ask(enquiry_card, enquiry_id, self.desk.local_now.date())

    def _on_ready(self, editing: EnquiryToEdit | None) -> None:
        if editing is None:
            self._say_gone()
            return
        is_new = editing.enquiry_id is None
        first = "institution_id" if is_new else "observed"
        self.open_form(partial(EnquiryForm, self.desk, editing), first)

    def _on_assessment_ready(self, card: EnquiryCard | None) -> None:
        self._open(AssessmentForm, card, "assessment")

    def _on_following_ready(self, card: EnquiryCard | None) -> None:
        self._open(FollowForm, card, "kind")

    def _on_closing_ready(self, card: EnquiryCard | None) -> None:
        self._open(ClosingForm, card, "outcome")

    def _on_answer_ready(self, known: AnswerDesk) -> None:
        self.open_form(partial(AnsweringForm, self.desk, known), FIRST)

    def _open(
        self,
        make: type[AssessmentForm | FollowForm | ClosingForm],
        card: EnquiryCard | None,
        first: str,
    ) -> None:
        if card is None:
            self._say_gone()
        else:
            self.open_form(partial(make, self.desk, card), first)

    def _say_gone(self) -> None:
        self.said.emit(_("This enquiry is no longer in the office."), None)
