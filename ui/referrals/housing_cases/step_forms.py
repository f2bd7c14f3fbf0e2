"""The two short forms of a case: a stage that it came to, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.referrals.housing_cases.actions import (
    CLOSING_FORM,
    STEP_FORM,
    close_case,
    take_case_step,
)
from app.referrals.housing_cases.queries import case_card
from app.referrals.housing_cases.rules import CaseClosing, Stage, StepDetails
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.referrals.housing_cases.words import about_words, stage_words
from ui.widgets.banner import Banner
from ui.widgets.fields import ChoiceField, DateField, TriStateField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.referrals.housing_cases.queries import CaseCard
    from ui.desk import Desk, Pending


class StepForm(KeptForm):
    """The next stage is proposed; a deadline follows from dated rules unless one is named."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        """Note a step of a case."""
        super().__init__(desk, parent)
        self.case_id: UUID = card.id
        # Made here, so that saving twice notes one step.
        self._step_id = uuid4()
        self._card = card
        self.stage = ChoiceField([(one, stage_words(one)) for one in Stage])
        self.taken_on = DateField()
        self.due_on = DateField()
        self.note = ShortTextField(3)
        self.rule = Banner("attention", "")
        form = Form()
        form.begin_row()
        form.add("stage", _("Stage"), self.stage)
        form.add("taken_on", _("On"), self.taken_on)
        form.end_row()
        form.add_widget(self.rule)
        hint = _("Left empty it follows from the rules. For an eviction, enter its day above.")
        form.add("due_on", _("Deadline"), self.due_on, optional=True, hint=hint)
        form.add("note", _("Note"), self.note, optional=True)
        self.stage.set_value(_next(card))
        self.taken_on.set_value(desk.local_now.date())
        self.stage.changed.connect(self._on_stage_changed)
        self._on_stage_changed()
        form.keep()
        heading = _("Step in the case of {name}").format(name=about_words(card.row))
        subject = str(card.id)
        self.arrange(form, heading, _("Save step"), STEP_FORM, subject, about_words(card.row))

    def send(self) -> Pending[UUID]:
        """Note the step."""
        step = StepDetails(
            self.stage.value(), self.taken_on.value(), self.due_on.value(), self.note.value()
        )
        return self.desk.act(take_case_step, self._step_id, self.case_id, step)

    def ask_newer(self) -> Pending[CaseCard | None]:
        """Ask for the case; steps are only added, so nobody is overwritten."""
        return self.desk.ask(case_card, self.case_id, self.desk.local_now.date())

    def take(self, newer: CaseCard) -> None:
        """Go on with the case as others left it."""
        self._card = newer
        self._on_stage_changed()

    def _on_stage_changed(self) -> None:
        """Say before it is saved that a board wants a warning."""
        is_board = self.stage.value() is Stage.TENANTS_BOARD
        missing = is_board and not self._card.was_warned and not self._card.has_threats
        self.rule.set_text(
            _(
                "The board takes a case only after a warning, unless there are threats, violence "
                "or danger. No warning is noted here."
            )
        )
        self.rule.setVisible(missing)


class ClosingForm(KeptForm):
    """Whether the home was kept, and the day."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        """Close a case as it was read."""
        super().__init__(desk, parent)
        self.case_id: UUID = card.id
        self._version = card.row.version
        self.prevented, self.closed_on, self.note = TriStateField(), DateField(), ShortTextField(3)
        form = Form()
        form.add_widget(quiet(_("The goal of each case: nobody loses the home.")))
        form.add("prevented", _("Was the home kept?"), self.prevented)
        form.add("closed_on", _("Closed on"), self.closed_on)
        form.add("note", _("Note"), self.note, optional=True)
        self.closed_on.set_value(desk.local_now.date())
        form.keep()
        heading = _("Close the case of {name}").format(name=about_words(card.row))
        subject = str(card.id)
        self.arrange(form, heading, _("Close case"), CLOSING_FORM, subject, about_words(card.row))

    def send(self) -> Pending[UUID]:
        """Close the case."""
        closing = CaseClosing(self.prevented.value(), self.closed_on.value(), self.note.value())
        return self.desk.act(close_case, self.case_id, self._version, closing)

    def ask_newer(self) -> Pending[CaseCard | None]:
        """Ask for the case as others left it."""
        return self.desk.ask(case_card, self.case_id, self.desk.local_now.date())

    def take(self, newer: CaseCard) -> None:
        """Go on with the case as others left it."""
        self._version = newer.row.version


def _next(card: CaseCard) -> Stage:
    """Answer the stage that usually follows."""
    stages = list(Stage)
    at = stages.index(Stage(card.row.stage))
    return stages[min(at + 1, len(stages) - 1)]
