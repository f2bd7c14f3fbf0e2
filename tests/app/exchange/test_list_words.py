"""What lists are called that left the office: people are told by these words what it was."""

from __future__ import annotations

from app.exchange.writing.list_words import LISTS


def test_no_two_lists_are_called_alike() -> None:
    assert len(set(LISTS.values())) == len(LISTS)
    assert all(LISTS.values())
