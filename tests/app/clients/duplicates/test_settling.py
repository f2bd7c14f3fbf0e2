"""The last look: how many pairs there are changes what a doubtful one is worth."""

from __future__ import annotations

from app.clients.duplicates.settling import BOTH_ARE_ONE, settle

COUNT = 1000


def _pair(a: int, b: int) -> int:
    return a * COUNT + b


def test_doubtful_pairs_are_shown_where_many_people_stand_twice() -> None:
    many = {_pair(place, place + 1): (0.99, ()) for place in range(0, 900, 2)}
    doubtful = {_pair(950, 951): (0.4, ())}

    assert _pair(950, 951) in settle(many | doubtful, COUNT)
    assert _pair(950, 951) not in settle(doubtful, COUNT)


def test_two_who_are_surely_one_with_a_third_are_one() -> None:
    found = settle({_pair(1, 2): (0.999, ()), _pair(2, 3): (0.999, ())}, COUNT)

    assert found[_pair(1, 3)][1] == (BOTH_ARE_ONE,)
    assert found[_pair(1, 3)][0] < found[_pair(1, 2)][0]


def test_nothing_is_concluded_from_pairs_that_are_not_sure() -> None:
    found = settle({_pair(1, 2): (0.7, ()), _pair(2, 3): (0.999, ())}, COUNT)

    assert _pair(1, 3) not in found


def test_nothing_is_concluded_in_a_crowd() -> None:
    crowd = {_pair(1, other): (0.999, ()) for other in range(2, 30)}

    assert settle(crowd, COUNT).keys() == crowd.keys()
