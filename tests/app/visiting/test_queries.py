"""What the screens are told about visits."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.visiting.actions import cancel_visit, record_visit
from app.visiting.calendar.statements import ARE_MORE
from app.visiting.queries import (
    client_to_visit,
    due_visits,
    known_visitors,
    unrecorded_visits,
    visit_details,
    visiting_day,
    visits_of_client,
)
from app.visiting.rows import DueVisits
from app.visiting.rules import NotHeldReason, Place, VisitRecord
from app.visiting.statements import (
    AHEAD,
    BETWEEN,
    COUNT_BETWEEN,
    COUNT_WAITING,
    DUE,
    FIRST_BETWEEN,
    VISITORS,
)
from tests.factories.clients import add_client
from tests.factories.visit_days import day_visits
from tests.factories.visits import MONDAY, visit_planned

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Office

SUNDAY = MONDAY + timedelta(days=6)
DAY = timedelta(days=1)
WHO = "Anna Beispiel"


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office)


def test_a_week_goes_from_monday_to_sunday_in_order_of_time(office: Office, erna: UUID) -> None:
    visit_planned(office, erna, MONDAY - DAY)
    last = visit_planned(office, erna, SUNDAY, time(22, 0))
    second = visit_planned(office, erna, MONDAY, time(9, 0))
    first = visit_planned(office, erna, MONDAY, time(0, 0))
    visit_planned(office, erna, SUNDAY + DAY, time(0, 0))
    assert [row.id for row in office.ask(day_visits, MONDAY, 7)] == [first, second, last]


def test_a_clients_visits_come_latest_first_and_are_no_one_elses(
    office: Office, erna: UUID
) -> None:
    paul = add_client(office, given_name="Paul", family_name="Łukasz")
    visit_planned(office, paul, MONDAY, time(9, 0))
    old = visit_planned(office, erna, MONDAY - DAY)
    new = visit_planned(office, erna, MONDAY)
    assert [row.id for row in office.ask(visits_of_client, erna)] == [new, old]


def test_what_is_due_counts_todays_visits_and_the_forgotten_ones(
    office: Office, erna: UUID
) -> None:
    visit_planned(office, erna, MONDAY)
    visit_planned(office, erna, MONDAY + DAY)
    forgotten = visit_planned(office, erna, MONDAY - DAY)
    recorded = visit_planned(office, erna, MONDAY - 2 * DAY)
    called_off = visit_planned(office, erna, MONDAY - 3 * DAY)
    ill = VisitRecord(held=False, reason=NotHeldReason.HOSPITAL)
    office.act(record_visit, recorded, 1, ill)
    office.act(cancel_visit, called_off, 1)
    due = office.ask(due_visits, MONDAY)
    assert due == DueVisits(today=1, earlier=1)
    assert due.total == 2
    assert [row.id for row in office.ask(unrecorded_visits, MONDAY)] == [forgotten]


def test_my_day_tells_today_what_waits_and_the_days_ahead(office: Office, erna: UUID) -> None:
    today = visit_planned(office, erna, MONDAY)
    waiting = visit_planned(office, erna, MONDAY - DAY)
    visit_planned(office, erna, MONDAY + DAY, time(9, 0))
    visit_planned(office, erna, MONDAY + DAY, time(11, 0))
    visit_planned(office, erna, MONDAY + 7 * DAY)
    visit_planned(office, erna, MONDAY + 8 * DAY)
    found = office.ask(visiting_day, MONDAY, WHO)
    assert [row.id for row in found.today] == [today]
    assert (found.mine, found.today_count) == ((), 1)
    assert [row.id for row in found.waiting] == [waiting]
    assert [day.visits for day in found.ahead] == [2, 0, 0, 0, 0, 0, 1]
    assert [found.ahead[0].day, found.ahead[-1].day] == [MONDAY + DAY, MONDAY + 7 * DAY]


def test_my_day_counts_visits_no_further_than_anybody_looks(
    office: Office, erna: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hour in (8, 10, 12, 14):
        for day in (MONDAY, MONDAY + DAY):
            visit_planned(office, erna, day, time(hour, 0))
    monkeypatch.setattr("app.visiting.queries.MOST_COUNTED", 2)
    found = office.ask(visiting_day, MONDAY, WHO)
    assert (found.today_count, found.ahead[0].visits) == (3, 3)


def test_visitors_are_suggested_once_each_the_latest_first(office: Office, erna: UUID) -> None:
    visit_planned(office, erna, MONDAY, visitor="Ünal Aydoğan")
    visit_planned(office, erna, MONDAY + 2 * DAY, visitor="Karin Vogt")
    visit_planned(office, erna, MONDAY - DAY, visitor="Karin Vogt")
    visit_planned(office, erna, MONDAY + DAY, visitor="Bo Ærø")
    assert office.ask(known_visitors) == ("Karin Vogt", "Bo Ærø", "Ünal Aydoğan")


def test_nobody_is_suggested_in_an_empty_office(office: Office) -> None:
    assert office.ask(known_visitors) == ()


def test_a_visit_that_does_not_exist_has_no_details(office: Office) -> None:
    assert office.ask(visit_details, uuid4()) is None


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (FIRST_BETWEEN, "ix_visit_week"),
        (COUNT_BETWEEN, "ix_visit_week"),
        (ARE_MORE[False, False], "ix_visit_week"),
        (COUNT_WAITING, "ix_visit_status_planned_start"),
        (BETWEEN, "ix_visit_week"),
        (DUE, "ix_visit_status_planned_start"),
        (AHEAD, "ix_visit_week"),
        (VISITORS, "ix_visit_visitor_planned_start"),
    ],
)
def test_the_first_screens_read_visits_from_an_index_alone(
    office: Office, statement: object, index: str
) -> None:
    def plan(connection: Connection) -> str:
        sql = str(statement.compile(connection))  # type: ignore[attr-defined]  # any select
        count = sql.count("?")
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", ("2026-11-23",) * count)
        return "\n".join(row.detail for row in rows)

    steps = office.ask(plan)
    assert f"USING COVERING INDEX {index}" in steps
    assert "SCAN visit" not in steps


def test_a_new_plan_begins_with_who_visited_last_and_where(office: Office, erna: UUID) -> None:
    fresh = office.ask(client_to_visit, erna)
    assert fresh is not None
    assert (fresh.name, fresh.visitor, fresh.place) == ("Erna Krüger", "", None)
    visit_planned(office, erna, MONDAY - DAY, visitor="Omid Rahimi")
    visit_planned(office, erna, MONDAY, visitor="Karin Vogt")
    found = office.ask(client_to_visit, erna)
    assert found is not None
    assert (found.visitor, found.place) == ("Karin Vogt", Place.HOME)
    assert office.ask(client_to_visit, uuid4()) is None


def test_my_day_knows_whether_the_office_helps_anybody_yet(office: Office) -> None:
    assert not office.ask(visiting_day, MONDAY, WHO).has_clients
    add_client(office)
    assert office.ask(visiting_day, MONDAY, WHO).has_clients


def test_my_day_knows_whose_visits_are_ones_own_and_lists_only_the_first_of_many(
    office: Office,
) -> None:
    for number in range(25):
        client = add_client(office, family_name=f"Krüger {number}")
        visitor = WHO if number == 24 else f"Visitor {number}"
        last = visit_planned(office, client, start=time(8, number), visitor=visitor)
    found = office.ask(visiting_day, MONDAY, WHO)
    assert [row.id for row in found.mine] == [last]
    assert (len(found.today), found.today_count) == (20, 25)
