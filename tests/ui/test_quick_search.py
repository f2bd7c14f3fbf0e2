"""Ctrl+K finds people and actions while one types, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.widgets.hands import bring_forward
from ui.desk import Pending
from ui.pages import RAIL
from ui.quick_actions import quick_actions
from ui.quick_search import Finding, QuickSearch
from ui.widgets.page import Place
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

PEOPLE = [Finding(f"Person {number}", "Bilk", "person", Place(f"p{number}")) for number in range(9)]
PLAN = Finding("Plan a visit", "Action", "add", Place("visiting", None, "plan"))


class Source:
    """Answers when the test says so, as a desk would."""

    def __init__(self) -> None:
        """Begin unasked."""
        self.asked: list[tuple[str, Pending[Sequence[Finding]]]] = []

    def __call__(self, sought: str) -> Pending[Sequence[Finding]]:
        """Remember what is asked."""
        pending: Pending[Sequence[Finding]] = Pending()
        self.asked.append((sought, pending))
        return pending

    def answer(self, found: Sequence[Finding], which: int = -1) -> None:
        """Answer one of the questions."""
        self.asked[which][1].answer(found)


class Scene:
    """A window with a search line and its drop-down."""

    def __init__(self, qtbot: QtBot) -> None:
        """Show them."""
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(800, 600)
        self.field = SearchField("Search")
        self.field.setParent(self.window)
        self.field.resize(300, 32)
        self.search = QuickSearch(self.field, self.window)
        self.source = Source()
        self.search.set_source(self.source)
        self.search.set_actions([PLAN])
        bring_forward(qtbot, self.window)
        self.field.setFocus()


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    """A search that asks a source."""
    return Scene(qtbot)


def test_what_is_typed_is_asked_and_shown(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClicks(scene.field, "pe")
    assert [sought for sought, _pending in scene.source.asked] == ["p", "pe"]
    scene.source.answer(PEOPLE[:2])
    assert scene.search.findings() == PEOPLE[:2]
    assert scene.field.hasFocus(), "one just types on"


def test_a_late_answer_to_an_older_question_is_dropped(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClicks(scene.field, "pe")
    scene.source.answer(PEOPLE[:1])
    scene.source.answer(PEOPLE[1:2], which=0)
    assert scene.search.findings() == PEOPLE[:1]


def test_actions_are_found_by_their_words(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClicks(scene.field, "VISIT")
    scene.source.answer(PEOPLE)
    assert scene.search.findings() == [*PEOPLE[:7], PLAN]


def test_arrows_choose_and_enter_leads_there(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClicks(scene.field, "pe")
    scene.source.answer(PEOPLE[:3])
    qtbot.keyClick(scene.field, Qt.Key.Key_Down)
    qtbot.keyClick(scene.field, Qt.Key.Key_Down)
    qtbot.keyClick(scene.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(scene.search.place_wanted) as wanted:
        qtbot.keyClick(scene.field, Qt.Key.Key_Return)
    assert wanted.args == [PEOPLE[1].place]
    assert scene.search.isHidden()
    assert scene.field.text() == ""


def test_escape_closes_and_down_opens_again(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClicks(scene.field, "pe")
    scene.source.answer(PEOPLE[:3])
    qtbot.keyClick(scene.field, Qt.Key.Key_Escape)
    assert scene.search.isHidden()
    assert scene.search.findings() == []
    qtbot.keyClick(scene.field, Qt.Key.Key_Down)
    assert scene.search.isHidden()


def test_nothing_found_is_said(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClicks(scene.field, "xyz")
    scene.source.answer([])
    assert not scene.search.isHidden()
    assert scene.search.findings() == []
    scene.search.accept()


def test_without_an_office_only_actions_are_found(scene: Scene, qtbot: QtBot) -> None:
    scene.search.set_source(None)
    qtbot.keyClicks(scene.field, "plan")
    assert scene.search.findings() == [PLAN]


def test_the_drop_down_stays_inside_the_window(scene: Scene, qtbot: QtBot) -> None:
    scene.field.move(600, 0)
    qtbot.keyClicks(scene.field, "pe")
    scene.source.answer(PEOPLE[:3])
    assert scene.search.geometry().right() <= scene.window.width()
    scene.window.resize(800, 300)
    scene.source.answer(PEOPLE)
    qtbot.keyClicks(scene.field, "r")
    scene.source.answer(PEOPLE)
    assert scene.search.geometry().bottom() <= 300


def test_it_closes_when_one_goes_elsewhere(scene: Scene, qtbot: QtBot) -> None:
    other = SearchField("Other")
    other.setParent(scene.window)
    other.show()
    qtbot.keyClicks(scene.field, "pe")
    scene.source.answer(PEOPLE[:3])
    other.setFocus()
    assert scene.search.isHidden()


def test_every_place_of_the_rail_is_an_action() -> None:
    offered = {action.place for action in quick_actions(RAIL)}
    assert {Place(entry.word) for entry in RAIL} <= offered
    assert Place("clients", None, "new") in offered


def test_return_waits_for_what_is_sought_by_now(scene: Scene, qtbot: QtBot) -> None:
    places: list[Place] = []
    scene.search.place_wanted.connect(places.append)
    qtbot.keyClicks(scene.field, "pe")
    scene.source.answer(PEOPLE[:1])
    qtbot.keyClicks(scene.field, "r")
    qtbot.keyClick(scene.field, Qt.Key.Key_Return)
    assert places == [], "the older answer is not what was typed"
    scene.source.answer(PEOPLE[1:2])
    assert places == [PEOPLE[1].place]
