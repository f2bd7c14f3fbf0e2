"""The lines under the head of a card: what they say, where they lead, whose they are."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from app.clients.queries import client_card
from tests.factories.clients import add_client
from tests.factories.tasks import task_added
from tests.factories.visits import MONDAY
from ui.client_tabs import CLIENT_TABS, OVERVIEW_CARDS
from ui.clients.client_card import ClientCardView
from ui.my_day.hint_lines import HintLines
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.clients.queries import ClientCard
    from app.office import Office
    from ui.desk import Desk

DAY = timedelta(days=1)


@pytest.fixture
def lines(qtbot: QtBot, desk: Desk) -> HintLines:
    lines = HintLines(desk)
    qtbot.addWidget(lines)
    return lines


def show(lines: HintLines, office: Office, person_id: UUID) -> None:
    lines.show_answer(card(office, person_id), office.ask(lines.question(person_id)))


def card(office: Office, person_id: UUID) -> ClientCard:
    found = office.ask(client_card, person_id)
    assert found is not None
    return found


def test_a_hint_says_its_line_and_leads_where_it_can_be_helped(
    qtbot: QtBot, lines: HintLines, office: Office
) -> None:
    erna = add_client(office, birth="")
    task_added(office, person_id=erna, due_on=MONDAY - DAY)
    show(lines, office, erna)
    assert lines.lines() == ["1 task is overdue.", "Nobody has reached this person yet."]
    tasks, plan = lines.findChildren(QPushButton)
    with qtbot.waitSignal(lines.place_wanted) as wanted:
        tasks.click()
    assert wanted.args == [Place("clients", erna, "tasks")]
    with qtbot.waitSignal(lines.place_wanted) as wanted:
        plan.click()
    assert wanted.args == [Place("visiting", erna, "plan")]


def test_the_hints_of_one_person_never_stand_on_the_card_of_another(
    lines: HintLines, office: Office
) -> None:
    erna, paul = add_client(office, birth=""), add_client(office, family_name="Łukasz", birth="")
    task_added(office, person_id=erna, due_on=MONDAY - DAY)
    show(lines, office, erna)
    assert len(lines.lines()) == 2
    show(lines, office, paul)
    assert lines.lines() == ["Nobody has reached this person yet."]
    assert [b.text() for b in lines.findChildren(QPushButton) if b.isVisibleTo(lines)] == [
        "Plan visit"
    ]


def test_the_card_has_the_lines_under_its_head(qtbot: QtBot, desk: Desk, office: Office) -> None:
    erna = add_client(office, birth="")
    view = ClientCardView(desk, CLIENT_TABS, OVERVIEW_CARDS)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    view.show_record(erna)
    (lines,) = view.findChildren(HintLines)
    qtbot.waitUntil(lambda: bool(lines.lines()))
    assert lines.mapTo(view, lines.rect().topLeft()).y() < view.tabs.y()
    view.do("tasks")
    assert view.tabs.tabText(view.tabs.currentIndex()) == "Tasks"
