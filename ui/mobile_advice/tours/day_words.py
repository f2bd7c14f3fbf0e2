"""What the screens of days say: how far one has come, its stops, whom to ring there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.tours.rules import DAY_LABELS, DayState
from resources.text import _, ngettext
from ui import formats
from ui.mobile_advice.tours.words import access_words, minutes_words

if TYPE_CHECKING:
    from app.mobile_advice.tours.rows import DayRow, HaltRow

_TONES = {
    DayState.PLANNED: "attention",
    DayState.CONFIRMED: "done",
    DayState.HELD: "plain",
    DayState.CANCELLED: "danger",
}
_ICONS = {
    DayState.PLANNED: "clock",
    DayState.CONFIRMED: "check",
    DayState.HELD: "done",
    DayState.CANCELLED: "cancelled",
}


def state_words(row: DayRow) -> str:
    """Answer how far a day has come."""
    words = _(DAY_LABELS[row.state])
    if row.state != DayState.CANCELLED and row.cancelled_stops:
        gone = ngettext("{count} stop cancelled", "{count} stops cancelled", row.cancelled_stops)
        return f"{words} · {gone}"
    return words


def state_tone(state: str) -> str:
    """Answer the tone of a state."""
    return _TONES[DayState(state)]


def state_icon(state: str) -> str:
    """Answer the icon of a state."""
    return _ICONS[DayState(state)]


def day_sentence(row: DayRow) -> str:
    """Answer everything that the month knows of a day, in one breath."""
    sentence = _("{day}, {times}: {tour}, {stops}. {state}.").format(
        day=formats.show_long_date(row.day),
        times=minutes_words(row.from_minute, row.until_minute),
        tour=row.tour,
        stops=ngettext("{count} stop", "{count} stops", row.stops),
        state=state_words(row),
    )
    return f"{sentence} {moved_words(row)}".strip()


def moved_words(row: DayRow) -> str:
    """Answer from which day a tour was moved; "" where it was not."""
    if row.occurs_on is None or row.occurs_on == row.day:
        return ""
    return _("Instead of {day}.").format(day=formats.show_long_date(row.occurs_on))


def halt_words(halt: HaltRow) -> str:
    """Answer what a line about a stop on a day says below its name."""
    told = [halt.place, access_words(halt.access)]
    if halt.is_cancelled:
        told.append(_("Cancelled: {reason}").format(reason=halt.reason))
    elif halt.booked:
        told.append(ngettext("{count} appointment", "{count} appointments", halt.booked))
    if halt.counters > 1:
        told.append(_("{count} counters").format(count=halt.counters))
    return " · ".join(filter(None, told))


def on_site_words(halt: HaltRow) -> str:
    """Answer whom to ring at a stop, and where it is in bad weather, line by line."""
    contact, weather = _("Contact on site"), _("In bad weather")
    told = ((contact, halt.on_site), (weather, halt.bad_weather))
    return "\n".join(f"{title}: {words}" for title, words in told if words)
