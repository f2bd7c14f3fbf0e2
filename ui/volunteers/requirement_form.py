"""A requirement that is added, or holds otherwise from a day on; its draft is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.volunteers.queries import requirements_of_office
from app.volunteers.requiring import REQUIREMENT_FORM, add_requirement, change_requirement
from app.volunteers.rules import (
    BEFORE_STAGES,
    KIND_LABELS,
    STAGE_LABELS,
    RequirementDetails,
    RequirementKind,
)
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.volunteers.words import options
from ui.widgets.fields import ChoiceField, DateField, TextField
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.volunteers.queries import RequirementHistory
    from ui.desk import Desk, Pending

_NUMBERS = ("valid_months", "warn_days", "grace_days", "most_age_months", "delete_months")
_OF_CERTIFICATES = ("most_age_months", "delete_months")


class RequirementFields(PartsForm):
    """What is asked of certificates alone follows the kind."""

    def __init__(self, desk: Desk, history: RequirementHistory | None) -> None:
        """Begin with what holds last, from tomorrow on, or with something new from today on."""
        super().__init__()
        self.put("title", _("What is required"), TextField())
        self.begin_row()
        self.put("kind", _("Kind"), ChoiceField(options(KIND_LABELS)))
        stages = options({stage: STAGE_LABELS[stage] for stage in BEFORE_STAGES})
        self.put("before_stage", _("Needed before the stage"), ChoiceField(stages))
        self.end_row()
        hint = _("Until the day before, everything stays as it was.")
        self.begin_row()
        self.put("valid_from", _("Holds from"), DateField(), hint if history else "")
        self.put("valid_months", _("A proof holds for months (0: for good)"), NumberField())
        self.end_row()
        self.begin_row()
        self.put("warn_days", _("Ask anew so many days before its end"), NumberField())
        self.put("grace_days", _("Days of grace after its end"), NumberField())
        self.end_row()
        self.begin_row()
        self.put("most_age_months", _("Months old at most (0: any)"), NumberField())
        self.put("delete_months", _("Delete so many months after leaving"), NumberField())
        self.end_row()
        self.put("source", _("Source: law, decision, guideline"), TextField(500))
        self.inputs["kind"].changed.connect(self._on_kind_changed)
        self._title = ""
        self.fill(desk, history)

    def value(self) -> RequirementDetails:
        """Answer what the fields say; a delivered title that was not changed stays as it is."""
        known = {
            name: field.number() if name in _NUMBERS else field.value()
            for name, field in self.inputs.items()
        }
        if known["kind"] != RequirementKind.CERTIFICATE:
            known |= dict.fromkeys(_OF_CERTIFICATES, 0)
        if self._title and known["title"].strip() == _(self._title):
            known["title"] = self._title
        return RequirementDetails(**known)

    def fill(self, desk: Desk, history: RequirementHistory | None) -> None:
        """Show the last version."""
        today = desk.local_now.date()
        if history is None:
            for name in _NUMBERS:
                self.inputs[name].set_number(0)
            self.inputs["kind"].set_value(RequirementKind.OTHER.value)
            self.inputs["before_stage"].set_value(BEFORE_STAGES[-1].value)
            self.inputs["valid_from"].set_value(today)
        else:
            last = history.versions[-1]
            self._title = last.title
            self.inputs["title"].set_value(_(last.title))
            self.inputs["kind"].set_value(last.kind.value)
            self.inputs["kind"].setEnabled(False)
            self.inputs["before_stage"].set_value(last.before_stage.value)
            self.inputs["source"].set_value(last.source)
            for name in _NUMBERS:
                self.inputs[name].set_number(getattr(last, name))
            self.inputs["valid_from"].set_value(max(today, last.valid_from) + timedelta(days=1))
        self._on_kind_changed()
        self.keep()

    def _on_kind_changed(self) -> None:
        is_certificate = self.inputs["kind"].value() == RequirementKind.CERTIFICATE
        for name in _OF_CERTIFICATES:
            self.field(name).setVisible(is_certificate)


class RequirementForm(KeptForm):
    """The form of one requirement."""

    def __init__(
        self, desk: Desk, history: RequirementHistory | None, parent: QWidget | None = None
    ) -> None:
        """Change a requirement as it was read, or begin one."""
        super().__init__(desk, parent)
        self._history = history
        self.code = history.code if history else ""
        self.content = RequirementFields(desk, history)
        name = _(history.versions[-1].title) if history else _("New requirement")
        self.arrange(self.content, name, _("Save requirement"), REQUIREMENT_FORM, self.code, name)

    def send(self) -> Pending[str]:
        """Save the requirement."""
        details = self.content.value()
        if self._history is None:
            return self.desk.act(add_requirement, details)
        last = self._history.versions[-1]
        read = (last.valid_from, last.valid_until)
        return self.desk.act(change_requirement, self.code, read, details)

    def ask_newer(self) -> Pending[tuple[RequirementHistory, ...]]:
        """Ask for the requirements as others left them."""
        return self.desk.ask(requirements_of_office, self.desk.local_now.date())

    def take(self, newer: tuple[RequirementHistory, ...]) -> None:
        """Show the requirement as others left it."""
        self._history = next((one for one in newer if one.code == self.code), self._history)
        self.content.fill(self.desk, self._history)
