"""Requirements of the search: the same pairs here or in a process, progress, and an end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.clients.duplicates import Person
from app.errors import Unavailable
from app.linking.searching import Search

ERNA = Person("0" * 31 + "1", ("Erna",), ("Krüger",), "1938-11-24", "Am Markt 3", "40595", "Garath")
PEOPLE = (
    ERNA,
    replace(ERNA, key="0" * 31 + "2", given_names=("Ernna",)),
    Person("0" * 31 + "3", ("Ali",), ("Demir",), "1950-01-02", "Weg 9", "40599", "Garath"),
)


@pytest.mark.parametrize("worth", [100, 1], ids=["here", "in a process"])
def test_a_search_finds_who_stands_twice_and_says_how_far_it_is(worth: int) -> None:
    heard: list[tuple[int, int]] = []

    found = Search(PEOPLE, worth).run(lambda done, of: heard.append((done, of)))

    assert found is not None
    assert [(pair.one.int, pair.other.int) for pair in found] == [(1, 2)]
    assert "same birth date" in found[0].reasons
    assert heard
    assert all(0 <= done <= of for done, of in heard)


@pytest.mark.parametrize("worth", [100, 1], ids=["here", "in a process"])
def test_a_cancelled_search_answers_nothing(worth: int) -> None:
    search = Search(PEOPLE, worth)
    search.cancel()

    assert search.run(lambda *_progress: None) is None


def test_a_search_whose_process_fails_says_so() -> None:
    broken = (replace(ERNA, key=None),)  # type: ignore[arg-type]  # what no card has

    with pytest.raises(Unavailable, match="broke off"):
        Search((*broken, object()), 1).run(lambda *_progress: None)  # type: ignore[arg-type]  # as above
