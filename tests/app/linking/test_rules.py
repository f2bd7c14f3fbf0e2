"""Requirements of links: chains are flat, circles cannot be, pairs have one order."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.linking.rules import in_order, speakers


def test_a_chain_has_one_speaker() -> None:
    assert speakers([("a", "b"), ("b", "c"), ("x", "y")]) == {"b": "a", "c": "a", "y": "x"}


def test_nothing_linked_is_spoken_for_by_nobody() -> None:
    assert not speakers([])


@pytest.mark.parametrize("links", [[("a", "b"), ("b", "a")], [("a", "c"), ("b", "c")]])
def test_circles_and_two_speakers_are_errors(links: list[tuple[str, str]]) -> None:
    with pytest.raises(ValueError, match=r"circle|twice"):
        speakers(links)


def test_a_pair_is_the_same_whichever_card_comes_first() -> None:
    one, other = uuid4(), uuid4()

    assert in_order(one, other) == in_order(other, one)
