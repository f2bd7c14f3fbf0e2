"""The record of a visit is told in one minute, by keyboard, and danger cannot be missed."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from app.escalation.recording import NO_CLAIM
from app.visiting.queries import visit_details
from app.visiting.rules import NotHeldReason
from tests.factories.clients import add_client
from tests.factories.visits import visit_planned
from ui.visiting.record_fields import RecordFields

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office


@pytest.fixture
def fields(qtbot: QtBot, office: Office) -> RecordFields:
    details = office.ask(visit_details, visit_planned(office, add_client(office), start=time(8)))
    assert details is not None
    fields = RecordFields(details, "112")
    qtbot.addWidget(fields)
    return fields


def test_the_planned_times_stand_there_and_plan_nothing_more(fields: RecordFields) -> None:
    fields.outcome.held.click()
    record = fields.value()
    assert (record.start, record.end) == (time(8), time(9))
    assert (record.next_day, record.kilometres, record.flags) == (None, None, ())


def test_whom_to_ring_in_danger_stands_there_as_soon_as_danger_is_noticed(
    fields: RecordFields,
) -> None:
    fields.flags.set_value(["neglect"])
    assert fields.danger.isHidden()
    fields.flags.set_value(["suicidal"])
    assert not fields.danger.isHidden()
    assert fields.flag_words() == "Spoke of not wanting to live"


def test_a_closed_door_says_what_follows_and_asks_for_no_activities(fields: RecordFields) -> None:
    fields.activities.set_value(["walk"])
    fields.outcome.not_held.click()
    fields.reason.set_value(NotHeldReason.NO_ONE_OPENED)
    assert not fields.door.isHidden()
    assert fields.field("activities").isHidden()
    assert fields.value().activities == ()


def test_whose_volunteer_is_not_known_is_not_asked_for_costs(fields: RecordFields) -> None:
    assert "claim_amount" not in fields.texts()
    assert fields.claim() == NO_CLAIM
