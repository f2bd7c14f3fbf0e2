"""What the screens of appointments say: times, people, how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name, spoken_languages
from app.mobile_advice.booking.rules import KIND_LABELS, STATE_LABELS, Kind, State, clock
from resources.text import _, language
from ui import formats

if TYPE_CHECKING:
    from app.mobile_advice.booking.queries import AppointmentRow, FreeSlot, HaltRow

_TONES = {
    State.BOOKED: "",
    State.WAITING: "attention",
    State.CALLED: "primary",
    State.DONE: "done",
    State.NO_SHOW: "danger",
    State.MOVED: "quiet",
    State.CANCELLED: "quiet",
}
_ICONS = {
    State.BOOKED: "calendar",
    State.WAITING: "clock",
    State.CALLED: "forward",
    State.DONE: "done",
    State.NO_SHOW: "close",
    State.MOVED: "undo",
    State.CANCELLED: "cancelled",
}


def state_words(row: AppointmentRow) -> str:
    """Answer how far an appointment has come."""
    return _(STATE_LABELS[State(row.state)])


def state_tone(row: AppointmentRow) -> str:
    """Answer the tone of a state."""
    return _TONES[State(row.state)]


def state_icon(row: AppointmentRow) -> str:
    """Answer the icon of a state."""
    return _ICONS[State(row.state)]


def name_words(row: AppointmentRow) -> str:
    """Answer who comes; somebody nameless is so called."""
    if row.name:
        return row.name
    if row.queue_number is not None:
        return _("Number {number}").format(number=row.queue_number)
    return _("Without a name")


def queue_words(row: AppointmentRow) -> str:
    """Answer who queues, with the number that is called out."""
    number = f"{row.queue_number or 0}"
    return f"{number} · {row.name}" if row.name else number


def time_words(row: AppointmentRow) -> str:
    """Answer when an appointment is, or the number in the queue."""
    if row.starts_at is None:
        return _("Number {number}").format(number=row.queue_number or 0)
    return f"{clock(row.starts_at)}–{clock(row.starts_at + row.minutes)}"


def when_words(row: AppointmentRow) -> str:
    """Answer the day and the time of an appointment."""
    return f"{formats.show_date(row.day)}, {time_words(row)}"


def kind_words(row: AppointmentRow) -> str:
    """Answer what kind of appointment it is."""
    return _(KIND_LABELS[Kind(row.kind)])


def counter_words(counter: int) -> str:
    """Answer a counter."""
    return _("Counter {number}").format(number=counter)


def halt_times(halt: HaltRow) -> str:
    """Answer when a halt is."""
    return f"{clock(halt.from_time)}–{clock(halt.until_time)}"


def halt_words(halt: HaltRow) -> str:
    """Answer a halt in one line."""
    return f"{formats.show_date(halt.day)}, {halt_times(halt)} · {halt.stop}"


def slot_line(slot: FreeSlot) -> str:
    """Answer a free time in one line."""
    day = formats.show_date(slot.halt.day)
    counter = f" · {counter_words(slot.counter)}" if slot.halt.counters > 1 else ""
    return f"{day}, {clock(slot.start)} · {slot.halt.stop}{counter}"


def languages(first: str) -> list[tuple[str, str]]:
    """Answer the languages that can be chosen, below what comes first."""
    return [("", first), *spoken_languages(language())]


def more_words(row: AppointmentRow) -> str:
    """Answer what else is to be known at the counter: language, mediator, what to bring."""
    parts = []
    if row.language:
        parts.append(language_name(row.language, language()))
    if row.request_id is not None:
        parts.append(_("Mediator asked for"))
    if row.bring:
        parts.append(row.bring.splitlines()[0])
    if row.note:
        parts.append(row.note.splitlines()[0])
    return " · ".join(parts)
