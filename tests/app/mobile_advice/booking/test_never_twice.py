"""Whatever is booked, moved, cancelled and undone: never two at one counter or one person twice."""

from __future__ import annotations

from contextlib import suppress
from itertools import combinations
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from app.errors import Refused
from app.mobile_advice.booking.actions import (
    Before,
    book_appointment,
    move_appointment,
    progress_appointment,
    take_booking_back,
    undo_appointment_steps,
)
from app.mobile_advice.booking.queueing import call_next, take_number
from app.mobile_advice.booking.rules import Booking, Kind, State
from app.mobile_advice.booking.statements import TAKEN
from db.booking import Appointment
from tests.factories.booking import TODAY, MadeHalt, halt
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office

_STARTS = st.sampled_from((600, 620, 640, 660))
_COUNTERS = st.sampled_from((1, 2))
_LENGTHS = st.sampled_from((0, 20, 40))


def _held(connection: Connection) -> list[Any]:
    asked = select(
        Appointment.tour_halt_id,
        Appointment.counter,
        Appointment.starts_at,
        Appointment.minutes,
        Appointment.person_id,
        Appointment.state,
    ).where(Appointment.state.in_(TAKEN))
    return list(connection.execute(asked))


def _versions(connection: Connection) -> dict[UUID, int]:
    asked = select(Appointment.id, Appointment.version)
    return {key: version for key, version in connection.execute(asked)}  # noqa: C416 - rows


def _overlap(one: Any, other: Any) -> bool:  # noqa: ANN401 - rows
    first, second = (one, other) if one.starts_at <= other.starts_at else (other, one)
    return bool(second.starts_at < first.starts_at + first.minutes)


class Bookings(RuleBasedStateMachine):
    """One halt of today, two people with cards, and everybody else nameless."""

    office: Office
    halts: tuple[MadeHalt, MadeHalt]
    people: tuple[UUID | None, ...]

    def __init__(self) -> None:
        """Begin with an empty day."""
        super().__init__()
        self.made: list[UUID] = []
        self.undo: list[tuple[Before, ...]] = []
        self.office.act(_clear)

    @rule(
        at=st.sampled_from((0, 1)),
        start=_STARTS,
        counter=_COUNTERS,
        minutes=_LENGTHS,
        who=st.sampled_from((0, 1, 2)),
    )
    def book(self, at: int, start: int, counter: int, minutes: int, who: int) -> None:
        """Book somebody somewhere."""
        booking = Booking(self.halts[at].at(start, counter), self.people[who], "N", minutes=minutes)
        with suppress(Refused):
            self.made.append(self.office.act(book_appointment, uuid4(), booking).value)

    @rule(start=st.sampled_from((600, 625, 640)), who=st.sampled_from((0, 1)))
    def visit_home(self, start: int, who: int) -> None:
        """Book a visit on the way."""
        booking = Booking(
            person_id=self.people[who],
            kind=Kind.HOME_VISIT,
            tour_day_id=self.halts[0].tour_day_id,
            start=start,
        )
        with suppress(Refused):
            self.made.append(self.office.act(book_appointment, uuid4(), booking).value)

    @rule(which=st.integers(0, 20), at=st.sampled_from((0, 1)), start=_STARTS, counter=_COUNTERS)
    def move(self, which: int, at: int, start: int, counter: int) -> None:
        """Move an appointment."""
        self._act(which, move_appointment, self.halts[at].at(start, counter))

    @rule(which=st.integers(0, 20), to=st.sampled_from(State), counter=_COUNTERS)
    def go_on(self, which: int, to: State, counter: int) -> None:
        """Say what became of one."""
        with suppress(Refused):
            self._act(which, progress_appointment, to, counter)

    @rule()
    def queue(self) -> None:
        """Let somebody queue."""
        key = uuid4()
        self.office.act(take_number, key, self.halts[0].id, Booking())
        self.made.append(key)

    @rule(counter=_COUNTERS)
    def call(self, counter: int) -> None:
        """Call the next."""
        with suppress(Refused):
            self.undo.append(self.office.act(call_next, self.halts[0].id, counter).value)

    @rule()
    def take_back(self) -> None:
        """Undo the last step that can be undone."""
        if self.undo:
            with suppress(Refused):
                self.office.act(undo_appointment_steps, self.undo.pop())

    @rule(which=st.integers(0, 20))
    def unbook(self, which: int) -> None:
        """Delete a booking made by mistake."""
        known = self.office.ask(_versions)
        if self.made and self.made[which % len(self.made)] in known:
            with suppress(Refused):
                self.office.act(take_booking_back, self.made[which % len(self.made)])

    @invariant()
    def nobody_is_in_two_places(self) -> None:
        """Look at every pair."""
        rows = self.office.ask(_held)
        timed = [row for row in rows if row.starts_at is not None]
        for one, other in combinations(timed, 2):
            at_one_counter = (one.tour_halt_id, one.counter) == (other.tour_halt_id, other.counter)
            one_person = one.person_id is not None and one.person_id == other.person_id
            assert not (_overlap(one, other) and (at_one_counter or one_person))
        called = [(r.tour_halt_id, r.counter) for r in rows if r.state == State.CALLED]
        assert len(called) == len(set(called))

    def _act(self, which: int, action: Any, *rest: Any) -> None:  # noqa: ANN401 - any action
        known = self.office.ask(_versions)
        there = [one for one in self.made if one in known]
        if not there:
            return
        key = there[which % len(there)]
        with suppress(Refused):
            done = self.office.act(action, key, known[key], *rest).value
            self.undo.append((done,) if isinstance(done, Before) else done)


def _clear(act: Any) -> None:  # noqa: ANN401 - an act
    for row in act.session.scalars(select(Appointment)):
        row.moved_to_id = None
    act.session.flush()
    for row in act.session.scalars(select(Appointment)):
        act.session.delete(row)


def test_nobody_is_ever_booked_twice(office: Office) -> None:
    Bookings.office = office
    Bookings.halts = (
        halt(office, TODAY, first=600, last=680),
        halt(office, TODAY, name="Benrath", first=600, last=680),
    )
    Bookings.people = (add_client(office), add_client(office, given_name="Otto"), None)

    run_state_machine_as_test(
        Bookings,
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            suppress_health_check=list(HealthCheck),
        ),
    )
