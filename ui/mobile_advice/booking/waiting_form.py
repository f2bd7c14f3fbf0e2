"""Putting somebody on the waiting list of a stop; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.mobile_advice.booking.rules import WaitDetails
from app.mobile_advice.booking.waiting import WAITING_FORM, wait_at_stop
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.booking.person_or_name import PersonOrName
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.mobile_advice.booking.queries import StopName
    from ui.desk import Desk, Pending


class WaitingForm(KeptForm):
    """Who waits, where, and for which times."""

    def __init__(self, desk: Desk, stops: Sequence[StopName], stop_id: UUID | None = None) -> None:
        """Begin at a stop."""
        super().__init__(desk)
        self.waiting_id = uuid4()
        self.picker = PersonOrName(desk)
        options: list[tuple[Any, str]] = [(stop.id, stop.name) for stop in stops]
        self.stop: ChoiceField[Any] = ChoiceField(options)
        if stop_id is not None:
            self.stop.restore_text(str(stop_id))
        content = PartsForm()
        content.put("person_id", _("Person"), self.picker)
        content.put("stop_id", _("Waits for a time at"), self.stop)
        content.put("phone", _("Telephone (optional)"), TextField())
        hint = _("Days or times that suit, and what it is about.")
        content.put("wish", _("Wish (optional)"), ShortTextField(2), hint=hint)
        content.keep()
        heading = _("New on the waiting list")
        verb = _("Put on the waiting list")
        self.arrange(content, heading, verb, WAITING_FORM, str(stop_id or ""), heading)
        self.content = content

    def send(self) -> Pending[UUID]:
        """Save the entry."""
        details = WaitDetails(
            self.stop.value() if self.stop.values() else None,
            self.picker.value(),
            self.picker.typed_name(),
            self.content.inputs["phone"].value(),
            self.content.inputs["wish"].value(),
        )
        return self.desk.act(wait_at_stop, self.waiting_id, details)

    def ask_newer(self) -> Pending[Any]:
        """Answer nothing newer: an entry is made once."""
        return self.desk.run(tuple)

    def take(self, newer: Any) -> None:  # noqa: ANN401 - there is none
        """Keep what is typed."""
