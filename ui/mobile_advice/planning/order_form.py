"""Which tour shall be put in order, within which hours, and what may move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.planning.rules import OrderWish
from app.mobile_advice.tours.rules import time_of
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.mobile_advice.planning.words import choice_words
from ui.widgets.fields import CheckField, ChoiceField, TimeField

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.planning.queries import TourChoice


class OrderForm(PartsForm):
    """The hours are proposed around the usual ones of the tour that is chosen."""

    def __init__(self) -> None:
        """Begin without tours."""
        super().__init__()
        self._choices: dict[UUID, TourChoice] = {}
        day: ChoiceField[UUID | None] = ChoiceField([(None, _("Choose a tour"))])
        self.put("day", _("Tour"), day)
        self.begin_row()
        self.put("begins", _("First stop not before"), TimeField())
        self.put("ends", _("Last stop ends by"), TimeField())
        self.end_row()
        # The words of a box are not wrapped, those of its hint are.
        words, hint = _("Move appointments, too"), _("Those who are booked are told.")
        self.put("may_move", words, CheckField(words), hint=hint)

    def offer(self, choices: tuple[TourChoice, ...]) -> None:
        """Offer tours; the chosen one stays chosen, otherwise the next is."""
        before = self.day_id()
        self._choices = {one.row.id: one for one in choices}
        options: list[tuple[UUID | None, str]] = [
            (one.row.id, choice_words(one)) for one in choices
        ]
        self.inputs["day"].set_options(options or [(None, _("Choose a tour"))])
        if before in self._choices:
            self.inputs["day"].set_value(before)
            return
        # What has an order comes first to mind; hours in one room have a day pack as well.
        several = [one.row.id for one in choices if one.row.stops - one.row.cancelled_stops > 1]
        if several:
            self.inputs["day"].set_value(several[0])
        self.propose_hours()

    def choose(self, day_id: UUID) -> None:
        """Choose a tour."""
        if day_id in self._choices:
            self.inputs["day"].set_value(day_id)
            self.propose_hours()

    def propose_hours(self) -> None:
        """Propose the hours of the tour that is chosen."""
        choice = self.choice()
        if choice is not None:
            self.inputs["begins"].set_value(time_of(choice.begins))
            self.inputs["ends"].set_value(time_of(choice.ends))

    def choice(self) -> TourChoice | None:
        """Answer the tour that is chosen."""
        day = self.day_id()
        return self._choices.get(day) if day is not None else None

    def day_id(self) -> UUID | None:
        """Answer the day that is chosen."""
        day: UUID | None = self.inputs["day"].value()
        return day

    def value(self) -> OrderWish:
        """Answer what is wished."""
        return OrderWish(
            self.inputs["begins"].value(),
            self.inputs["ends"].value(),
            self.inputs["may_move"].value(),
        )
