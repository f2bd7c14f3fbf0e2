"""Who has died or moved away is not visited, who pauses not meanwhile; nor by who is away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.clients.rules.status import NO_VISIT_DECEASED, NO_VISIT_MOVED, NO_VISIT_PAUSED
from app.errors import Refused
from app.visiting.actions import change_planned_visit, plan_visit
from app.visiting.rules import VisitPlan
from app.visiting.series.resting import NEAREST
from app.volunteers.rules import AbsenceDetails, AbsenceReason
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer

if TYPE_CHECKING:
    from app.office import Office

TOMORROW, NEXT_MONTH = date(2026, 11, 24), date(2026, 12, 24)


def plan(office: Office, day: date, **fields: object) -> tuple[str, str, dict[str, object]]:
    """Answer why a visit to somebody of this status is refused."""
    client_id = add_client(office, **fields)
    wanted = VisitPlan(client_id, "Per Holm", day, time(14), time(15))
    with pytest.raises(Refused) as refused:
        office.act(plan_visit, uuid4(), wanted)
    problem = refused.value.problems[0]
    return problem.message, problem.field, dict(problem.values)


def test_who_has_died_is_not_visited(office: Office) -> None:
    message, field, values = plan(office, TOMORROW, status="deceased")
    assert (message, field) == (NO_VISIT_DECEASED, "client_id")
    assert values["name"] == "Erna Krüger"


def test_who_moves_away_is_visited_until_then(office: Office) -> None:
    moved = {"status": "moved", "status_from": date(2026, 12, 1)}
    assert plan(office, NEXT_MONTH, **moved)[0] == NO_VISIT_MOVED
    client_id = add_client(office, **moved)
    office.act(plan_visit, uuid4(), VisitPlan(client_id, "Per", TOMORROW, time(14), time(15)))


def test_a_visit_within_a_pause_is_refused_with_the_first_possible_day(office: Office) -> None:
    pause = {"status": "paused", "status_from": TOMORROW, "status_until": date(2026, 12, 5)}
    message, field, values = plan(office, date(2026, 12, 1), **pause)
    assert (message, field) == (NO_VISIT_PAUSED, "day")
    assert values["first"] == date(2026, 12, 6)
    client_id = add_client(office, **pause)
    office.act(plan_visit, uuid4(), VisitPlan(client_id, "Per", NEXT_MONTH, time(14), time(15)))


def test_a_visit_over_an_absence_is_refused_with_the_first_possible_day(office: Office) -> None:
    away = AbsenceDetails(uuid4(), TOMORROW, date(2026, 12, 5), AbsenceReason.HOLIDAY)
    active_volunteer(office, "Anja Kurz", absences=(away,))
    erna, visit_id = add_client(office), uuid4()
    wanted = VisitPlan(erna, "Anja Kurz", date(2026, 12, 1), time(14), time(15))
    with pytest.raises(Refused) as refused:
        office.act(plan_visit, visit_id, wanted)
    (problem,) = refused.value.problems
    assert (problem.message, problem.field) == (NEAREST, "day")
    assert problem.values["free"] == date(2026, 12, 6)

    later = replace(wanted, day=NEXT_MONTH)
    office.act(plan_visit, visit_id, later)
    with pytest.raises(Refused):
        office.act(change_planned_visit, visit_id, 1, wanted)
    office.act(change_planned_visit, visit_id, 1, replace(later, start=time(13)))
