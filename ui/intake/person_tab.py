"""The tab "Intake and consent" of a person's card: requests, answers, what was passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.consent.queries import consent_to_edit
from app.consent.sheets import consent_paper, data_sheet
from resources.text import _, language, say
from ui.consent.answer_form import AnswerForm
from ui.consent.consent_cards import ConsentCards
from ui.consent.paper_view import PaperView
from ui.consent.passing_form import PassingForm
from ui.intake.requests_card import RequestsCard
from ui.style import spacing
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QHideEvent

    from app.consent.queries import ConsentToEdit
    from app.consent.rules import ConsentDetails, PassingOn
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending


class PersonTab(QWidget):
    """Shows the cards, or one form or paper in their place; forms keep drafts."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    features: ClassVar[frozenset[str]] = frozenset({"intake", "consent", "institutions"})

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Build the tab; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk, self._person_id = desk, person_id
        self._asked: ConsentDetails | None = None
        self._shows_after: QWidget | None = None
        self._opening: Pending[Any] | None = None
        self._language = language()
        self.form: AnswerForm | PassingForm | None = None
        self.requests = RequestsCard(desk, person_id)
        self.consent = ConsentCards(desk, person_id)
        self.paper = PaperView(desk)
        self._cards = ScrollBody()
        self._cards.body.setSpacing(spacing(12))
        for card in (self.requests, self.consent):
            self._cards.add(card)
        if not desk.offers("intake"):
            self.requests.hide()
        self._cards.end()
        self._stack = QStackedWidget()
        for part in (self._cards, self.paper):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()

    def refresh(self) -> None:
        """Ask again for the cards; a form stays as it is typed."""
        self.requests.refresh()
        self.consent.refresh()

    def do(self, doing: str, _record: UUID | None = None) -> None:
        """Begin what a place says: "new_consent" keeps an answer, "pass_on" passes data on."""
        if doing == "new_consent":
            self.record_answer()
        elif doing == "pass_on":
            self.pass_on()

    def record_answer(self, consent_id: UUID | None = None) -> None:
        """Open the form of an answer, or of a new one."""
        person = None if consent_id else self._person_id
        pending = self._desk.ask(consent_to_edit, person, consent_id)
        self._wait(pending.then(self._on_answer_ready))

    def pass_on(self) -> None:
        """Open the form of passing data on."""
        pending = self._desk.ask(consent_to_edit, self._person_id)
        self._wait(pending.then(self._on_passing_ready))

    def shown(self) -> QWidget | None:
        """Answer what is shown: the cards, a form or a paper."""
        return self._stack.currentWidget()

    def flush(self) -> None:
        """Save drafts at once."""
        if self.form is not None:
            self.form.keeper.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save drafts before somebody else's card is shown."""
        self.flush()
        super().hideEvent(event)

    def _connect(self) -> None:
        self.requests.place_wanted.connect(self.place_wanted)
        self.consent.said.connect(self.said)
        self.consent.answer_wanted.connect(self.record_answer)
        self.consent.passing_wanted.connect(self.pass_on)
        self.consent.form_wanted.connect(self._on_form_wanted)
        self.paper.said.connect(self.said)
        self.paper.left.connect(self._on_paper_left)
        self.paper.language_chosen.connect(self._on_language_chosen)

    def _catch(self, pending: Pending[Any]) -> None:
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _wait(self, opening: Pending[Any]) -> None:
        """Open one form only, though its button was pressed twice."""
        if self._opening is not None:
            self._opening.forget()
        self._opening = opening
        self._catch(opening)

    def _on_answer_ready(self, editing: ConsentToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This answer is no longer in the office."), None)
            return
        # The older form keeps its draft first, so that a new one finds it.
        self._end_form()
        form = AnswerForm(self._desk, editing)
        form.print_wanted.connect(self._on_print_wanted)
        form.saved.connect(self._on_answer_saved)
        self._show_form(form, "purpose")

    def _on_passing_ready(self, editing: ConsentToEdit | None) -> None:
        if editing is None:
            return
        self._end_form()
        form = PassingForm(self._desk, self._person_id, editing.name)
        form.preview_wanted.connect(self._on_preview_wanted)
        form.content.record_wanted.connect(self._on_record_wanted)
        form.saved.connect(self._on_passed_on)
        self._show_form(form, "institution_id")

    def _show_form(self, form: AnswerForm | PassingForm, first: str) -> None:
        self.form = form
        form.left.connect(self._on_form_left)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.fields.focus_field(first)

    def _end_form(self) -> None:
        if self._opening is not None:
            self._opening.forget()
            self._opening = None
        if self.form is not None:
            self.form.keeper.flush()
            self._stack.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _show_cards(self) -> None:
        self._end_form()
        self._stack.setCurrentWidget(self._cards)
        self.refresh()

    def _on_form_left(self) -> None:
        self._show_cards()

    def _on_record_wanted(self) -> None:
        self.record_answer()

    def _on_answer_saved(self, _consent: UUID) -> None:
        self.said.emit(_("The answer is saved."), None)
        self._show_cards()

    def _on_passed_on(self, pdf: bytes) -> None:
        self._end_form()
        self.refresh()
        done = _("It is noted to whom these data go. Print the sheet, or save it.")
        self._show_paper(self._cards, pdf, _("Data sheet"), done=done)

    def _on_form_wanted(self) -> None:
        self._asked = None
        self._ask_paper("", self._cards)

    def _on_print_wanted(self, details: ConsentDetails) -> None:
        self._asked = details
        self._ask_paper("", self.form)

    def _on_language_chosen(self, chosen: str) -> None:
        self._ask_paper(chosen, self._shows_after)

    def _ask_paper(self, chosen: str, after: QWidget | None) -> None:
        self._shows_after = after
        self._language = chosen or language()
        paper = self._desk.ask(consent_paper, self._person_id, self._asked, self._language)
        self._catch(paper.then(self._on_paper))

    def _on_paper(self, pdf: bytes) -> None:
        title = _("Form of consent")
        self._show_paper(self._shows_after, pdf, title, language=self._language)

    def _on_preview_wanted(self, form: PassingOn) -> None:
        today, who = self._desk.local_now.date(), self._desk.who
        pending = self._desk.ask(data_sheet, self._person_id, form, today, who=who)
        self._catch(pending.then(self._on_preview))

    def _on_preview(self, pdf: bytes) -> None:
        done = _("This is only a look: nothing was passed on yet.")
        self._show_paper(self.form, pdf, _("Data sheet"), done=done, is_final=False)

    def _show_paper(self, after: QWidget | None, pdf: bytes, title: str, **how: Any) -> None:  # noqa: ANN401 - what the view takes
        self._shows_after = after
        self.paper.show_paper(pdf, title, **how)
        self._stack.setCurrentWidget(self.paper)

    def _on_paper_left(self) -> None:
        form = self.form
        if form is not None and self._shows_after is form:
            self._stack.setCurrentWidget(form)
        else:
            self._show_cards()

    def _on_refused(self, refused: Refused) -> None:
        if self.form is not None:
            self.form.fields.show_problems(refused.problems)
        else:
            self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
