"""Deciding about a request: accept, put on the waiting list, or end it with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.intake.actions import DECISION_FORM, decide_request
from app.intake.queries import RequestCard, request_card
from app.intake.rules import ENDS, Decision, Stage
from app.intake.rules.lists import REASONS
from resources.text import _
from ui import formats
from ui.codes.code_choice import CodeChoice
from ui.drafts.kept_form import KeptForm
from ui.intake.words import own_words, stage_words
from ui.widgets.fields import ChoiceField, DateField, SuggestField
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Pending

_OFFERED = (Stage.ACCEPTED, Stage.WAITING, *ENDS)


class DecisionFields(Form):
    """Reasons follow the decision; the waiting list asks what somebody waits for."""

    def __init__(self, desk: Desk, card: RequestCard, parent: QWidget | None = None) -> None:
        """Offer the decision that follows from what the person said."""
        super().__init__(parent)
        self.inputs: dict[str, Any] = {}
        self.own = StatusLabel("")
        self.add_widget(self.own)
        stages = [(stage.value, stage_words(stage)) for stage in _OFFERED]
        self._put("stage", _("Decision"), ChoiceField(stages))
        self._put("decided_on", _("On"), DateField())
        waiting = SuggestField()
        waiting.set_suggestions(
            [_("A visitor nearby"), _("A visitor who speaks the language"), _("A free place")]
        )
        self._put("waiting_reason", _("What the person is waiting for"), waiting)
        self._put("reason", _("Reason"), CodeChoice(first=[("", _("Choose a reason"))]))
        self._put("note", _("Note"), ShortTextField(3))
        self.inputs["stage"].changed.connect(self._on_stage_changed)
        self.inputs["decided_on"].set_value(desk.local_now.date())
        self.fill(card)

    def value(self) -> Decision:
        """Answer what the fields say."""
        return Decision(**{name: field.value() for name, field in self.inputs.items()})

    def fill(self, card: RequestCard) -> None:
        """Show another request; what was chosen stays."""
        tone = {True: "done", False: "danger", None: "attention"}[card.own_consent]
        said = own_words(card.own_consent)
        if card.consent_on:
            said = _("{answer}, {day}").format(answer=said, day=formats.show_day(card.consent_on))
        self.own.set_status(_("The person says: {answer}").format(answer=said), tone)
        self.inputs["stage"].set_value(_first(card))
        self.inputs["waiting_reason"].set_value(card.waiting_reason)
        self._on_stage_changed()
        self.keep()

    def restore(self, texts: Any) -> None:  # noqa: ANN401 - as in Form
        """Put a draft back: the decision first, because the reasons follow it."""
        super().restore({name: text for name, text in texts.items() if name == "stage"})
        super().restore(texts)

    def _put(self, name: str, label: str, field: Any) -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field)

    def _on_stage_changed(self) -> None:
        stage = Stage(self.inputs["stage"].value())
        self.inputs["reason"].offer(REASONS.get(stage))
        self.field("reason").setVisible(stage in ENDS)
        self.field("waiting_reason").setVisible(stage is Stage.WAITING)


class DecisionForm(KeptForm):
    """The form of a decision about one request."""

    def __init__(self, desk: Desk, card: RequestCard, parent: QWidget | None = None) -> None:
        """Decide about a request as it was read."""
        super().__init__(desk, parent)
        self._card = card
        self.request_id = card.id
        self.content = DecisionFields(desk, card)
        head = _("Decide about the request of {name}").format(name=card.name)
        verb = _("Save decision")
        self.arrange(self.content, head, verb, DECISION_FORM, str(card.id), card.name)

    def send(self) -> Pending[UUID]:
        """Save the decision."""
        decision = self.content.value()
        return self.desk.act(decide_request, self.request_id, self._card.version, decision)

    def ask_newer(self) -> Pending[RequestCard | None]:
        """Ask for the request as others left it."""
        return self.desk.ask(request_card, self.request_id)

    def take(self, newer: RequestCard) -> None:
        """Show the request as others left it."""
        self._card = newer
        self.content.fill(newer)


def _first(card: RequestCard) -> str:
    """Answer the decision that is most likely, by what the person says."""
    if card.own_consent is None:
        return Stage.WAITING
    return Stage.ACCEPTED if card.own_consent else Stage.DECLINED
