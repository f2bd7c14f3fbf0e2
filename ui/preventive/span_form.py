"""The form of a risk or an exemption: what, since when, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.preventive.queries import preventive_file
from app.preventive.rules import EXEMPTION_LABELS, RISK_LABELS, SpanDetails
from app.preventive.settling import EXEMPTION_FORM, RISK_FORM, save_exemption, save_risk
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.preventive.queries import PreventiveFile, SpanRow
    from ui.desk import Desk, Pending


class SpanFields(PartsForm):
    """One entry of a list with its days."""

    def __init__(
        self, labels: Mapping[Any, str], label: str, row: SpanRow | None, today: date
    ) -> None:
        """Begin with an entry, or a new one of today."""
        super().__init__()
        options = [(str(code), _(words)) for code, words in labels.items()]
        self.put("code", label, ChoiceField(options))
        self.begin_row()
        self.put("since", _("Since"), DateField())
        self.put("until", _("Last day, if it is known"), DateField())
        self.end_row()
        self.put("note", _("Note"), ShortTextField(3))
        self.inputs["since"].set_value(row.since if row else today)
        if row is not None:
            self.inputs["code"].set_value(row.code)
            self.inputs["until"].set_value(row.until)
            self.inputs["note"].set_value(row.note)
        self.keep()

    def value(self) -> SpanDetails:
        """Answer what the fields say."""
        return SpanDetails(**{name: field.value() for name, field in self.inputs.items()})


class SpanForm(KeptForm):
    """The form of a risk; `is_exemption` makes it the form of an exemption."""

    def __init__(
        self,
        desk: Desk,
        file: PreventiveFile,
        row: SpanRow | None,
        parent: QWidget | None = None,
        *,
        is_exemption: bool = False,
    ) -> None:
        """Change a row of a person, or begin a new one."""
        super().__init__(desk, parent)
        self.person_id, self.is_exemption = file.person_id, is_exemption
        self._id, self._version = (row.id, row.version) if row else (uuid4(), 0)
        today = desk.local_now.date()
        labels: Mapping[Any, str] = EXEMPTION_LABELS if is_exemption else RISK_LABELS
        label = _("Why no visit is offered") if is_exemption else _("Why a visit is needed")
        self.content = SpanFields(labels, label, row, today)
        words = _("Exemption of {name}") if is_exemption else _("Risk of {name}")
        heading = words.format(name=file.name)
        draft = EXEMPTION_FORM if is_exemption else RISK_FORM
        verb = _("Save exemption") if is_exemption else _("Save risk")
        self.arrange(self.content, heading, verb, draft, str(file.person_id), file.name)

    def send(self) -> Pending[UUID]:
        """Save the entry."""
        save = save_exemption if self.is_exemption else save_risk
        details = self.content.value()
        return self.desk.act(save, self._id, self._version, self.person_id, details)

    def ask_newer(self) -> Pending[PreventiveFile | None]:
        """Ask for what is known of the person now."""
        return self.desk.ask(preventive_file, self.person_id, self.desk.local_now.date())

    def take(self, newer: PreventiveFile) -> None:
        """Change the entry as others left it."""
        rows = newer.exemptions if self.is_exemption else newer.risks
        self._version = next((row.version for row in rows if row.id == self._id), 0)
