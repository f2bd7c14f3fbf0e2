"""What the calendar is told: the visits of a span of days, of a district, and holidays."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

from app.visiting.calendar.queries import calendar_visits
from app.visiting.holidays import holidays_between
from db.admin import OfficeCard, OfficeSetting
from db.areas import Area
from db.people import Person
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned

if TYPE_CHECKING:
    from uuid import UUID

    import pytest

    from app.office import Act, Office

DAY = timedelta(days=1)


def test_visits_of_some_days_come_in_order_of_time(office: Office) -> None:
    erna = add_client(office)
    visit_planned(office, erna, MONDAY - DAY)
    later = visit_planned(office, erna, MONDAY + DAY)
    first = visit_planned(office, erna, MONDAY)
    visit_planned(office, erna, MONDAY + 2 * DAY)
    found = office.ask(calendar_visits, MONDAY, MONDAY + 2 * DAY).visits
    assert [row.id for row in found] == [first, later]


def test_of_too_many_visits_the_first_of_each_day_are_told_or_all_of_a_visitor(
    office: Office,
) -> None:
    erna = add_client(office)
    first = visit_planned(office, erna, start=time(8), visitor="Karin Vogt")
    visit_planned(office, erna, start=time(9), visitor="Karin Vogt")
    omid = visit_planned(office, erna, start=time(10), visitor="Omid Rahimi")
    next_day = visit_planned(office, erna, MONDAY + DAY, visitor="Karin Vogt")
    after = MONDAY + 2 * DAY
    few = office.ask(calendar_visits, MONDAY, after, most=3)
    assert ([row.id for row in few.visits], few.most_a_day) == ([first, next_day], 1)
    his = office.ask(calendar_visits, MONDAY, after, None, "Omid Rahimi", most=3)
    assert ([row.id for row in his.visits], his.most_a_day) == ([omid], 0)
    assert office.ask(calendar_visits, MONDAY, after, most=4).most_a_day == 0


def test_of_too_many_visits_no_day_shows_more_than_anybody_looks_at(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    erna = add_client(office)
    first = visit_planned(office, erna, start=time(8))
    for hour in (9, 10):
        visit_planned(office, erna, start=time(hour))
    assert len(office.ask(calendar_visits, MONDAY, MONDAY + DAY, most=2).visits) == 2
    monkeypatch.setattr("app.visiting.calendar.queries.MOST_A_DAY", 1)
    few = office.ask(calendar_visits, MONDAY, MONDAY + DAY, most=2)
    assert ([row.id for row in few.visits], few.most_a_day) == ([first], 1)


def _settle(act: Act, person_id: UUID, code: str) -> UUID:
    """Let somebody live in an area of a district; answer the district."""
    district = Area(code_list="d", code=f"{code}0", level="district", name="N", position=1)
    area = Area(
        code_list="d", code=code, parent_code=f"{code}0", level="quarter", name="", position=2
    )
    act.session.add_all([district, area])
    act.session.flush()
    act.session.get_one(Person, person_id).area_id = area.id
    act.touch("clients", person_id)
    return district.id


def test_a_district_has_the_visits_of_people_in_its_areas(office: Office) -> None:
    erna, paul = add_client(office), add_client(office, given_name="Paul", family_name="Vogel")
    north = office.act(_settle, erna, "1").value
    office.act(_settle, paul, "2")
    visit = visit_planned(office, erna)
    visit_planned(office, paul, MONDAY + DAY)
    found = office.ask(calendar_visits, MONDAY, MONDAY + 7 * DAY, north).visits
    assert [row.id for row in found] == [visit]


def _name_office(act: Act, country: str, state: str) -> None:
    act.session.execute(insert(OfficeCard).values(name="O", country=country, created_at=act.now))
    act.session.add(OfficeSetting(name="federal_state", value=f'"{state}"'))
    act.touch("admin")


def test_holidays_are_those_of_the_offices_state_in_its_language(office: Office) -> None:
    assert office.ask(holidays_between, MONDAY, MONDAY + 60 * DAY) == ()
    office.act(_name_office, "DE", "NW")
    found = office.ask(holidays_between, date(2026, 11, 1), date(2027, 1, 1))
    assert [(one.day.isoformat(), one.name) for one in found] == [
        ("2026-11-01", "Allerheiligen"),
        ("2026-12-25", "Erster Weihnachtstag"),
        ("2026-12-26", "Zweiter Weihnachtstag"),
    ]
