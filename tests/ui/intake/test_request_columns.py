"""The columns of requests: days are counted until today, or until the decision."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.intake.actions import decide_request
from app.intake.queries import RequestList, list_requests
from tests.factories.clients import add_client
from tests.factories.intake import decision, take_request
from ui.intake.request_columns import request_columns

if TYPE_CHECKING:
    from app.office import Office


def _today() -> date:
    return date(2026, 12, 24)


def test_the_days_of_a_decided_request_stand_still(office: Office) -> None:
    one = take_request(office, add_client(office))
    (open_one,) = office.ask(list_requests, RequestList.OPEN)
    (days,) = (column for column in request_columns(_today).for_files() if column.key == "days")
    waited = days.cell(open_one)
    assert isinstance(waited, int)
    office.act(decide_request, one, 1, decision("withdrawn", reason="moved"))
    (decided,) = office.ask(list_requests, RequestList.DECIDED)
    still = days.cell(decided)
    assert isinstance(still, int)
    assert still < waited
