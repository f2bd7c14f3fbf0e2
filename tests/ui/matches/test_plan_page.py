"""The plan for everybody on screen: found aside, explained, accepted, undone, cancelled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.matches.queries import matches_of
from tests.factories.clients import add_client
from tests.factories.intake import put_on_waiting_list, take_request
from tests.factories.matches import active_volunteer, wish
from tests.ui.widgets.hands import bring_forward
from ui.matches.plan_page import PlanPage
from ui.matches.plan_words import plan_summary

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

MUSIC = frozenset({("interest", "music")})


@pytest.fixture
def people(office: Office) -> list[UUID]:
    """Three who wait; Ida wants a woman to come."""
    found = []
    for name, gender in (("Erna", ""), ("Max", ""), ("Ida", "female")):
        person = add_client(office, given_name=name)
        put_on_waiting_list(office, take_request(office, person), date(2026, 11, 10))
        found.append(wish(office, person, traits=MUSIC, gender_wish=gender))
    active_volunteer(office, "Anja Kurz", traits=MUSIC, gender="male")
    active_volunteer(office, "Bo Gut", gender="male")
    return found


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, people: list[UUID]) -> PlanPage:
    del people
    page = PlanPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.find_button.click()
    qtbot.waitUntil(lambda: page.plan is not None and page.find_button.isEnabled())
    return page


def test_the_plan_is_accepted_whole_and_taken_back(
    qtbot: QtBot, office: Office, page: PlanPage, people: list[UUID]
) -> None:
    said: list[object] = []
    page.said.connect(lambda _words, undo: said.append(undo))
    assert page.plan is not None
    assert "proven" in plan_summary(page.plan)
    assert [row.name.split()[0] for row in page.left_over.rows()] == ["Ida"]
    page.accept_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert [len(office.ask(matches_of, one)) for one in people] == [1, 1, 0]
    assert not page.accept_button.isEnabled()
    undo = said[0]
    assert callable(undo)
    undo()
    qtbot.waitUntil(page.accept_button.isEnabled)
    assert [office.ask(matches_of, one) for one in people] == [(), (), ()]


def test_one_pair_is_locked_another_ruled_out_and_the_plan_found_anew(
    qtbot: QtBot, office: Office, page: PlanPage, people: list[UUID]
) -> None:
    page.table.choose_first()
    first = page.detail.pair
    assert first is not None
    page.detail.lock_button.click()
    assert page.detail.lock_button.text() == "Unlock"
    other = next(row for row in page.table.rows() if row != first)
    page.detail.ruled_out.emit(other)
    qtbot.waitUntil(page.find_button.isEnabled)
    pairs = {(row.person_id, row.visitor_id) for row in page.table.rows()}
    assert (first.person_id, first.visitor_id) in pairs
    assert (other.person_id, other.visitor_id) not in pairs
    page.table.choose_first()
    page.detail.accept_button.click()
    qtbot.waitUntil(lambda: sum(len(office.ask(matches_of, one)) for one in people) == 1)


def test_a_plan_that_is_cancelled_changes_nothing(qtbot: QtBot, page: PlanPage) -> None:
    before = page.plan
    page.find_button.click()
    page.progress.cancelled.emit()
    assert not page.job.is_running
    assert page.find_button.isEnabled()
    assert page.plan is before
    page.refresh()
    assert not page.changed.isHidden()
    qtbot.wait(1)
