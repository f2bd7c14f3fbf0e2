"""Nobody is booked twice at the same time."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from app.visiting.rules import Booking, check_bookings
from resources.text import say
from tests.factories.visits import at

ERNA, PAUL = UUID(int=1), UUID(int=2)


def booking(start: int, end: int, client: UUID = ERNA, visitor: str = "Karin Vogt") -> Booking:
    name = "Erna Krüger" if client == ERNA else "Paul Łukasz"
    times = [at(f"2026-11-23 {hour:02}:00") for hour in (start, end)]
    return Booking(client, name, visitor, *times)


def test_a_visitor_cannot_be_with_two_clients_at_once_and_hears_with_whom() -> None:
    (problem,) = check_bookings(booking(14, 16), [booking(15, 17, PAUL, " karin  VOGT")])
    assert problem.field == "start"
    assert say(problem).startswith(" karin  VOGT visits Paul Łukasz at that time, from 15:00 to")


def test_a_client_cannot_be_visited_twice_at_once_and_it_is_said_by_whom() -> None:
    (problem,) = check_bookings(booking(14, 16), [booking(13, 15, visitor="Omid Rahimi")])
    assert say(problem) == (
        "Erna Krüger is visited by Omid Rahimi at that time, from 13:00 to 15:00. "
        "Please choose another time."
    )


def test_strangers_can_visit_other_clients_at_the_same_time() -> None:
    assert check_bookings(booking(14, 16), [booking(14, 16, PAUL, "Omid Rahimi")]) == ()


def test_a_visit_may_begin_at_the_minute_at_which_another_ends() -> None:
    assert check_bookings(booking(14, 16), [booking(12, 14), booking(16, 18)]) == ()


@given(*[some.integers(0, 22), some.integers(1, 23)] * 2)
def test_two_visits_to_a_client_clash_exactly_when_they_share_an_hour(
    one: int, one_hours: int, other: int, other_hours: int
) -> None:
    one_end, other_end = min(23, one + one_hours), min(23, other + other_hours)
    shared = set(range(one, one_end)) & set(range(other, other_end))
    found = check_bookings(booking(one, one_end), [booking(other, other_end)])
    assert bool(found) == bool(shared)
