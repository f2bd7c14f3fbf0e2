"""Noting one step: what was done, when, who was called, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.escalation.actions import STEP_FORM, take_step
from app.escalation.queries import concern_card
from app.escalation.rules import RESULT_LABELS, StepDetails, StepResult
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.escalation.words import call_name, choices
from ui.widgets.fields import ChoiceField, DateField, SuggestField, TimeField
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.escalation.rows import ConcernCard
    from ui.desk import Desk, Pending


class StepFields(Form):
    """Everything but the result stands there already."""

    def __init__(self, card: ConcernCard, code: str, called: str, now: datetime) -> None:
        """Begin with a step of this minute."""
        super().__init__()
        steps = [(step.code, _(step.title)) for step in card.chain.steps]
        self.code: ChoiceField[str] = ChoiceField(steps)
        self.called, self.note = SuggestField(), ShortTextField(3)
        self.result: ChoiceField[StepResult | None] = ChoiceField(choices(RESULT_LABELS))
        self.day, self.time = DateField(), TimeField()
        self.add("code", _("Step"), self.code)
        self.add("called", _("Who was called"), self.called, optional=True)
        self.add("result", _("What came of it"), self.result)
        self.begin_row()
        self.add("at", _("At"), self.time)
        self.add("day", _("On"), self.day)
        self.end_row()
        self.add("note", _("Note"), self.note, optional=True)
        person = card.concern.person_name
        self.called.set_suggestions([call_name(call, person) for call in card.calls])
        self.code.set_value(code)
        self.called.set_value(called)
        self.day.set_value(now.date())
        self.time.set_value(now.time().replace(second=0, microsecond=0))
        self.keep()

    def value(self) -> StepDetails:
        """Answer what the fields say."""
        day, time = self.day.value(), self.time.value()
        return StepDetails(
            code=self.code.value(),
            at=datetime.combine(day, time) if day and time else None,
            called=self.called.value(),
            result=self.result.value(),
            note=self.note.value(),
        )


class StepForm(KeptForm):
    """Ctrl+S notes the step; two people may note theirs at once."""

    fields: StepFields

    def __init__(
        self,
        desk: Desk,
        card: ConcernCard,
        code: str,
        called: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Note a step of a concern."""
        super().__init__(desk, parent)
        self.concern_id = card.concern.id
        # Made here, so that saving twice notes one step.
        self._step_id: UUID = uuid4()
        name = card.concern.person_name
        fields = StepFields(card, code, called, desk.local_now)
        self.arrange(
            fields, _("Note a step"), _("Save step"), STEP_FORM, str(self.concern_id), name
        )

    def send(self) -> Pending[UUID]:
        """Have the step noted."""
        return self.desk.act(take_step, self._step_id, self.concern_id, self.fields.value())

    def ask_newer(self) -> Pending[ConcernCard | None]:
        """Ask for the concern; steps never change, so nobody is overwritten."""
        return self.desk.ask(concern_card, self.concern_id, self.desk.local_now.date())

    def take(self, newer: ConcernCard) -> None:
        """Go on: what others noted stays beside this."""
