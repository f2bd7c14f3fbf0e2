"""The search of the top bar finds people and leads to their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.factories.clients import add_client
from ui.clients.quick_people import QuickPeople
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_a_person_is_found_with_what_tells_namesakes_apart(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office, street="Koblenzer Straße", house_number="1", city="Düsseldorf")
    found: list[Sequence[Finding]] = []
    QuickPeople(desk)("krue").then(found.append)
    qtbot.waitUntil(lambda: bool(found))
    detail = "24 Nov 1938 · Koblenzer Straße 1, Düsseldorf"
    assert found == [[Finding("Erna Krüger", detail, "person", Place("clients", erna))]]


def test_what_is_not_waited_for_any_more_is_dropped(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    add_client(office)
    found: list[Sequence[Finding]] = []
    people = QuickPeople(desk)
    people("k").then(found.append).forget()
    later: list[Sequence[Finding]] = []
    people("kr").then(later.append)
    qtbot.waitUntil(lambda: bool(later))
    assert found == []
