"""A person in preventive visits, or a form about an answer, a visit, a risk, an exemption."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.preventive.offers import occasion_of_open
from app.preventive.queries import preventive_file
from app.preventive.rules import OfferState
from resources.text import _
from ui.preventive.accept_form import AcceptForm
from ui.preventive.answer_form import AnswerForm
from ui.preventive.person_card import PreventiveCard
from ui.preventive.span_form import SpanForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.preventive.queries import OpenVisit, PreventiveFile, SpanRow
    from ui.desk import Desk

    AnyForm = AcceptForm | AnswerForm | SpanForm


class PreventivePanel(CardPanel):
    """Records are people."""

    card: PreventiveCard

    def __init__(self, desk: Desk, *, names_person: bool = True) -> None:
        """Begin with nobody."""
        nothing = EmptyState(_("Choose somebody to see what is due and why."), icon="home")
        super().__init__(desk, PreventiveCard(desk, names_person=names_person), nothing)
        self._wanted: tuple[UUID | None, OfferState] = (None, OfferState.DECLINED)
        self._adds_exemption = False
        self.card.answer_wanted.connect(self.answer)
        self.card.span_wanted.connect(self._on_span_wanted)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of the first visit that waits for an answer."""
        if record_id is not None:
            self._wanted = (None, OfferState.DECLINED)
            self._ask_file(record_id, self._on_file_to_answer)

    def accept(self, person_id: UUID) -> None:
        """Open the form of the visit that somebody accepts, the first that waits for it."""
        self._wanted = (None, OfferState.ACCEPTED)
        self._ask_file(person_id, self._on_file_to_answer)

    def answer(self, visit: OpenVisit, state: OfferState) -> None:
        """Open the form of an answer about a visit of the person whose card is shown."""
        if self.card.file is not None:
            self._open(self.card.file, visit, state)

    def answer_offer(self, person_id: UUID, offer_id: UUID, state: OfferState) -> None:
        """Open the form of an answer about the offer of a row."""
        self._wanted = (offer_id, state)
        self._ask_file(person_id, self._on_file_to_answer)

    def add_span(self, person_id: UUID, *, is_exemption: bool) -> None:
        """Open the form of a new risk or exemption."""
        self._adds_exemption = is_exemption
        self._ask_file(person_id, self._on_file_to_add)

    def record_of(self, form: AnyForm) -> UUID:
        """Answer the person that a form is about."""
        return form.person_id

    def saved_words(self, form: AnyForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved."""
        if isinstance(form, AcceptForm):
            return _("The visit is planned."), None
        if isinstance(form, AnswerForm):
            return _("The answer is saved."), None
        if form.is_exemption:
            return _("The exemption is saved."), None
        return _("The risk is saved."), None

    def _ask_file(self, person_id: UUID, then: Callable[[PreventiveFile | None], None]) -> None:
        today = self.desk.local_now.date()
        self.wait(self.desk.ask(preventive_file, person_id, today).then(then))

    def _on_file_to_answer(self, file: PreventiveFile | None) -> None:
        if file is None:
            self.said.emit(_("This person is no longer in the office."), None)
            return
        today = self.desk.local_now.date()
        visits = file.open_visits(today.replace(year=today.year + 1))
        wanted, state = self._wanted
        for visit in visits:
            key = occasion_of_open(file.person_id, visit).id
            if wanted in {None, key}:
                self._open(file, visit, state)
                return
        self.said.emit(_("This visit is settled already. It stands in what was."), None)

    def _on_file_to_add(self, file: PreventiveFile | None) -> None:
        if file is not None:
            self._open_span(file, None, is_exemption=self._adds_exemption)

    def _on_span_wanted(self, row: SpanRow | None, is_exemption: bool) -> None:  # noqa: FBT001 - from a signal
        if self.card.file is not None:
            self._open_span(self.card.file, row, is_exemption=is_exemption)

    def _open(self, file: PreventiveFile, visit: OpenVisit, state: OfferState) -> None:
        if state is OfferState.ACCEPTED:
            self.open_form(partial(AcceptForm, self.desk, file, visit), "visitor")
            return
        first = {OfferState.MOVED: "again_on", OfferState.DECLINED: "reason"}.get(state, "on")
        self.open_form(partial(AnswerForm, self.desk, file, visit, state), first)

    def _open_span(self, file: PreventiveFile, row: SpanRow | None, *, is_exemption: bool) -> None:
        make = partial(SpanForm, self.desk, file, row, is_exemption=is_exemption)
        self.open_form(make, "code")
