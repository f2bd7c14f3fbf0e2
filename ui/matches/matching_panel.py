"""A person in matching, or a form about wishes or a step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from app.matches.queries import calls_to, wish_to_edit
from app.together import together
from resources.text import _, language, say
from ui.consent.paper_view import PaperView
from ui.matches.apart_form import ApartForm
from ui.matches.call_form import CallerForm, CallForm
from ui.matches.match_note_form import MatchNoteForm
from ui.matches.matching_card import MatchingCard
from ui.matches.step_form import StepForm
from ui.matches.wish_form import WishForm
from ui.views.card_panel import CardPanel
from ui.widgets.buttons import reword
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused
    from app.matches.queries import Calls, MatchRow, WishToEdit
    from app.matches.rules import MatchStage
    from ui.desk import Desk
    from ui.drafts.kept_form import KeptForm

AnyForm: TypeAlias = WishForm | StepForm | MatchNoteForm | ApartForm | CallForm | CallerForm


class MatchingPanel(CardPanel):
    """Records are people."""

    card: MatchingCard

    def __init__(self, desk: Desk, *, names_person: bool = True) -> None:
        """Begin with nobody."""
        nothing = EmptyState(_("Choose somebody to see who could visit."), icon="heart")
        super().__init__(desk, MatchingCard(desk, names_person=names_person), nothing)
        self.paper = PaperView(desk)
        reword(self.paper.back_button, _("Close card"))
        self.addWidget(self.paper)
        self._asked: UUID | None = None
        self._language = ""
        self._call_form: tuple[type[CallForm | CallerForm], str] = (CallForm, "result")
        self.card.step_wanted.connect(self.step)
        self.card.note_wanted.connect(self.note)
        self.card.check_in_wanted.connect(self.check_in)
        self.card.apart_wanted.connect(self.keep_apart)
        self.card.call_wanted.connect(self.call)
        self.card.caller_wanted.connect(self.choose_caller)
        self.card.paper_wanted.connect(self._on_paper_wanted)
        self.paper.left.connect(self._on_paper_left)
        self.paper.said.connect(self.said)
        self.paper.language_chosen.connect(self._ask_paper)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a person's wishes."""
        if record_id is not None:
            self.wait(self.desk.ask(wish_to_edit, record_id).then(self._on_wish_ready))

    def step(self, match: MatchRow, stage: MatchStage) -> None:
        """Open the form of a match's next step."""
        person = self.card.record_id or match.person_id
        self.open_form(partial(StepForm, self.desk, person, match, stage), "on")

    def note(self, match: MatchRow) -> None:
        """Open the form of a note about a match."""
        person = self.card.record_id or match.person_id
        self.open_form(partial(MatchNoteForm, self.desk, person, match), "note")

    def check_in(self, match: MatchRow) -> None:
        """Open the form of what both said."""
        person = self.card.record_id or match.person_id
        self.open_form(partial(MatchNoteForm, self.desk, person, match, is_check_in=True), "note")

    def keep_apart(self, person_id: UUID) -> None:
        """Open the form that keeps somebody apart from another."""
        self._asked = person_id
        self.wait(self.desk.ask(wish_to_edit, person_id).then(self._on_apart_ready))

    def call(self, person_id: UUID) -> None:
        """Open the form of a call to somebody who waits."""
        self._ask_call(person_id, CallForm, "result")

    def choose_caller(self, person_id: UUID) -> None:
        """Open the form of who rings somebody who waits."""
        self._ask_call(person_id, CallerForm, "visitor_id")

    def record_of(self, form: AnyForm) -> UUID:
        """Answer the person that a form is about."""
        return form.person_id

    def saved_words(self, form: AnyForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved."""
        words: dict[type[KeptForm], str] = {
            WishForm: _("The wishes are saved."),
            StepForm: _("The step is saved."),
            MatchNoteForm: _("It is noted."),
            ApartForm: _("The two are kept apart."),
            CallForm: _("The call is noted."),
            CallerForm: _("It is saved who rings."),
        }
        return words[type(form)], None

    def _ask_call(self, person_id: UUID, form: type[CallForm | CallerForm], first: str) -> None:
        questions = (
            partial(wish_to_edit, person_id=person_id),
            partial(calls_to, person_id=person_id),
        )
        self._call_form = (form, first)
        self.wait(self.desk.ask(together, *questions).then(self._on_call_ready))

    def _on_call_ready(self, found: tuple[WishToEdit | None, Calls]) -> None:
        person, calls = found
        form, first = self._call_form
        if person is None:
            self._say_gone()
            return
        make = partial(form, self.desk, person.person_id, person.name, calls)
        self.open_form(make, first)

    def _on_apart_ready(self, person: WishToEdit | None) -> None:
        if person is None:
            self._say_gone()
            return
        self.open_form(partial(ApartForm, self.desk, person.person_id, person.name), "other")

    def _on_paper_wanted(self, person_id: UUID) -> None:
        self._asked = person_id
        self._ask_paper(language())

    def _ask_paper(self, in_language: str) -> None:
        # Brings the paper code, which no list needs.
        from app.matches.queries.card import candidate_card_pdf  # noqa: PLC0415 - see above

        if self._asked is None:
            return
        self._language = in_language
        today = self.desk.local_now.date()
        pending = self.desk.ask(candidate_card_pdf, self._asked, in_language, today)
        self.wait(pending.then(self._on_paper).if_refused(self._on_paper_refused))

    def _on_paper(self, pdf: bytes) -> None:
        done = _("It names nobody. Say the rest when somebody can imagine visiting.")
        title = _("Card to ask a volunteer with")
        self.paper.show_paper(pdf, title, done=done, language=self._language)
        self.setCurrentWidget(self.paper)

    def _on_paper_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_paper_left(self) -> None:
        self.setCurrentWidget(self.card)

    def _on_wish_ready(self, editing: WishToEdit | None) -> None:
        if editing is None:
            self._say_gone()
            return
        self.open_form(partial(WishForm, self.desk, editing), "service_kind")

    def _say_gone(self) -> None:
        self.said.emit(_("This person is no longer in the office."), None)
