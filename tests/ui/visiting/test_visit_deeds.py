"""Cancelling, bringing back, taking a record back: each says so and can be undone."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from app.escalation.recording import record_and_follow
from app.visiting.actions import cancel_visit
from app.visiting.queries import visit_details
from app.visiting.rules import VisitRecord, VisitStatus
from tests.factories.clients import add_client
from tests.factories.visits import visit_planned
from ui.visiting.visit_deeds import VisitDeeds

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

MORNING = VisitRecord(held=True, start=time(8), end=time(9))


def status(office: Office, visit: UUID) -> VisitStatus:
    found = office.ask(visit_details, visit)
    assert found is not None
    return found.visit.status


def test_a_first_record_can_be_undone_from_its_toast(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    visit = visit_planned(office, add_client(office), start=time(8))
    saved = office.act(record_and_follow, visit, 1, MORNING).value
    deeds = VisitDeeds(desk)
    with qtbot.waitSignal(deeds.said) as said:
        deeds.tell_recorded(saved, can_undo=True)
    assert said.args is not None
    with qtbot.waitSignal(deeds.said) as taken_back:
        said.args[1]()
    assert taken_back.args == ["The visit waits to be recorded again.", None]
    assert status(office, visit) is VisitStatus.PLANNED


def test_an_undo_whose_time_is_taken_says_so_and_changes_nothing(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    client = add_client(office)
    visit = visit_planned(office, client)
    version = office.act(cancel_visit, visit, 1).value.version
    visit_planned(office, client)
    deeds = VisitDeeds(desk)
    with qtbot.waitSignal(deeds.said) as said:
        deeds.restore(visit, version)
    assert said.args is not None
    assert "Erna Krüger is visited by Karin Vogt at that time" in said.args[0]
    assert status(office, visit) is VisitStatus.CANCELLED
