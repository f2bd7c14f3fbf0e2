"""Lists of people by area, language, colleague and age agree with what cards say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clients.queries import client_place, client_window, count_clients, find_clients
from app.clients.queries.narrowing import offered_narrowings
from app.clients.rules import Birth, BirthPrecision, ClientFilter, Narrowing, age, read_narrowing
from app.clients.rules.narrowing import AGES_CROSSED, NOT_AN_AGE, born_until, check_ages
from db.areas import Area
from tests.factories.access import restricted
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office

TODAY = date(2026, 11, 23)


def given_names(office: Office, more: Narrowing) -> list[str]:
    hits = office.ask(client_window, 0, 50, today=TODAY, more=more)
    assert office.ask(count_clients, today=TODAY, more=more) == len(hits)
    found = office.ask(find_clients, "kru", 50, today=TODAY, more=more)
    assert sorted(hit.given_name for hit in found) == sorted(hit.given_name for hit in hits)
    return [hit.given_name for hit in hits]


def add_area(office: Office, name: str) -> UUID:
    def add(act: Act) -> UUID:
        area = Area(code_list="demo", code=name[:3], level="quarter", name=name, position=1)
        act.session.add(area)
        act.session.flush()
        return area.id

    return office.act(add).value


@pytest.fixture
def people(office: Office) -> Office:
    garath = add_area(office, "Garath")
    add_client(office, given_name="Ada", birth="23.11.1946", area_id=garath)
    add_client(office, given_name="Bea", birth="24.11.1946", languages=("tr",))
    add_client(office, given_name="Cem", birth="1946", letter_language="tr")
    add_client(office, given_name="Dora", birth="12.1946", responsible="Karin Vogt")
    add_client(office, given_name="Emil", birth="")
    return office


@pytest.mark.parametrize(
    ("more", "names"),
    [
        (Narrowing(), ["Ada", "Bea", "Cem", "Dora", "Emil"]),
        (Narrowing(age_from=80), ["Ada", "Cem"]),
        (Narrowing(age_to=79), ["Bea", "Dora"]),
        (Narrowing(age_from=79, age_to=79), ["Bea", "Dora"]),
        (Narrowing(age_from=81), []),
        (Narrowing(area="Garath"), ["Ada"]),
        (Narrowing(area="%"), []),
        (Narrowing(speaks="tr"), ["Bea", "Cem"]),
        (Narrowing(responsible="Karin Vogt"), ["Dora"]),
        (Narrowing(speaks="tr", age_from=80), ["Cem"]),
    ],
)
def test_a_list_is_narrowed_down(people: Office, more: Narrowing, names: list[str]) -> None:
    assert given_names(people, more) == names


def test_a_role_and_a_narrowing_count_together(people: Office) -> None:
    more, kind = Narrowing(age_from=80), ClientFilter.CLIENTS
    first, second = people.ask(client_window, 0, 50, kind=kind, today=TODAY, more=more)
    assert people.ask(count_clients, kind, TODAY, None, more) == 2
    assert people.ask(client_place, second.id, kind=kind, today=TODAY, more=more) == 1
    assert people.ask(client_place, first.id, today=TODAY, more=Narrowing(age_to=3)) is None


def test_nothing_of_hidden_people_is_offered(people: Office) -> None:
    offered = people.ask(offered_narrowings)
    assert (offered.areas, offered.tongues, offered.colleagues) == (
        ("Garath",), ("tr",), ("Karin Vogt",),
    )  # fmt: skip
    hidden = add_client(people, languages=("kmr",), responsible="Ole Dahl")
    restricted(people, hidden)
    people.work_as("Zoe Amt")
    assert people.ask(offered_narrowings) == offered


@given(
    st.dates(date(1900, 1, 1), date(2026, 12, 31)),
    st.sampled_from(BirthPrecision),
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.integers(0, 130),
)
def test_reaching_an_age_is_the_opposite_of_the_age(
    day: date, precision: BirthPrecision, today: date, years: int
) -> None:
    if precision is not BirthPrecision.DAY:
        day = day.replace(day=1)
    if precision is BirthPrecision.YEAR:
        day = day.replace(month=1)
    has_reached = day <= born_until(years, today)[precision]
    assert has_reached == (age(Birth(day, precision), today).years >= years)


def test_a_narrowing_is_kept_as_text_and_read_again() -> None:
    more = Narrowing("Garath", "tr", "Karin Vogt", 60, 0)
    assert read_narrowing(more.texts) == more
    assert read_narrowing({"age_from": "many", "age_to": "131"}) == Narrowing()


@pytest.mark.parametrize(
    ("ages", "wrong"),
    [
        (("", ""), []),
        (("60", " 80 "), []),
        (("80", "80"), []),
        (("x", "131"), [("age_from", NOT_AN_AGE), ("age_to", NOT_AN_AGE)]),
        (("-1", "\u0661"), [("age_from", NOT_AN_AGE), ("age_to", NOT_AN_AGE)]),
        (("80", "60"), [("age_to", AGES_CROSSED)]),
    ],
)
def test_ages_are_whole_numbers_in_order(
    ages: tuple[str, str], wrong: list[tuple[str, str]]
) -> None:
    assert [(problem.field, problem.message) for problem in check_ages(*ages)] == wrong
