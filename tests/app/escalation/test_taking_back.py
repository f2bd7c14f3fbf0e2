"""A record that is taken back takes with it what nobody has touched yet."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.escalation.actions import take_step
from app.escalation.queries import closed_concerns, open_concerns
from app.escalation.recording import VisitClaim, record_and_follow
from app.escalation.rules import Ending, StepDetails, StepResult
from app.escalation.taking_back import take_record_back
from app.tasks.queries import due_tasks
from app.visiting.rules import NotHeldReason, VisitRecord
from db.expenses import Expense
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer
from tests.factories.visits import MONDAY, at, visit_planned

if TYPE_CHECKING:
    from app.office import Office

NOBODY = VisitRecord(held=False, reason=NotHeldReason.NO_ONE_OPENED)
WHY = "Taken back."


@pytest.fixture
def visit(office: Office) -> UUID:
    active_volunteer(office, "Tom Beispiel")
    erna = add_client(office, responsible="Karin Vogt")
    return visit_planned(office, erna, start=time(8), visitor="Tom Beispiel")


def test_a_concern_that_nobody_followed_ends_as_a_mistake(office: Office, visit: UUID) -> None:
    saved = office.act(record_and_follow, visit, 1, NOBODY).value
    office.act(take_record_back, visit, saved.version, WHY)
    assert office.ask(open_concerns, MONDAY) == ()
    assert [row.ending for row in office.ask(closed_concerns)] == [Ending.MISTAKE]


def test_a_concern_that_is_followed_goes_on(office: Office, visit: UUID) -> None:
    saved = office.act(record_and_follow, visit, 1, NOBODY).value
    assert saved.concern_id is not None
    rang = StepDetails("ring", at("2026-11-23 09:50"), "", StepResult.NOBODY)
    office.act(take_step, uuid4(), saved.concern_id, rang)
    office.act(take_record_back, visit, saved.version, WHY)
    assert len(office.ask(open_concerns, MONDAY)) == 1


def test_task_and_claims_go_with_the_record(office: Office, visit: UUID) -> None:
    said = VisitRecord(held=True, start=time(8), end=time(9), flags=("fall",), kilometres=80)
    claim = VisitClaim(kilometres=True)
    saved = office.act(record_and_follow, visit, 1, said, "Follow up", claim).value
    office.act(take_record_back, visit, saved.version, WHY)
    assert office.ask(due_tasks, date(2026, 11, 24), "Karin Vogt", 7).due == ()
    assert office.ask(lambda connection: connection.execute(Expense.__table__.select()).all()) == []
