"""Handing work over by the window: what goes, what stays, the list, and the way back."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from app.tasks.handover.queries import desk_of, recent_handovers
from app.tasks.rules import HandoverKind
from tests.factories.clients import add_client
from tests.factories.tasks import ANNA, KARIN, hide, task_added
from tests.factories.visits import MONDAY, visit_planned
from ui.tasks.handover_view import HandoverView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

DAY = timedelta(days=1)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, office: Office) -> HandoverView:
    erna = add_client(office)
    task_added(office, person_id=erna)
    visit_planned(office, erna, MONDAY + DAY, time(9, 0), visitor=ANNA)
    view = HandoverView(desk)
    qtbot.addWidget(view)
    view.show()
    view.refresh()
    qtbot.waitUntil(lambda: bool(view.pieces.ticks()))
    return view


def kinds(office: Office, who: str) -> list[HandoverKind]:
    return [piece.kind for piece in office.ask(desk_of, who, office.local_now)]


def test_everything_is_ticked_but_the_visits(view: HandoverView) -> None:
    assert [tick.value() for tick in view.pieces.ticks().values()] == [True]
    assert [tick.value() for tick in view.pieces.visit_ticks().values()] == [False]


def test_what_is_ticked_goes_over_and_its_list_is_shown_and_it_can_be_undone(
    qtbot: QtBot, view: HandoverView, office: Office
) -> None:
    said: list[tuple[str, Callable[[], object] | None]] = []
    view.said.connect(lambda words, undo: said.append((words, undo)))
    view.to_who.set_value(KARIN)
    view.hand()
    qtbot.waitUntil(lambda: view.paper is not None and bool(view.paper._pdf))
    assert kinds(office, KARIN) == [HandoverKind.TASK]
    assert kinds(office, ANNA) == [HandoverKind.VISIT]
    undo = said[0][1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: not office.ask(recent_handovers))
    assert kinds(office, ANNA) == [HandoverKind.TASK, HandoverKind.VISIT]
    qtbot.waitUntil(lambda: view.paper is None)


def test_a_ticked_visit_goes_over_too(qtbot: QtBot, view: HandoverView, office: Office) -> None:
    (tick,) = view.pieces.visit_ticks().values()
    tick.set_value(value=True)
    view.to_who.set_value(KARIN)
    view.hand()
    qtbot.waitUntil(lambda: HandoverKind.VISIT in kinds(office, KARIN))


def test_the_same_colleague_is_refused_beside_the_name(
    qtbot: QtBot, view: HandoverView, office: Office
) -> None:
    view.to_who.set_value(ANNA)
    view.hand()
    qtbot.waitUntil(lambda: bool(view.form.field("to_who").problem()))
    assert not office.ask(recent_handovers)


def test_an_empty_desk_says_so(qtbot: QtBot, view: HandoverView) -> None:
    view.from_who.set_value("Nobody Here")
    qtbot.waitUntil(lambda: not view._nothing.isHidden())
    assert not view.hand_button.isEnabled()


def test_earlier_handovers_lead_to_their_lists(
    qtbot: QtBot, view: HandoverView, desk: Desk
) -> None:
    view.to_who.set_value(KARIN)
    view.hand()
    qtbot.waitUntil(lambda: view.paper is not None)
    again = HandoverView(desk)
    qtbot.addWidget(again)
    again.refresh()
    qtbot.waitUntil(lambda: not again.history.isHidden())


def test_what_the_colleague_may_not_know_of_stays_and_is_counted(
    qtbot: QtBot, view: HandoverView, office: Office
) -> None:
    hidden = add_client(office, family_name="Geheim")
    task_added(office, person_id=hidden)
    hide(office, hidden, but_from=ANNA)
    view.to_who.set_value(KARIN)
    qtbot.waitUntil(lambda: len(view.pieces._pieces) == 3)
    assert len(view.pieces.chosen()) == 1
