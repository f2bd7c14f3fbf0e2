"""Beginning what follows from an enquiry, in one step: what is asked depends on the kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.clients.languages import spoken_languages
from app.referrals.enquiries.following import FOLLOW_FORM, follow_up
from app.referrals.enquiries.queries import enquiry_card
from app.referrals.enquiries.rules import FOR_PERSON, WITH_REFERRAL, WITH_TASK, FollowUp, StepKind
from app.referrals.handing_over.queries import handing_desk
from app.visiting.queries import known_visitors
from resources.text import _, language
from ui.drafts.kept_form import KeptForm
from ui.referrals.enquiries.refer_fields import ReferFields
from ui.referrals.enquiries.words import about_words, step_words
from ui.visiting.visit_times import VisitTimes
from ui.widgets.fields import ChoiceField, DateField, SuggestField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.referrals.enquiries.queries import EnquiryCard
    from app.referrals.handing_over.queries import HandingDesk
    from ui.desk import Desk, Pending

_HERE = tuple(kind for kind in StepKind if kind is not StepKind.HOUSING_CASE)
"""What is begun with this form; a housing case has one of its own."""
_TIMED = frozenset({StepKind.VISIT, StepKind.MEDIATOR})
_BY_SOMEBODY = WITH_TASK | {StepKind.VISIT}


class FollowFields(Form):
    """Kind first; the rest follows it."""

    def __init__(self, desk: Desk, card: EnquiryCard, parent: QWidget | None = None) -> None:
        """Propose a visit, or a task while nobody has a card."""
        super().__init__(parent)
        self._desk, self._card = desk, card
        self._title = ""
        self.inputs: dict[str, Any] = {}
        offered = [(kind, step_words(kind)) for kind in _HERE]
        self._put("kind", _("What begins"), ChoiceField(offered))
        self.told = quiet("")
        self.add_widget(self.told)
        self._put("title", _("What is to be done"), TextField())
        self._put("who", _("Who does it"), SuggestField())
        tags = [("", _("Choose a language")), *spoken_languages(language())]
        self._put("language", _("Language"), ChoiceField(tags))
        self.times = VisitTimes(self)
        self.begin_row()
        self._put("day", _("Day"), DateField(today=self._today), stretch=3)
        self._put("start", _("Begins"), self.times.start, stretch=2)
        self._put("end", _("Ends"), self.times.end, stretch=2)
        self.end_row()
        self.refer = ReferFields(self, desk)
        self.inputs |= self.refer.inputs()
        self._put("note", _("Note"), ShortTextField(3))
        self.inputs["who"].set_value(card.row.responsible or desk.who)
        has_card = card.row.person_id is not None
        self.inputs["kind"].set_value(StepKind.VISIT if has_card else StepKind.TASK)
        self.inputs["kind"].changed.connect(self._on_kind_changed)
        self._on_kind_changed()
        self.keep()

    def value(self) -> FollowUp:
        """Answer what the fields say."""
        return FollowUp(**{name: field.value() for name, field in self.inputs.items()})

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back: the kind first, because the title follows it."""
        super().restore({name: text for name, text in texts.items() if name == "kind"})
        self.times.keep_quiet(on=True)
        super().restore(texts)
        self.times.keep_quiet(on=False)

    def _put(self, name: str, label: str, field: Any, **more: Any) -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, **more)

    def _on_kind_changed(self) -> None:
        kind = self.inputs["kind"].value()
        for name, is_asked in (
            ("title", kind in WITH_TASK or kind is StepKind.MEDIATOR),
            ("who", kind in _BY_SOMEBODY),
            ("language", kind is StepKind.MEDIATOR),
            ("day", kind in _TIMED or kind in WITH_TASK),
            ("start", kind in _TIMED),
            ("end", kind in _TIMED),
        ):
            self.field(name).setVisible(is_asked)
        self.refer.show(on=kind in WITH_REFERRAL and self._card.row.person_id is not None)
        self._propose_title(kind)
        self.told.setText(self._words(kind))
        self.told.setVisible(bool(self.told.text()))

    def _propose_title(self, kind: StepKind) -> None:
        """Propose the words of a task, unless somebody typed others."""
        about = about_words(self._card.row)
        proposed = {
            StepKind.ACTION_PLAN: _("Offer {name} an action plan"),
            StepKind.TASK: _("Look after {name}"),
            StepKind.MEDIATOR: _("First talk after an enquiry"),
        }.get(kind, "")
        if self.inputs["title"].value() in {"", self._title}:
            self._title = proposed.format(name=about)
            self.inputs["title"].set_value(self._title)

    def _words(self, kind: StepKind) -> str:
        if kind in FOR_PERSON and self._card.row.person_id is None:
            return _("Make a card for the resident first: go back and choose “Make a card”.")
        if kind is StepKind.ADVICE:
            return _("A request is written down. An appointment is booked on the enquiry itself.")
        if kind in WITH_REFERRAL:
            return _("The matter is referred: on a consent, or on a basis of law that carries it.")
        if kind is StepKind.ACTION_PLAN:
            return _("Only below the age of the state pension (servicelov § 141).")
        return ""

    def _today(self) -> date:
        return self._desk.local_now.date()


class FollowForm(KeptForm):
    """Saves what follows and ties it to the enquiry."""

    def __init__(self, desk: Desk, card: EnquiryCard, parent: QWidget | None = None) -> None:
        """Begin something after an enquiry."""
        super().__init__(desk, parent)
        self.enquiry_id: UUID = card.id
        # Made here, so that saving twice begins one thing.
        self._step_id = uuid4()
        self.content = FollowFields(desk, card)
        heading = _("What follows from enquiry {number}").format(number=card.row.number)
        self.arrange(self.content, heading, _("Begin"), FOLLOW_FORM, str(card.id), card.row.number)
        if card.row.person_id is not None:
            today = desk.local_now.date()
            desk.ask(handing_desk, card.row.person_id, today).then(self._on_known)
        desk.ask(known_visitors).then(self.content.inputs["who"].set_suggestions)

    def _on_known(self, known: HandingDesk | None) -> None:
        self.content.refer.fill(known)

    def send(self) -> Pending[UUID]:
        """Begin it."""
        return self.desk.act(follow_up, self._step_id, self.enquiry_id, self.content.value())

    def ask_newer(self) -> Pending[EnquiryCard | None]:
        """Ask for the enquiry; nobody is overwritten."""
        return self.desk.ask(enquiry_card, self.enquiry_id, self.desk.local_now.date())

    def take(self, newer: EnquiryCard) -> None:
        """Go on: what others began stays beside this."""
