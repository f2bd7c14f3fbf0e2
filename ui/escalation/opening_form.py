"""Beginning a concern about somebody who gives no sign of life."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.escalation.actions import OPENING_FORM, begin_concern
from app.escalation.rules import CAUSE_LABELS, Cause
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Pending


class OpeningFields(Form):
    """Who is missed, and what happened."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody."""
        super().__init__()
        self.picker = ClientPicker(desk)
        causes = [(cause, _(words)) for cause, words in reversed(CAUSE_LABELS.items())]
        self.cause: ChoiceField[Cause] = ChoiceField(causes)
        self.add("person_id", _("Person"), self.picker)
        self.add(
            "cause",
            _("What happened"),
            self.cause,
            hint=_("A visit at which nobody opened is recorded at the visit itself."),
        )


class OpeningForm(KeptForm):
    """Ctrl+S begins the concern; then its first step stands there."""

    fields: OpeningFields

    def __init__(
        self, desk: Desk, person_id: UUID | None, name: str, parent: QWidget | None = None
    ) -> None:
        """Begin a concern, perhaps about somebody who is chosen already."""
        super().__init__(desk, parent)
        # Made here, so that saving twice begins one.
        self.concern_id: UUID = uuid4()
        fields = OpeningFields(desk)
        fields.picker.set_record(person_id, name)
        fields.keep()
        subject = str(person_id) if person_id else ""
        self.arrange(
            fields, _("New concern"), _("Begin and show whom to call"), OPENING_FORM, subject, name
        )

    def send(self) -> Pending[UUID]:
        """Have the concern begun."""
        person, cause = self.fields.picker.value(), self.fields.cause.value()
        return self.desk.act(begin_concern, self.concern_id, person, cause)
