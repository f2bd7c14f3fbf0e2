"""Who was faster: asked of the audit, by the record, and never oneself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from app.drafts.changes import Change, who_changed
from tests.conftest import NOW

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office


def _touch(act: Act, record: UUID) -> None:
    act.touch("clients", uuid4())
    act.touch("clients", record)


def test_the_last_other_colleague_is_named(office: Office) -> None:
    record, since, me = uuid4(), NOW - timedelta(minutes=1), office.who
    office.act(_touch, record)
    assert office.ask(who_changed, record, since, me) is None
    office.work_as("Petra Weber")
    office.act(_touch, record)
    assert office.ask(who_changed, record, since, me) == Change("Petra Weber", NOW)
    assert office.ask(who_changed, uuid4(), since, me) is None
    assert office.ask(who_changed, record, NOW + timedelta(minutes=1), me) is None
