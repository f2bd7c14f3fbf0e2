"""The fields of an appointment: who and when first, the rest may be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.mobile_advice.advice.rules.lists import TOPICS
from app.mobile_advice.booking.rules import KIND_LABELS, Booking, Kind
from resources.text import _
from ui import formats
from ui.clients.parts_form import PartsForm
from ui.codes.code_choice import CodeChoice
from ui.mobile_advice.booking.person_or_name import PersonOrName
from ui.mobile_advice.booking.slot_picker import SlotPicker
from ui.mobile_advice.booking.words import languages
from ui.mobile_advice.minutes_field import MinutesField
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.number_field import NumberField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from app.mobile_advice.booking.queries import AppointmentToEdit, HaltRow
    from ui.desk import Desk

_AT_HOME = ("tour_day_id", "start")


class BookingFields(PartsForm):
    """What is asked follows whether somebody comes or is visited."""

    def __init__(self, desk: Desk, editing: AppointmentToEdit, halt: HaltRow | None) -> None:
        """Show an appointment, or begin one at a `halt` or wherever there is room next."""
        super().__init__()
        self._desk, self._booking = desk, editing.booking
        self.is_new = editing.row is None
        self.picker, self.slots = PersonOrName(desk), SlotPicker(desk)
        self.put("person_id", _("Person"), self.picker)
        kinds = [(one, _(KIND_LABELS[one])) for one in (Kind.BOOKED, Kind.HOME_VISIT)]
        self.begin_row()
        self.put("place", _("When and where"), self.slots, stretch=3)
        self._put_home(editing)
        self.put("kind", _("What kind"), ChoiceField(kinds))
        self.end_row()
        self.begin_row()
        self.put("topic", _("What it is about"), CodeChoice(TOPICS, [("", _("Not known"))]))
        self.put("language", _("Language"), ChoiceField(languages(_("No other language"))))
        self.end_row()
        self.put("bring", _("What to bring (optional)"), ShortTextField(2))
        self.begin_row()
        self.put("phone", _("Telephone for this appointment (optional)"), TextField())
        self.put("minutes", _("Minutes (optional)"), NumberField())
        self.end_row()
        self.put("note", _("Note (optional)"), ShortTextField(2))
        self.fill(editing, halt)
        self.inputs["kind"].changed.connect(self._on_kind_changed)
        self.slots.proposed.connect(self._on_proposed)
        self.inputs["minutes"].changed.connect(self._on_minutes_changed)

    def fill(self, editing: AppointmentToEdit, halt: HaltRow | None) -> None:
        """Show an appointment."""
        booking = self._booking = editing.booking
        self.picker.set_record(booking.person_id, editing.name or booking.name)
        for name in ("phone", "bring", "note"):
            self.inputs[name].set_value(getattr(booking, name))
        self.inputs["topic"].set_value(booking.topic)
        self.inputs["language"].restore_text(booking.language)
        is_usual = self.is_new and not booking.minutes
        self.inputs["minutes"].set_number(None if is_usual else booking.minutes)
        if booking.kind in {Kind.BOOKED, Kind.HOME_VISIT}:
            self.inputs["kind"].set_value(booking.kind)
        self._days.restore_text(str(booking.tour_day_id))
        self._start.set_minutes(booking.start)
        if booking.place is not None and halt is not None:
            self.slots.show_place(booking.place, halt)
        elif self.is_new:
            self.slots.propose(editing.area_id)
        self._on_kind_changed()
        self.keep()

    def value(self) -> Booking:
        """Answer what the fields say."""
        kind = self._kind()
        is_home = kind is Kind.HOME_VISIT
        return Booking(
            None if is_home else self.slots.place(),
            self.picker.value(),
            self.picker.typed_name(),
            self.inputs["phone"].value(),
            kind,
            self._booking.source,
            self.inputs["minutes"].number() or 0,
            self._days.value() if is_home and self._days.values() else None,
            self._start.minutes() if is_home else None,
            self.inputs["language"].value(),
            self.inputs["topic"].value(),
            self.inputs["bring"].value(),
            self.inputs["note"].value(),
        )

    def _kind(self) -> Kind:
        if not self.is_new and self._booking.kind is Kind.WALK_IN:
            return Kind.WALK_IN
        return Kind(self.inputs["kind"].value())

    def _put_home(self, editing: AppointmentToEdit) -> None:
        days: list[tuple[Any, str]] = [
            (row.id, f"{formats.show_date(row.day)} · {row.tour}") for row in editing.tour_days
        ]
        self._days: ChoiceField[Any] = ChoiceField(days)
        self._start = MinutesField()
        self.put("tour_day_id", _("On the way of"), self._days, stretch=2)
        self.put("start", _("From"), self._start)

    def _on_kind_changed(self) -> None:
        kind = self._kind()
        is_home = kind is Kind.HOME_VISIT
        for name in _AT_HOME:
            self.field(name).setVisible(is_home)
        # Another time of an appointment is a move, which keeps where it was.
        self.field("place").setVisible(kind is Kind.BOOKED and self.is_new)
        self.field("kind").setVisible(self.is_new)
        self.field("minutes").setVisible(kind is not Kind.WALK_IN and (self.is_new or is_home))

    def _on_proposed(self) -> None:
        """Keep no draft of a time that nobody typed."""
        if not self.picker.text():
            self.keep()

    def _on_minutes_changed(self) -> None:
        self.slots.set_minutes(self.inputs["minutes"].number() or 0)
