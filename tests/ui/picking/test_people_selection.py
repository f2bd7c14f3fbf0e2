"""What the people list is narrowed down to: kept by a view, handed to letters, said in words."""

from __future__ import annotations

import pytest

from app.clients.rules import ClientFilter, Narrowing, PersonStatus
from app.exchange.views.rules import View
from ui.picking.people_selection import Selection

NARROW = Selection(
    ClientFilter.LIVING_ALONE,
    PersonStatus.ACTIVE,
    more=Narrowing(area="Garath", speaks="tr", age_from=75, age_to=79),
)


def test_a_view_brings_back_what_was_chosen() -> None:
    view = View(columns=(), filters=NARROW.as_filters())
    assert Selection.of(view) == NARROW


def test_a_view_with_words_that_are_gone_is_open_there() -> None:
    view = View(columns=(), filters=(("kind", "unicorns"), ("status", "asleep")))
    assert Selection.of(view) == Selection()


def test_letters_are_told_the_same_list() -> None:
    doing = NARROW.letters_place().doing
    assert doing.startswith("mass ")
    for part in ("Garath", "speaks=tr", "age_from=75", "age_to=79"):
        assert part in doing


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Selection(), ""),
        (NARROW, "Living alone · Active · Garath · Turkish · Age 75–79"),
        (Selection(typed="<b>"), "Search: <b>"),
    ],
)
def test_a_selection_is_said_in_words(chosen: Selection, said: str) -> None:
    assert chosen.words() == said


def test_an_empty_list_says_whether_somebody_can_be_added() -> None:
    assert Selection().nobody()[1]
    assert not NARROW.nobody()[1]
