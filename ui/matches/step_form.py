"""One step of a match: first visit, trial, visits, pause, end; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.matches.actions import STEP_FORM, step_match
from app.matches.queries import matches_of
from app.matches.rules import END_LABELS, ENDED_BY_LABELS, NEXT, MatchStage, StepDetails
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.matches.words import stage_words
from ui.volunteers.words import options
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.matches.queries import MatchRow
    from ui.desk import Desk, Pending

_LASTING = frozenset({MatchStage.TRIAL, MatchStage.PAUSED})


class StepFields(PartsForm):
    """What is asked follows the step."""

    def __init__(self, desk: Desk, match: MatchRow, stage: MatchStage) -> None:
        """Begin with a step of today."""
        super().__init__()
        stages = [(one.value, stage_words(one)) for one in NEXT[match.stage]]
        self.begin_row()
        self.put("stage", _("Step"), ChoiceField(stages))
        self.put("on", _("On"), DateField())
        self.end_row()
        self.put("until", _("Last day, if it is agreed"), DateField())
        self.begin_row()
        sides = options(ENDED_BY_LABELS, ("", _("Choose who")))
        self.put("ended_by", _("Who ended it"), ChoiceField(sides))
        reasons = options(END_LABELS, ("", _("Choose a reason")))
        self.put("end_reason", _("Reason"), ChoiceField(reasons))
        self.end_row()
        self.put("note", _("Note"), ShortTextField(3))
        self.inputs["stage"].set_value(stage.value)
        self.inputs["on"].set_value(desk.local_now.date())
        self.inputs["stage"].changed.connect(self._on_stage_changed)
        self._on_stage_changed()
        self.keep()

    def value(self) -> StepDetails:
        """Answer what the fields say; what is not asked says nothing."""
        return StepDetails(
            **{
                name: field.value()
                for name, field in self.inputs.items()
                if not self.field(name).isHidden()
            }
        )

    def _on_stage_changed(self) -> None:
        stage = MatchStage(self.inputs["stage"].value())
        self.field("until").setVisible(stage in _LASTING)
        for name in ("ended_by", "end_reason"):
            self.field(name).setVisible(stage is MatchStage.ENDED)


class StepForm(KeptForm):
    """The form of a match's next step."""

    def __init__(
        self,
        desk: Desk,
        person_id: UUID,
        match: MatchRow,
        stage: MatchStage,
        parent: QWidget | None = None,
    ) -> None:
        """Take a step of a match as it was read, on the card of a person."""
        super().__init__(desk, parent)
        self.person_id, self._match = person_id, match
        self.content = StepFields(desk, match, stage)
        pair = _("{visitor} and {person}").format(
            visitor=match.visitor_name, person=match.person_name
        )
        self.arrange(self.content, pair, _("Save step"), STEP_FORM, str(match.id), pair)

    def send(self) -> Pending[UUID]:
        """Save the step."""
        match = self._match
        return self.desk.act(step_match, match.id, match.version, self.content.value())

    def ask_newer(self) -> Pending[tuple[MatchRow, ...]]:
        """Ask for the match as others left it."""
        return self.desk.ask(matches_of, self._match.person_id)

    def take(self, newer: tuple[MatchRow, ...]) -> None:
        """Take a step from where others left the match."""
        self._match = next((row for row in newer if row.id == self._match.id), self._match)
