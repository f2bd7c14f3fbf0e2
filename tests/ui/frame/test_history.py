"""Back and forward lead where one was."""

from __future__ import annotations

from ui.frame.history import History
from ui.widgets.page import Place

A, B, C = Place("a"), Place("b"), Place("c")


def test_back_and_forward_lead_through_the_places() -> None:
    history = History()
    for place in (A, B, C):
        history.visit(place)
    assert history.back() == B
    assert history.back() == A
    assert history.back() is None
    assert history.here == A
    assert history.forward() == B
    assert history.forward() == C
    assert history.forward() is None


def test_a_new_place_ends_the_way_forward() -> None:
    history = History()
    for place in (A, B):
        history.visit(place)
    history.back()
    history.visit(C)
    assert history.forward() is None
    assert history.back() == A


def test_going_where_one_is_is_no_step() -> None:
    history = History()
    history.visit(A)
    history.visit(A)
    assert not history.can_go_back


def test_the_way_back_has_an_end() -> None:
    history = History()
    for number in range(200):
        history.visit(Place(str(number)))
    steps = 0
    while history.back() is not None:
        steps += 1
    assert steps == 50
