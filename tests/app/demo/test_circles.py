"""Around the people of the demo stand others: kin with keys, neighbours, households, volunteers."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.demo.rules import Country, DemoPlan
from app.demo.standing import standing_columns, without_ruled_out
from app.households.queries import household_proposals
from db.households import Household, Relation
from db.people import PersonLanguage, PersonReach, PersonRole
from tests.app.demo.test_actions import _opened as opened_office
from tests.app.demo.test_rules import TODAY
from tests.factories.demos import copied_demo

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def _held(connection: Connection) -> dict[str, int]:
    roles = connection.execute(select(PersonRole.role, func.count()).group_by(PersonRole.role))
    found = {role: count for role, count in roles}  # noqa: C416 - rows are no pairs to mypy
    for table in (Household, Relation, PersonReach):
        found[table.__tablename__] = connection.execute(select(func.count(table.id))).scalar_one()
    levels = select(func.count(func.distinct(PersonLanguage.level)))
    return found | {"levels": connection.execute(levels).scalar_one()}


@pytest.mark.parametrize("country", list(Country))
def test_the_demo_shows_every_kind_of_person_around(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, country: Country
) -> None:
    office = opened_office(copied_demo(tmp_path_factory, tmp_path / "demo", country))
    try:
        held = office.ask(_held)
        proposals = office.ask(household_proposals, TODAY)
    finally:
        office.close()
    assert {"client", "volunteer", "contact"} <= set(held)
    assert min(held["household"], held["relation"], held["person_reach"]) > 0
    assert held["levels"] > 2
    assert proposals


def test_some_pause_have_moved_or_died_and_are_not_visited_then() -> None:
    plan = DemoPlan(TODAY)
    found = {standing_columns(plan, number)["status"]: number for number in range(400)}
    assert set(found) == {"active", "paused", "moved", "deceased"}
    number = found["deceased"]
    died = standing_columns(plan, number)["status_from"]
    visits = [{"planned_start": day} for day in (_at(TODAY), _at(died.replace(year=2025)))]
    assert len(without_ruled_out(plan, number, visits)) == 1


def _at(day: date) -> datetime:
    return datetime.combine(day, time(14))
