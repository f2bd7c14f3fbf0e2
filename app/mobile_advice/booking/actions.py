"""What can be done about appointments: book, change, move, go on, undo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError

from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.mobile_advice.booking.checking import (
    day_of,
    moment_of,
    need_home_time,
    need_place,
    who_is,
)
from app.mobile_advice.booking.figures import figures_on
from app.mobile_advice.booking.reaching import follow_contact
from app.mobile_advice.booking.rules import (
    TAKES_ITS_TIME,
    Booking,
    Kind,
    Place,
    State,
    WaitingState,
    check_step,
    check_words,
)
from app.mobile_advice.tours.freeing import Released, release, take_release_back
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.booking import Appointment, StopWaiting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from app.office import Act

BOOKING_FORM = "appointment_new"
"""The form of a new appointment in drafts; the subject is the person, "" where none is known."""
APPOINTMENT_FORM = "appointment"
"""The form of an appointment that is there; the subject is its id."""

GONE = N_("This appointment is no longer in the office.")
IS_SETTLED = N_("This appointment is settled and can no longer be moved.")
JUST_TAKEN = N_("Somebody else just took this time. Please choose another one.")
NOT_YET = N_("This can be said on the day of the appointment.")
NOT_IN_QUEUE = N_("Numbers of the queue have no time that could be moved.")
NO_LONGER_WAITS = N_("This person no longer waits at this stop.")

_STEP_FIELDS = ("state", "counter", "called_at", "moved_to_id", "note")
_ON_THE_DAY = frozenset({State.WAITING, State.CALLED, State.DONE, State.NO_SHOW})


@dataclass(frozen=True, slots=True)
class Before:
    """An appointment as it was before an act, with which the act is undone."""

    appointment_id: UUID
    version: int
    """After the act."""
    fields: dict[str, Any] | None = field(hash=False)
    """None where there was no appointment."""
    released: Released = field(default_factory=Released)
    """Mediators whom the act freed."""


def book_appointment(
    act: Act, appointment_id: UUID, booking: Booking, waiting_id: UUID | None = None
) -> UUID:
    """Book under an id made before; a second time changes nothing. Answer the id.

    `waiting_id` is who waited for it. Raises `Refused` beside the fields of `Booking`, with the
    nearest time that is free.
    """
    if act.session.get(Appointment, appointment_id) is not None:
        return appointment_id
    if problems := check_words(booking):
        raise Refused(*problems)
    row = Appointment(id=appointment_id, booked_by=act.who, booked_at=act.now)
    row.state, row.source = State.BOOKED.value, booking.source.value
    _write(act, row, booking)
    act.session.add(row)
    flush(act)
    if waiting_id is not None:
        _end_waiting(act, waiting_id, appointment_id)
    for subject in {"", str(booking.person_id or "")}:
        discard_draft(act, BOOKING_FORM, subject)
    act.touch("booking", appointment_id)
    return appointment_id


def change_appointment(act: Act, appointment_id: UUID, version: int, booking: Booking) -> UUID:
    """Change an appointment; another time makes it another time, without a chain."""
    row = known_appointment(act, appointment_id, version)
    booking, before = replace(booking, kind=Kind(row.kind)), row.person_id
    if problems := check_words(booking):
        raise Refused(*problems)
    if row.kind == Kind.WALK_IN or State(row.state) not in {State.BOOKED, State.WAITING}:
        _write_words(act, row, booking)
    else:
        _write(act, row, booking)
    flush(act)
    follow_contact(act, (row.state,), before, row.person_id)
    discard_draft(act, APPOINTMENT_FORM, str(appointment_id))
    act.touch("booking", appointment_id)
    return appointment_id


def move_appointment(
    act: Act, appointment_id: UUID, version: int, place: Place, new_id: UUID | None = None
) -> tuple[Before, Before]:
    """Move an appointment to another time: the old one stays and says where it went.

    Answers what both were before, the old one first.
    """
    row = known_appointment(act, appointment_id, version)
    if row.kind == Kind.WALK_IN:
        raise Refused(Problem(NOT_IN_QUEUE))
    if State(row.state) not in {State.BOOKED, State.WAITING, State.NO_SHOW}:
        raise Refused(Problem(IS_SETTLED))
    before = _fields(row)
    moved = _copy(act, row, new_id or uuid4())
    row.state = State.MOVED.value
    flush(act)
    _put_at(act, moved, place, row.minutes)
    act.session.add(moved)
    flush(act)
    row.moved_to_id = moved.id
    flush(act)
    act.touch("booking", row.id)
    act.touch("booking", moved.id)
    return Before(row.id, row.version, before), Before(moved.id, moved.version, None)


def progress_appointment(
    act: Act, appointment_id: UUID, version: int, to: State, counter: int = 0
) -> Before:
    """Say what became of an appointment; answer what it was before.

    A mediator who was asked for one that is cancelled is freed, and a task says who is told.
    Whoever is called without an appointment is called to a `counter`; where somebody is there
    already, see `queueing.call_to`.
    """
    row = known_appointment(act, appointment_id, version)
    before = step(act, row, to, counter)
    flush(act)
    released = release(act, [row]) if to is State.CANCELLED else Released()
    return Before(row.id, row.version, before, released)


def step(act: Act, row: Appointment, to: State, counter: int = 0) -> dict[str, Any]:
    """Let an appointment go on; answer its fields as they were. Raises `Refused`."""
    problems = check_step(State(row.state), to)
    if not problems and to in _ON_THE_DAY and row.day > act.local_now.date():
        problems = (Problem(NOT_YET),)
    if problems:
        raise Refused(*problems)
    before = _fields(row)
    row.state = to.value
    if to is State.CALLED:
        # Who has an appointment goes to its own counter: the time there is held.
        row.counter = row.counter or counter or 1
        row.called_at = act.now
    follow_contact(act, (before["state"], row.state), row.person_id)
    act.touch("booking", row.id)
    return before


def undo_appointment_steps(act: Act, befores: Iterable[Before]) -> None:
    """Let appointments be as they were; a time that was given up must still be free.

    Raises `Conflict` when others changed one since.
    """
    rows = [(known_appointment(act, one.appointment_id, one.version), one) for one in befores]
    # What was added goes first: what it took is free again then.
    for row, before in sorted(rows, key=lambda one: one[1].fields is not None):
        act.touch("booking", row.id)
        if before.fields is None:
            _unlink(act, row)
            act.session.delete(row)
            flush(act)
        else:
            _put_back(act, row, before.fields)
            take_release_back(act, before.released)


def take_booking_back(act: Act, appointment_id: UUID) -> None:
    """Delete an appointment that was just booked by mistake; who waited for it waits again."""
    row = known_appointment(act, appointment_id)
    if State(row.state) is not State.BOOKED and row.kind != Kind.WALK_IN:
        raise Refused(Problem(IS_SETTLED))
    _unlink(act, row)
    act.session.delete(row)
    flush(act)
    follow_contact(act, (row.state,), row.person_id)
    act.touch("booking", appointment_id)


def known_appointment(act: Act, appointment_id: UUID, version: int | None = None) -> Appointment:
    """Answer an appointment that the person at work may know of, in the version that was seen."""
    asked = select(Appointment).where(
        Appointment.id == appointment_id,
        or_(Appointment.person_id.is_(None), is_known_to_me(Appointment.__table__.c.person_id)),
    )
    row = act.session.scalar(asked)
    if row is None:
        raise Refused(Problem(GONE))
    if version is not None and row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return row


def flush(act: Act) -> None:
    """Write what was changed. Raises `Refused` when somebody took the time in the same second."""
    try:
        act.session.flush()
    except IntegrityError as error:
        raise Refused(Problem(JUST_TAKEN, "place")) from error


def _write(act: Act, row: Appointment, booking: Booking) -> None:
    _write_words(act, row, booking)
    row.kind = booking.kind.value
    if booking.kind is Kind.HOME_VISIT:
        _put_at_home(act, row, booking)
    elif booking.place is not None:
        _put_at(act, row, booking.place, booking.minutes)


def _write_words(act: Act, row: Appointment, booking: Booking) -> None:
    if booking.person_id is not None:
        who_is(act, booking.person_id, "", None, row.id)
    row.person_id = booking.person_id
    row.name = "" if booking.person_id else booking.name.strip()
    row.phone, row.language, row.topic = booking.phone.strip(), booking.language, booking.topic
    row.bring, row.note = booking.bring.strip(), booking.note.strip()


def _put_at(act: Act, row: Appointment, place: Place, minutes: int) -> None:
    day = day_of(act, place, None)
    who = who_is(act, row.person_id, row.name or "", day, row.id)
    halt = need_place(act, place, minutes, who, row.id)
    row.tour_halt_id, row.tour_day_id, row.day = halt.id, halt.tour_day_id, halt.day
    row.starts_at, row.counter = place.start, place.counter
    row.minutes = minutes or halt.slot_minutes


def _put_at_home(act: Act, row: Appointment, booking: Booking) -> None:
    tour_day_id, start = booking.tour_day_id, booking.start
    assert tour_day_id is not None  # noqa: S101 - `check_words` has looked
    assert start is not None  # noqa: S101 - as above
    day = day_of(act, None, tour_day_id)
    who = who_is(act, row.person_id, "", day, row.id, at_home=True)
    minutes = booking.minutes or figures_on(act.local_now.date()).home_visit_minutes
    tour_day = need_home_time(act, tour_day_id, start, minutes, who, row.id)
    row.tour_halt_id, row.tour_day_id, row.day = None, tour_day.id, tour_day.day
    row.starts_at, row.minutes, row.counter = start, minutes, 0


def _put_back(act: Act, row: Appointment, fields: dict[str, Any]) -> None:
    now, then = State(row.state), State(fields["state"])
    row.moved_to_id = fields["moved_to_id"]
    flush(act)
    if now not in TAKES_ITS_TIME and then in TAKES_ITS_TIME:
        _check_again(act, row)
    for name, value in fields.items():
        setattr(row, name, value)
    flush(act)
    follow_contact(act, (now, then), row.person_id)


def _check_again(act: Act, row: Appointment) -> None:
    """Refuse to take a time again that somebody else has now."""
    if row.starts_at is None or row.day < moment_of(act).today:
        return
    is_home = row.kind == Kind.HOME_VISIT
    who = who_is(act, row.person_id, row.name, row.day, row.id, at_home=is_home)
    if row.tour_halt_id is not None:
        place = Place(row.tour_halt_id, row.starts_at, row.counter)
        need_place(act, place, row.minutes, who, row.id)
    elif row.tour_day_id is not None:
        need_home_time(act, row.tour_day_id, row.starts_at, row.minutes, who, row.id)


def _copy(act: Act, row: Appointment, new_id: UUID) -> Appointment:
    """Answer the appointment that follows one: for the same person and reason, not reminded yet."""
    return Appointment(
        id=new_id,
        kind=Kind.BOOKED.value,
        state=State.BOOKED.value,
        booked_by=act.who,
        booked_at=act.now,
        **{
            name: getattr(row, name)
            for name in (
                "person_id", "name", "phone", "source", "language", "topic", "bring", "note",
                "interpreter_request_id",
            )
        },
    )  # fmt: skip


def _fields(row: Appointment) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _STEP_FIELDS}


def _unlink(act: Act, row: Appointment) -> None:
    """Let nothing point at an appointment that is deleted."""
    asked = select(StopWaiting).where(StopWaiting.appointment_id == row.id)
    for waiting in act.session.scalars(asked):
        waiting.appointment_id, waiting.state = None, WaitingState.WAITING.value
    follows = select(Appointment).where(Appointment.moved_to_id == row.id)
    for other in act.session.scalars(follows):
        other.moved_to_id = None
    flush(act)


def _end_waiting(act: Act, waiting_id: UUID, appointment_id: UUID) -> None:
    waiting = act.session.get(StopWaiting, waiting_id)
    if waiting is None or waiting.state != WaitingState.WAITING:
        raise Refused(Problem(NO_LONGER_WAITS))
    waiting.state, waiting.appointment_id = WaitingState.BOOKED.value, appointment_id
