"""The fields of a planned visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.visiting.rules import Place, VisitPlan
from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.visiting.visit_times import VisitTimes
from ui.widgets.fields import ChoiceField, DateField, SuggestField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.visiting.rows import ClientToVisit, VisitRow
    from ui.desk import Desk
    from ui.visiting.calendar.places import NewVisit


class PlanFields(Form):
    """Client, visitor, day, begin, length, end and place; `value` answers the plan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty, at home, for the usual length."""
        super().__init__(parent)
        self._desk = desk
        self.client = ClientPicker(desk)
        self.visitor = SuggestField()
        self.day = DateField(today=self._today)
        self.times = VisitTimes(self)
        self.place: ChoiceField[Place] = ChoiceField([(place, _(place.label)) for place in Place])
        self.place_note = TextField()
        self._add_fields()

    def value(self) -> VisitPlan:
        """Answer what the fields say."""
        return VisitPlan(
            client_id=self.client.value(),
            visitor=self.visitor.value().strip(),
            day=self.day.value(),
            start=self.times.start.value(),
            end=self.times.end.value(),
            place=self.place.value(),
            place_note=self.place_note.value(),
        )

    def fill_client(self, client_id: UUID, name: str) -> None:
        """Show whom the visit is for."""
        self.client.set_record(client_id, name)

    def fill_plan(self, visit: VisitRow, place_note: str) -> None:
        """Show a visit as it is planned."""
        self.visitor.set_value(visit.visitor)
        self.day.set_value(visit.start.date())
        self.times.set_times(visit.start.time(), visit.end.time())
        self.place.set_value(visit.place)
        self.place_note.set_value(place_note)

    def fill_new(self, new: NewVisit) -> None:
        """Show what the calendar says about a new visit; without an end, the usual length."""
        self.day.set_value(new.day)
        self.visitor.set_value(new.visitor)
        if new.start is not None and new.end is not None:
            self.times.set_times(new.start, new.end)
        elif new.start is not None:
            self.times.start.set_value(new.start)

    def suggest(self, client: ClientToVisit) -> None:
        """Propose who visited last and where, unless a visitor was typed already."""
        if self.visitor.value().strip() or not client.visitor:
            return
        self.visitor.set_value(client.visitor)
        if client.place is not None:
            self.place.set_value(client.place)

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back as it was, without one time moving the other."""
        self.times.keep_quiet(on=True)
        super().restore(texts)
        self.times.keep_quiet(on=False)

    def _add_fields(self) -> None:
        self.add("client_id", _("Who is visited"), self.client)
        self.add("visitor", _("Who visits"), self.visitor)
        self.begin_row()
        self.add("day", _("Day"), self.day, stretch=3)
        self.add("start", _("Begins"), self.times.start, stretch=2)
        self.end_row()
        self.begin_row()
        self.add("length", _("Lasts"), self.times.length, stretch=3)
        self.add("end", _("Ends"), self.times.end, stretch=2)
        self.end_row()
        self.add("place", _("Where"), self.place)
        self.add(
            "place_note",
            _("Meeting point"),
            self.place_note,
            optional=True,
            hint=_("For example the ward, or which bell to ring."),
        )

    def _today(self) -> date:
        return self._desk.local_now.date()
