"""Facts of a file are of the kind and in the range that was asked for, or refused by place."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.visiting.given import Given, need_different

HELD = Given(
    {"n": 2.5, "w": 3.0, "t": True, "id": "p1", "l": [{}, 3], "o": {"x": 1}, "none": None}, "here"
)


def test_facts_are_answered_as_they_are() -> None:
    assert (HELD.number("n"), HELD.whole("w"), HELD.flag("t", otherwise=False)) == (2.5, 3, True)
    assert (HELD.id(), HELD.inner("o").number("x")) == ("p1", 1)
    assert Given({"id": 7}, "").id() == 7


def test_null_says_nothing() -> None:
    assert not HELD.has("none")
    assert HELD.flag("none", otherwise=True)
    assert HELD.optional_items("none") == []


@pytest.mark.parametrize(
    "value", [True, "1", None, [], {}, float("nan"), float("inf"), 10**400, -(10**10)]
)
def test_what_is_no_number_in_range_is_refused(value: object) -> None:
    with pytest.raises(Refused) as refused:
        Given({"x": value}, "stops[3]").number("x")

    assert refused.value.problems[0].field == "stops[3].x"


@pytest.mark.parametrize("value", [True, 1.5, None, "", " ", "a\0b", "\ud800", "x" * 201])
def test_what_is_no_id_is_refused(value: object) -> None:
    with pytest.raises(Refused):
        Given({"id": value}, "stops[3]").id()


def test_half_a_person_is_refused() -> None:
    with pytest.raises(Refused):
        HELD.whole("n")


def test_lists_objects_and_words_are_told_apart() -> None:
    for ask in (lambda: HELD.items("n"), lambda: HELD.objects("l"), lambda: HELD.inner("l")):
        with pytest.raises(Refused):
            ask()
    with pytest.raises(Refused):
        HELD.choice("id", ("p2",))
    with pytest.raises(Refused):
        HELD.flag("n", otherwise=True)


def test_the_same_id_twice_is_refused() -> None:
    need_different(["a", "b"], "stops")
    with pytest.raises(Refused):
        need_different(["a", "b", "a"], "stops")
