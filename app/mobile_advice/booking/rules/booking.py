"""Booking: what is asked for, and what stands against it with the nearest time that is free."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from app.errors import N_, Problem
from app.mobile_advice.booking.rules.slots import (
    HaltTimes,
    Held,
    Slot,
    clock,
    free_slots,
    is_free,
    nearest_free,
)
from app.mobile_advice.booking.rules.words import Kind, Source
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

NOTE_LENGTH = 2_000
"""Longest note on an appointment, in characters."""

NO_SLOT = N_("Please choose a stop and a time.")
NO_TIME = N_("Please enter when the visit begins.")
NO_TOUR = N_("Please choose the tour on whose way the visit is.")
NOBODY = N_("Please choose a person, or type a name.")
NEEDS_CARD = N_("A visit at home needs a person with a card, for the address.")
DAY_IS_PAST = N_("This day is over. Please choose a day from today on.")
TIME_IS_PAST = N_("This time is over. The next free time is {time} at counter {counter}.")
TIME_IS_PAST_ALONE = N_("This time is over, and nothing else is free on this day.")
HALT_IS_CANCELLED = N_("This stop was cancelled on that day. Please choose another day.")
NO_PERMIT = N_(
    "{stop} has no permit for that day. Enter the permit at the stop, or choose another stop."
)
OUT_OF_HOURS = N_(
    "The stop is there from {first} to {last}. The nearest free time is {time} at counter "
    "{counter}."
)
OUT_OF_HOURS_ALONE = N_("The stop is there from {first} to {last}, and nothing is free then.")
STOP_IS_CLOSED = N_(
    "{stop} is closed at that time. The nearest free time is {time} at counter {counter}."
)
STOP_IS_CLOSED_ALONE = N_("{stop} is closed at that time, and nothing is free within its hours.")
COUNTER_TAKEN = N_(
    "Counter {wanted} is taken at {start}. The nearest free time is {time} at counter {counter}."
)
COUNTER_TAKEN_ALONE = N_(
    "Counter {wanted} is taken at {start}, and nothing else is free on this day."
)
NO_COUNTER = N_(
    "There is no counter {wanted} at this stop. The nearest free time is {time} at counter "
    "{counter}."
)
NO_COUNTER_ALONE = N_("There is no counter {wanted} at this stop.")
PERSON_BUSY = N_(
    "{name} is elsewhere at that time: {other}. The nearest free time is {time} at counter "
    "{counter}."
)
PERSON_BUSY_ALONE = N_(
    "{name} is elsewhere at that time: {other}. Nothing else is free on this day."
)
NEXT_FREE = N_("{what} The next free time is on {day} at {time}: {stop}.")
"""Behind what stands against a whole day."""
OF_THE_DAY = frozenset(
    {
        DAY_IS_PAST,
        TIME_IS_PAST_ALONE,
        HALT_IS_CANCELLED,
        NO_PERMIT,
        OUT_OF_HOURS_ALONE,
        STOP_IS_CLOSED_ALONE,
        COUNTER_TAKEN_ALONE,
        NO_COUNTER_ALONE,
        PERSON_BUSY_ALONE,
    }
)
"""What leaves nothing else on that day."""
TOO_LONG = N_("An appointment can last from {least} to {most} minutes here.")

_Against: TypeAlias = "tuple[str, str, Mapping[str, object]]"
"""A sentence with the nearest free time, one for a day without any, and their values."""


@dataclass(frozen=True, slots=True)
class Place:
    """A slot as it is chosen in a form."""

    halt_id: UUID
    start: int
    """Minutes after midnight."""
    counter: int

    @property
    def slot(self) -> Slot:
        """The slot within its halt."""
        return Slot(self.start, self.counter)


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment as it stands in a form."""

    place: Place | None = None
    """None in the queue, and for a visit at home."""
    person_id: UUID | None = None
    name: str = ""
    """Of somebody without a card; "" is nameless."""
    phone: str = ""
    kind: Kind = Kind.BOOKED
    source: Source = Source.STOP
    minutes: int = 0
    """0 is as long as an appointment there is."""
    tour_day_id: UUID | None = None
    """Of a visit at home: on the way of which tour."""
    start: int | None = None
    """Of a visit at home: minutes after midnight."""
    language: str = ""
    topic: str = ""
    bring: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HaltFacts:
    """What is known about a halt when somebody books there."""

    day: date
    times: HaltTimes
    stop: str
    """Its name."""
    is_cancelled: bool = False
    """The halt, its day or its tour."""
    lacks_permit: bool = False
    """On its day."""
    held: tuple[Held, ...] = ()
    """What is taken there already, by others."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A time at which the person is somewhere else on that day."""

    held: Held
    where: str
    """In words, "" where it may not be told."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The local day and minute at which somebody books."""

    today: date
    minute: int

    def after(self, day: date) -> int:
        """Answer up to which minute of a day times are over."""
        return self.minute if day == self.today else -1


@dataclass(frozen=True, slots=True)
class Who:
    """Who is booked, and where else the person is on that day."""

    name: str = ""
    elsewhere: tuple[Elsewhere, ...] = field(default=())
    person_id: UUID | None = None
    """None of somebody without a card."""


def check_words(booking: Booking) -> tuple[Problem, ...]:
    """Answer what is wrong with what was typed, before any halt is looked at."""
    problems = (
        *check_text(booking.name, "name", longest=NAME_LENGTH),
        *check_text(booking.phone, "phone", longest=NAME_LENGTH),
        *check_text(booking.bring, "bring", longest=NOTE_LENGTH, lines=True),
        *check_text(booking.note, "note", longest=NOTE_LENGTH, lines=True),
    )
    if booking.kind is Kind.WALK_IN:
        return problems
    if booking.kind is Kind.HOME_VISIT:
        return (*problems, *_check_home(booking))
    if booking.person_id is None and not booking.name.strip():
        problems += (Problem(NOBODY, "person_id"),)
    if booking.place is None:
        problems += (Problem(NO_SLOT, "place"),)
    return problems


def check_place(
    place: Place, minutes: int, halt: HaltFacts, who: Who, moment: Moment
) -> tuple[Problem, ...]:
    """Answer what stands against a slot, at most one problem, with the nearest free time."""
    if halt.day < moment.today:
        return (Problem(DAY_IS_PAST, "place"),)
    if halt.is_cancelled:
        return (Problem(HALT_IS_CANCELLED, "place"),)
    if halt.lacks_permit:
        return (Problem(NO_PERMIT, "place", {"stop": halt.stop}),)
    length = minutes or halt.times.slot_minutes
    step, most = halt.times.slot_minutes, halt.times.until_time - halt.times.from_time
    if not step <= length <= most:
        return (Problem(TOO_LONG, "minutes", {"least": step, "most": most}),)
    return _check_time(place.slot, length, halt, who, moment)


def _check_time(
    slot: Slot, length: int, halt: HaltFacts, who: Who, moment: Moment
) -> tuple[Problem, ...]:
    after = moment.after(halt.day)
    against = _not_there(slot, length, halt, after) or _taken(slot, length, halt, who)
    if against is None:
        return ()
    near = nearest_free(
        halt.times,
        halt.held,
        slot,
        length,
        after=after,
        but=tuple(one.held for one in who.elsewhere),
    )
    message, alone, values = against
    if near is None:
        return (Problem(alone, "place", values),)
    values = {**values, "time": clock(near.start), "counter": near.counter}
    return (Problem(message, "place", values),)


def _not_there(slot: Slot, length: int, halt: HaltFacts, after: int) -> _Against | None:
    """Answer what stands against a time of a halt, whoever comes."""
    if not 1 <= slot.counter <= halt.times.counters:
        return NO_COUNTER, NO_COUNTER_ALONE, {"wanted": slot.counter}
    if not halt.times.is_there(slot.start, length):
        times = {"first": clock(halt.times.from_time), "last": clock(halt.times.until_time)}
        return OUT_OF_HOURS, OUT_OF_HOURS_ALONE, times
    if slot.start + length <= after:
        return TIME_IS_PAST, TIME_IS_PAST_ALONE, {}
    if not halt.times.is_open(slot.start, length):
        return STOP_IS_CLOSED, STOP_IS_CLOSED_ALONE, {"stop": halt.stop}
    return None


def _taken(slot: Slot, length: int, halt: HaltFacts, who: Who) -> _Against | None:
    """Answer who is in the way: somebody else at the counter, or the person elsewhere."""
    if not is_free(slot, length, halt.held):
        values = {"wanted": slot.counter, "start": clock(slot.start)}
        return COUNTER_TAKEN, COUNTER_TAKEN_ALONE, values
    busy = next((one for one in who.elsewhere if one.held.overlaps(slot.start, length)), None)
    if busy is not None:
        values = {"name": who.name, "other": busy.where or clock(busy.held.start)}
        return PERSON_BUSY, PERSON_BUSY_ALONE, values
    return None


def next_free_of(halt: HaltFacts, moment: Moment) -> Slot | None:
    """Answer the first slot of a halt that can be booked now."""
    if halt.day < moment.today or halt.is_cancelled or halt.lacks_permit:
        return None
    free = free_slots(halt.times, halt.held, after=moment.after(halt.day))
    return free[0] if free else None


def _check_home(booking: Booking) -> tuple[Problem, ...]:
    problems: tuple[Problem, ...] = ()
    if booking.person_id is None:
        problems += (Problem(NEEDS_CARD, "person_id"),)
    if booking.tour_day_id is None:
        problems += (Problem(NO_TOUR, "tour_day_id"),)
    if booking.start is None:
        problems += (Problem(NO_TIME, "start"),)
    return problems
