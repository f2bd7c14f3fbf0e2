"""Calls on My day: whom to call back today, in the order in which they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, ngettext
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.tasks.words import day_words
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.advice.rows import CallRow

SHOWN = 4
"""Calls that the card names."""


class CallsCard(DayCard):
    """The first is next; without any the card goes away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("To be called back"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_calls(self, calls: Sequence[CallRow], today: date) -> None:
        """Show the first calls, and how many more there are."""
        self._show_rows(_line(call, today) for call in calls[:SHOWN])
        rest = len(calls) - SHOWN
        self._show_after(ngettext("and {count} more", "and {count} more", rest) if rest > 0 else "")
        self.setVisible(bool(calls))

    def _more_place(self) -> Place:
        return Place("advice", None, "calls")


def _line(call: CallRow, today: date) -> DayRow:
    is_late = call.next_on is not None and call.next_on < today
    wish = call.wish.strip().splitlines()[0] if call.wish.strip() else ""
    return DayRow(
        key=f"call:{call.id}",
        title=call.name,
        detail=" · ".join(filter(None, (call.phone, wish))),
        place=Place("advice", call.id, "call_back"),
        when=day_words(call.next_on, today) if call.next_on is not None else "",
        when_detail=call.wanted_time,
        tone="attention" if is_late else "",
        verb=_("Record"),
        act_name=_("Record the call to {name}").format(name=call.name),
        act_place=Place("advice", call.id, "of_call"),
    )
