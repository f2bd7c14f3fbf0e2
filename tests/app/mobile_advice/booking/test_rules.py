"""Requirements of slots and bookings: nobody is booked twice, and the nearest time is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mobile_advice.booking.rules import (
    Booking,
    Elsewhere,
    HaltFacts,
    HaltTimes,
    Held,
    Kind,
    Moment,
    Place,
    Slot,
    State,
    Waiting,
    Who,
    check_home_time,
    check_place,
    check_step,
    check_words,
    first_free_at,
    free_slots,
    nearest_free,
    next_to_call,
)
from app.mobile_advice.booking.rules import booking as said

DAY = date(2026, 11, 24)
MORNING = HaltTimes(540, 660, 20, 2)
"""From nine to eleven, two counters, six times each."""
FACTS = HaltFacts(DAY, MORNING, "Garath, Markt")
BEFORE = Moment(date(2026, 11, 23), 600)
HALT = uuid4()


def problem(
    start: int,
    counter: int = 1,
    *,
    facts: HaltFacts = FACTS,
    who: Who | None = None,
    minutes: int = 0,
    moment: Moment = BEFORE,
) -> str:
    """Answer what stands against a slot, "" for nothing."""
    found = check_place(Place(HALT, start, counter), minutes, facts, who or Who(), moment)
    return found[0].message.format(**found[0].values) if found else ""


def test_a_halt_has_a_slot_for_each_step_and_counter() -> None:
    assert len(list(MORNING.slots())) == 12
    assert list(HaltTimes(540, 605, 20, 1).starts()) == [540, 560, 580]
    assert list(HaltTimes(540, 550, 20, 1).starts()) == []


def test_a_taken_counter_is_refused_with_the_nearest_free_time() -> None:
    facts = replace(FACTS, held=(Held(560, 20, 1), Held(560, 20, 2), Held(580, 20, 1)))

    assert problem(560, facts=facts) == (
        "Counter 1 is taken at 09:20. The nearest free time is 09:40 at counter 2."
    )
    full = replace(FACTS, held=tuple(Held(540, 120, counter) for counter in (1, 2)))
    assert "nothing else is free" in problem(560, facts=full)


def test_the_person_is_in_one_place_at_a_time() -> None:
    who = Who("Erna Krüger", (Elsewhere(Held(550, 30, 0), "09:10 Karin Vogt"),))

    assert problem(560, who=who) == (
        "Erna Krüger is elsewhere at that time: 09:10 Karin Vogt. "
        "The nearest free time is 09:40 at counter 1."
    )
    assert problem(580, who=who) == ""


@pytest.mark.parametrize(
    ("start", "says"),
    [(500, "from 09:00 to 11:00"), (660, "from 09:00 to 11:00"), (545, "time is 09:00")],
)
def test_a_time_outside_the_halt_or_between_two_steps_is_refused(start: int, says: str) -> None:
    assert says in problem(start)


def test_past_days_cancelled_halts_and_missing_permits_are_refused() -> None:
    late = Moment(DAY, 600)

    assert problem(540, moment=Moment(date(2026, 11, 25), 0)) == said.DAY_IS_PAST
    assert problem(540, moment=late).startswith("This time is over. The next free time is 10:20")
    assert problem(540, facts=replace(FACTS, is_cancelled=True)) == said.HALT_IS_CANCELLED
    assert "no permit" in problem(540, facts=replace(FACTS, lacks_permit=True))
    closed = replace(FACTS, times=replace(FACTS.times, spans=((600, 720),)))
    assert "is closed at that time. The nearest free time is 10:00" in problem(540, facts=closed)
    shut = replace(FACTS, times=replace(FACTS.times, spans=()))
    assert "nothing is free within its hours" in problem(540, facts=shut)
    assert "no counter 3 at this stop. The nearest free time is 09:00" in problem(540, 3)
    assert "from 20 to 120 minutes" in problem(540, minutes=10)
    assert "from 20 to 120 minutes" in problem(540, minutes=500)


def test_what_is_missing_is_asked_for_beside_its_field() -> None:
    fields = [found.field for found in check_words(Booking())]
    at_home = [found.field for found in check_words(Booking(kind=Kind.HOME_VISIT))]

    assert fields == ["person_id", "place"]
    assert at_home == ["person_id", "tour_day_id", "start"]
    assert check_words(Booking(kind=Kind.WALK_IN)) == ()
    assert check_words(Booking(kind=Kind.WALK_IN, name="a\x00b"))[0].field == "name"


def test_one_home_is_visited_at_a_time() -> None:
    held = (Held(600, 45, 0),)

    (found,) = check_home_time(620, 45, DAY, held, Who(), BEFORE)
    assert found.values["time"] == "10:45"
    assert check_home_time(645, 45, DAY, held, Who(), BEFORE) == ()
    assert check_home_time(1420, 45, DAY, (), Who(), BEFORE)[0].field == "start"
    assert check_home_time(600, 45, DAY, (), Who(), BEFORE, is_cancelled=True)


def test_whose_time_has_come_is_called_before_the_queue_and_who_is_early_after_it() -> None:
    now, early = Waiting(uuid4(), 540, None), Waiting(uuid4(), 600, None)
    first, second = Waiting(uuid4(), None, 1), Waiting(uuid4(), None, 2)
    queue = [second, early, first, now]

    order = []
    while (following := next_to_call(queue, 550)) is not None:
        order.append(following)
        queue.remove(following)
    assert order == [now, first, second, early]


def test_a_settled_appointment_goes_no_further() -> None:
    assert check_step(State.BOOKED, State.WAITING) == ()
    assert check_step(State.NO_SHOW, State.WAITING) == ()
    for state in (State.DONE, State.MOVED, State.CANCELLED):
        assert check_step(state, State.CALLED)


_HELD = st.builds(Held, st.integers(500, 700), st.integers(1, 90), st.integers(1, 3))


@given(st.lists(_HELD, max_size=12), st.integers(500, 700), st.integers(1, 3))
def test_what_is_called_free_and_nearest_is_free(
    held: list[Held], start: int, counter: int
) -> None:
    free = free_slots(MORNING, held)
    near = nearest_free(MORNING, held, Slot(start, counter))

    facts = replace(FACTS, held=tuple(held))
    assert all(problem(slot.start, slot.counter, facts=facts) == "" for slot in free)
    assert (near is None) == (not free)
    if near is not None:
        assert near in free
        assert abs(near.start - start) == min(abs(slot.start - start) for slot in free)
    assert {slot.start for slot in first_free_at(MORNING, held)} == {slot.start for slot in free}
