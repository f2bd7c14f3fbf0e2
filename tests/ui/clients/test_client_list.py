"""The list finds while one types, keeps its place, and says why it is empty."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.clients.rules import ClientFilter
from tests.factories.clients import add_client
from tests.ui.widgets.hands import bring_forward, click
from ui.clients import client_list
from ui.clients.client_list import ClientList
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> ClientList:
    """A list at a desk; nothing is asked yet."""
    people = ClientList(desk)
    people.resize(460, 600)
    qtbot.addWidget(people)
    return people


def names(people: ClientList) -> list[str]:
    return [hit.sorted_name for hit in people.rows()]


def has_rows(people: ClientList, rows: int) -> bool:
    return len(people.rows()) == rows


def test_people_stand_by_name_with_their_number(
    qtbot: QtBot, office: Office, people: ClientList
) -> None:
    add_client(office, given_name="Per", family_name="Zorn")
    add_client(office, given_name="Ida", family_name="Ågård")
    people.refresh()
    qtbot.waitUntil(lambda: names(people) == ["Ågård, Ida", "Zorn, Per"])
    assert people.count.text() == "2 people"


def test_typing_finds_and_escape_shows_all_again(
    qtbot: QtBot, office: Office, people: ClientList
) -> None:
    add_client(office, given_name="Per", family_name="Zorn")
    add_client(office, given_name="Ida", family_name="Ærø")
    qtbot.keyClicks(people.search, "aero")
    qtbot.waitUntil(lambda: names(people) == ["Ærø, Ida"])
    assert people.count.text() == "1 person found"
    qtbot.keyClick(people.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(people.rows()) == 2)


def test_only_the_last_keystroke_is_shown(qtbot: QtBot, office: Office, people: ClientList) -> None:
    add_client(office, family_name="Berg")
    add_client(office, family_name="Bergmann")
    for typed in ("b", "be", "ber", "berg", "bergm"):
        people.search.setText(typed)
    qtbot.waitUntil(lambda: names(people) == ["Bergmann, Erna"])


def test_chips_narrow_the_list_down(qtbot: QtBot, office: Office, people: ClientList) -> None:
    add_client(office, family_name="Alone", lives_alone=True)
    add_client(office, family_name="Hidden", address_protected=True)
    people.refresh()
    qtbot.waitUntil(lambda: len(people.rows()) == 2)
    click(people, "Address protected")
    qtbot.waitUntil(lambda: names(people) == ["Hidden, Erna"])
    click(people, "Living alone")
    qtbot.waitUntil(lambda: names(people) == ["Alone, Erna"])


def test_enter_in_the_search_opens_the_first(
    qtbot: QtBot, office: Office, people: ClientList
) -> None:
    berg = add_client(office, family_name="Berg")
    qtbot.keyClicks(people.search, "berg")
    qtbot.waitUntil(lambda: len(people.rows()) == 1)
    with qtbot.waitSignal(people.opened) as opened:
        qtbot.keyClick(people.search, Qt.Key.Key_Return)
    assert opened.args == [berg]


def test_down_goes_to_the_list(qtbot: QtBot, office: Office, people: ClientList) -> None:
    berg = add_client(office, family_name="Berg")
    bring_forward(qtbot, people)
    people.refresh()
    qtbot.waitUntil(lambda: len(people.rows()) == 1)
    people.search.setFocus()
    with qtbot.waitSignal(people.chosen) as chosen:
        qtbot.keyClick(people.search, Qt.Key.Key_Down)
    assert chosen.args == [berg]
    assert people.table.hasFocus()


def test_an_empty_office_offers_to_add_the_first(qtbot: QtBot, people: ClientList) -> None:
    people.refresh()
    qtbot.waitUntil(lambda: isinstance(people.state.currentWidget(), EmptyState))
    with qtbot.waitSignal(people.add_wanted):
        click(people, "Add person")


def test_who_is_not_found_is_named(qtbot: QtBot, office: Office, people: ClientList) -> None:
    add_client(office)
    qtbot.keyClicks(people.search, "<b>%_")
    qtbot.waitUntil(lambda: isinstance(people.state.currentWidget(), EmptyState))
    empty = people.state.currentWidget()
    assert isinstance(empty, EmptyState)
    assert empty.words.text() == "Nobody is called “<b>%_”."


def test_a_list_without_people_offers_nothing_to_add(
    qtbot: QtBot, office: Office, people: ClientList
) -> None:
    add_client(office)
    people.filters.set_value(ClientFilter.PROTECTED)
    people.refresh()
    qtbot.waitUntil(lambda: isinstance(people.state.currentWidget(), EmptyState))


def test_the_list_reads_on_as_one_scrolls(
    qtbot: QtBot, office: Office, people: ClientList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_list, "PAGE", 15)
    for number in range(40):
        add_client(office, family_name=f"Berg{number:02}")
    bring_forward(qtbot, people)
    people.refresh()
    qtbot.waitUntil(lambda: len(people.rows()) == 15 and people.total == 40)
    bar = people.table.verticalScrollBar()
    for rows in (30, 40):
        bar.setValue(bar.maximum())
        qtbot.waitUntil(partial(has_rows, people, rows))
    assert names(people) == [f"Berg{number:02}, Erna" for number in range(40)]


def test_somebody_far_down_is_shown_in_the_list(
    qtbot: QtBot, office: Office, people: ClientList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_list, "PAGE", 10)
    ids = [add_client(office, family_name=f"Berg{number:02}") for number in range(40)]
    people.refresh()
    qtbot.waitUntil(lambda: len(people.rows()) == 10)
    told: list[object] = []
    people.chosen.connect(told.append)
    people.show_record(ids[30])
    qtbot.waitUntil(lambda: people.table.current_row() is not None)
    chosen = people.table.current_row()
    assert chosen is not None
    assert chosen.id == ids[30]
    assert told == []


def test_a_list_that_cannot_load_says_so_and_tries_again(
    qtbot: QtBot, desk: Desk, office: Office, people: ClientList
) -> None:
    add_client(office)
    desk.close_office()
    people.refresh()
    qtbot.waitUntil(lambda: people.state.currentWidget() is not people.table)
    with qtbot.waitSignal(desk.opened):
        desk.open(lambda: office)
    click(people, "Try again")
    qtbot.waitUntil(lambda: len(people.rows()) == 1)
