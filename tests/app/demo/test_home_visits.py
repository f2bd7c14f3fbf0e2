"""The demo office has a day of many stops and homes, on which another order is really shorter."""

from __future__ import annotations

import tomllib
from datetime import time
from typing import TYPE_CHECKING

import pytest

from app.areas.actions import load_area_list
from app.demo.books import book
from app.demo.home_visits import add_demo_home_visits
from app.demo.queries import areas_by_name
from app.demo.rules import Country, DemoPlan
from app.demo.tours import add_demo_tours
from app.demo.writing import add_demo_clients
from app.mobile_advice.planning.order import compare
from app.mobile_advice.planning.queries import day_to_order, tours_ahead
from app.mobile_advice.planning.rules import CallKind, OrderWish
from app.visiting.day_plans.office.routing import find_runs
from app.visiting.day_plans.office.walking import completed
from resources import read_text
from tests.app.demo.test_rules import TODAY

if TYPE_CHECKING:
    from app.office import Office


@pytest.mark.parametrize("country", list(Country))
def test_the_long_tour_has_a_shorter_order(office: Office, country: Country) -> None:
    plan = DemoPlan(TODAY, clients=20, country=country)
    known = tomllib.loads(read_text("demo", f"booking_{country.language}.toml"))["round"]
    office.act(load_area_list, book(country).code_list)
    areas = office.ask(areas_by_name, book(country).code_list)
    office.act(add_demo_clients, plan, range(20), areas)
    office.act(add_demo_tours, plan)
    office.act(add_demo_home_visits, plan, known)
    rows = [one.row for one in office.ask(tours_ahead, TODAY)]
    first = next(row for row in rows if row.tour == known["tour"])
    day = office.ask(day_to_order, first.id, OrderWish(time(7), time(19)), TODAY)
    found = compare(day, completed(day.office_day, find_runs(day.office_day)))

    kinds = [call.kind for call in day.calls]
    assert (kinds.count(CallKind.HALT), kinds.count(CallKind.HOME)) == (5, 2)
    assert not found.left
    assert found.is_shorter
    assert found.best.driving < found.usual.driving
