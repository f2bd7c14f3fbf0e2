"""When one has waited long enough for an answer, every page says so."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING
from uuid import uuid4

from app.escalation.actions import take_step
from app.escalation.recording import record_and_follow
from app.escalation.rules import StepDetails, StepResult
from app.settings import Settings
from app.visiting.rules import NotHeldReason, VisitRecord
from tests.factories.clients import add_client
from tests.factories.visits import at, visit_planned
from ui.escalation.concern_reminder import ConcernReminder
from ui.main_window import MainWindow
from ui.widgets.page import Place

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_a_call_that_is_due_stands_above_every_page_until_it_is_noted(
    qtbot: QtBot, desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    visit = visit_planned(office, erna, start=time(8))
    missed = VisitRecord(held=False, reason=NotHeldReason.NO_ONE_OPENED)
    concern = office.act(record_and_follow, visit, 1, missed).value.concern_id
    assert concern is not None
    window = MainWindow(desk, Settings(language="en"))
    qtbot.addWidget(window)
    wanted: list[Place] = []
    monkeypatch.setattr(window, "go_to", wanted.append)
    reminder = ConcernReminder(desk, window)
    first = StepDetails("ring", at("2026-11-23 09:55"), "", StepResult.NOBODY)
    office.act(take_step, uuid4(), concern, first)
    reminder.look()
    # It is 10:00, and one waits ten minutes for an answer at the door.
    qtbot.waitUntil(reminder._timer.isActive)
    assert not _is_shown(reminder)
    assert 4 * 60_000 < reminder._timer.remainingTime() < 6 * 60_000

    skipped = StepDetails("neighbour", at("2026-11-23 09:56"), "", StepResult.SKIPPED)
    desk.act(take_step, uuid4(), concern, skipped)
    qtbot.waitUntil(lambda: _is_shown(reminder))
    shown = reminder.banner
    assert shown is not None
    said = (
        "Erna Krüger is still missed. Next, since 09:56: Call the contacts, those with a key first"
    )
    assert shown.accessibleName() == said
    shown.acted.emit()
    assert wanted == [Place("concerns", concern, "step")]
    reached = StepDetails("contacts", at("2026-11-23 09:58"), "Eva", StepResult.KNOWS)
    desk.act(take_step, uuid4(), concern, reached)
    qtbot.waitUntil(lambda: not _is_shown(reminder))


def _is_shown(reminder: ConcernReminder) -> bool:
    return reminder.banner is not None
