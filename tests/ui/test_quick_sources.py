"""The search of the top bar asks several sources and shows one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.test_quick_search import Source
from ui.quick_search import Finding
from ui.quick_sources import QuickSources
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

PEOPLE = [Finding(f"Person {number}", "", "person", Place("p")) for number in range(9)]
HOUSES = [Finding(f"House {number}", "", "home", Place("h")) for number in range(2)]
TASKS = [Finding(f"Task {number}", "", "task", Place("t")) for number in range(2)]
STOPS = [Finding(f"Stop {number}", "", "bus", Place("s")) for number in range(2)]


def _asked() -> tuple[Source, Source, list[Sequence[Finding]]]:
    people, houses = Source(), Source()
    shown: list[Sequence[Finding]] = []
    QuickSources(people, houses)("x").then(shown.append)
    return people, houses, shown


def test_nothing_is_shown_before_all_have_answered() -> None:
    people, houses, shown = _asked()
    houses.asked[0][1].answer(HOUSES)
    assert shown == []
    people.asked[0][1].answer(PEOPLE[:1])
    assert shown == [[PEOPLE[0], *HOUSES]]


def test_many_people_leave_room_for_the_others() -> None:
    people, houses, shown = _asked()
    people.asked[0][1].answer(PEOPLE)
    houses.asked[0][1].answer(HOUSES)
    assert shown == [[*PEOPLE[:4], *HOUSES]]


def test_many_sources_share_what_people_leave() -> None:
    sources = [Source() for _at in range(4)]
    shown: list[Sequence[Finding]] = []
    QuickSources(*sources)("x").then(shown.append)
    for source, found in zip(sources, (PEOPLE, HOUSES[:1], TASKS, STOPS), strict=True):
        source.asked[0][1].answer(found)
    assert shown == [[*PEOPLE[:3], HOUSES[0], TASKS[0], STOPS[0]]]


def test_people_alone_have_the_whole_list() -> None:
    people, houses, shown = _asked()
    people.asked[0][1].answer(PEOPLE)
    houses.asked[0][1].answer([])
    assert shown == [PEOPLE[:8]]
