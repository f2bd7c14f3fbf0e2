"""How large a demo office may be."""

from __future__ import annotations

from datetime import date

import pytest

from app.demo.rules import Country, DemoCounts, DemoPlan, check_demo

TODAY = date(2026, 11, 23)


def test_the_usual_demo_office_is_a_small_one_in_germany() -> None:
    plan = DemoPlan(TODAY)

    assert (plan.clients, plan.seed, plan.country) == (200, 1, Country.GERMANY)
    assert check_demo(plan) == ()


def test_a_large_office_has_ten_visits_and_three_notes_per_client() -> None:
    plan = DemoPlan(TODAY, clients=10_000)

    assert (plan.visits, plan.notes) == (10, 3)


@pytest.mark.parametrize("clients", [0, -1, 1_000_001])
def test_a_number_of_clients_out_of_range_is_named(clients: int) -> None:
    problems = check_demo(DemoPlan(TODAY, clients=clients))

    assert [problem.field for problem in problems] == ["clients"]


def test_visits_and_notes_out_of_range_are_named() -> None:
    plan = DemoPlan(TODAY, visits_per_client=51, notes_per_client=-1, notes_of_first=10_001)

    fields = [problem.field for problem in check_demo(plan)]

    assert fields == ["visits_per_client", "notes_per_client", "notes_of_first"]


def test_danish_offices_write_danish() -> None:
    assert Country.DENMARK.language == "da"


def test_counts_add_up() -> None:
    assert DemoCounts(1, 2, 3) + DemoCounts(1, 1, 1, 4) == DemoCounts(2, 3, 4, 4)
