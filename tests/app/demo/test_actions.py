"""A demo office is made whole, marked as one, and made again the same."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.admin.counting import counts
from app.admin.offices import NewOffice, create_office, key_from_file, open_office, ways_in
from app.admin.queries import office_card
from app.demo.actions import build_demo
from app.demo.queries import areas_by_name, coming_visits, free_client
from app.demo.rules import Country, DemoPlan
from app.demo.writing import add_demo_clients
from app.errors import Refused
from app.expenses.rules import Spent
from db.expenses import Expense
from db.people import Person
from db.visiting import Visit
from tests.app.demo.test_rules import TODAY
from tests.factories.visit_days import day_visits

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.admin.offices import LocalOffice
    from app.demo.actions import DemoOffice
    from app.office import Office

SMALL = DemoPlan(TODAY, clients=20)


def _opened(folder: Path) -> LocalOffice:
    return open_office(folder, key_from_file(folder / "demo.key"), who="Anna Beispiel")


def _all_visits(connection: Connection) -> list[tuple[object, ...]]:
    found = select(Visit.id, Visit.client_id, Visit.planned_start).order_by(Visit.id)
    return [tuple(row) for row in connection.execute(found)]


@pytest.fixture(scope="module")
def told() -> list[tuple[int, int]]:
    """What was told while `small` was made."""
    return []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, told: list[tuple[int, int]]) -> DemoOffice:
    """A small demo office that tests open to look at it."""
    folder = tmp_path_factory.mktemp("small") / "demo"
    return build_demo(folder, SMALL, progress=lambda written, whole: told.append((written, whole)))


def test_a_demo_office_is_marked_and_opens_without_asking(small: DemoOffice) -> None:
    made = small

    assert ways_in(made.folder).is_demo
    office = _opened(made.folder)
    try:
        card = office.ask(office_card)
        held = office.ask(counts)
    finally:
        office.close()
    assert card is not None
    assert card.is_demo
    assert "demo" in card.values.name.casefold()
    # Besides the clients there are those around them.
    assert held.clients > made.counts.clients == 20
    assert (held.visits, held.areas) == (made.counts.visits, 60)
    assert held.letters == made.counts.letters > 0


def test_a_danish_demo_office_stands_in_ballerup(tmp_path: Path) -> None:
    made = build_demo(tmp_path / "demo", DemoPlan(TODAY, clients=5, country=Country.DENMARK))

    office = _opened(made.folder)
    try:
        towns = office.ask(lambda c: set(c.execute(select(Person.city)).scalars()))
        areas = office.ask(areas_by_name, "ballerup")
    finally:
        office.close()
    assert towns - {""} <= set(areas) == {"Ballerup", "Skovlunde", "Måløv"}


def test_a_demo_office_stands_before_the_rates_of_its_year_are_known(tmp_path: Path) -> None:
    plan = DemoPlan(TODAY.replace(year=2040), clients=14, country=Country.DENMARK)
    office = _opened(build_demo(tmp_path / "demo", plan).folder)
    claimed = office.ask(lambda connection: connection.scalars(select(Expense.what)).all())
    office.close()
    assert claimed
    assert Spent.KILOMETRES not in claimed


def test_two_demo_offices_of_one_plan_hold_the_same_ids(tmp_path: Path, small: DemoOffice) -> None:
    found = []
    for made in (small, build_demo(tmp_path / "another", SMALL)):
        office = _opened(made.folder)
        try:
            found.append(office.ask(_all_visits))
        finally:
            office.close()

    assert found[0] == found[1]
    assert len(found[0]) > 100


def test_a_folder_with_an_office_is_left_alone(tmp_path: Path) -> None:
    new = NewOffice(name="Real", country="DE", who="Anna Beispiel")
    create_office(tmp_path, new, passphrase="four unrelated words", use_keyring=False)
    before = (tmp_path / "office.db").read_bytes()

    with pytest.raises(Refused) as refused:
        build_demo(tmp_path, SMALL)

    assert refused.value.problems[0].field == "folder"
    assert (tmp_path / "office.db").read_bytes() == before
    assert not (tmp_path / "demo.key").exists()


def test_a_plan_out_of_range_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        build_demo(tmp_path / "demo", DemoPlan(TODAY, clients=0))

    assert not (tmp_path / "demo").exists()


def test_a_demo_office_that_was_not_finished_leaves_the_folder_free(tmp_path: Path) -> None:
    def stop(_written: int, _whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_demo(tmp_path, SMALL, progress=stop)

    assert build_demo(tmp_path, SMALL).counts.clients == 20


@pytest.mark.usefixtures("small")
def test_progress_is_told(told: list[tuple[int, int]]) -> None:
    assert told == [(20, 20)]


def test_writing_touches_what_pages_show(office: Office) -> None:
    done = office.act(add_demo_clients, SMALL, range(20), {})

    assert done.features == {"clients", "visiting", "journal"}
    assert done.value.clients == 20


def test_the_collector_is_back_after_writing(office: Office) -> None:
    gc.enable()
    office.act(add_demo_clients, SMALL, range(20), {})

    assert gc.isenabled()


def test_writing_a_plan_out_of_range_is_refused(office: Office) -> None:
    with pytest.raises(Refused):
        office.act(add_demo_clients, DemoPlan(TODAY, clients=-5), range(1), {})


def test_the_person_in_charge_finds_visits_today_and_to_come(office: Office) -> None:
    office.act(add_demo_clients, SMALL, range(20), {})

    mine = [row for row in office.ask(day_visits, TODAY) if row.visitor == "Anna Beispiel"]

    assert len(mine) >= 3
    assert len(office.ask(coming_visits, "Anna Beispiel", TODAY, 3)) == 3


def test_a_free_client_has_no_visit_on_the_day(office: Office) -> None:
    office.act(add_demo_clients, SMALL, range(20), {})

    free = office.ask(free_client, TODAY, TODAY)

    assert free not in {row.client_id for row in office.ask(day_visits, TODAY)}
