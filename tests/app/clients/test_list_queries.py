"""Lists of people by status, and the further facts that their columns show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from app.clients.queries import client_window, count_clients, find_clients
from app.clients.queries.facts import found_rows, people_rows, person_facts, rows_of
from app.clients.rules import ClientFilter, PersonStatus, Role, RoleSpan
from db.people import Person
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Act, Office

TODAY = date(2026, 11, 23)
PEOPLE: dict[str, dict[str, Any]] = {
    "Active": {},
    "Pausing": {"status": "paused", "status_from": date(2026, 11, 1)},
    "Back": {
        "status": "paused",
        "status_from": date(2026, 10, 1),
        "status_until": date(2026, 11, 22),
    },
    "Leaving": {"status": "moved", "status_from": date(2026, 11, 24)},
    "Moved": {"status": "moved"},
    "Volunteer": {"roles": (RoleSpan(Role.VOLUNTEER, date(2020, 1, 1)),)},
}


@pytest.fixture
def people(office: Office) -> Office:
    for name, fields in PEOPLE.items():
        add_client(office, given_name="", family_name=name, **fields)
    return office


def _names(office: Office, **wanted: object) -> list[str]:
    hits = office.ask(client_window, 0, 50, today=TODAY, **wanted)  # type: ignore[arg-type]  # any
    return [hit.family_name for hit in hits]


@pytest.mark.parametrize(
    ("status", "names"),
    [
        (None, ["Active", "Back", "Leaving", "Moved", "Pausing", "Volunteer"]),
        (PersonStatus.ACTIVE, ["Active", "Back", "Leaving", "Volunteer"]),
        (PersonStatus.PAUSED, ["Pausing"]),
        (PersonStatus.MOVED, ["Moved"]),
        (PersonStatus.DECEASED, []),
    ],
)
def test_a_list_shows_the_status_of_today(
    people: Office, status: PersonStatus | None, names: list[str]
) -> None:
    assert _names(people, status=status) == names
    assert people.ask(count_clients, ClientFilter.ALL, TODAY, status) == len(names)


def test_role_and_status_narrow_down_together(people: Office) -> None:
    clients = _names(people, kind=ClientFilter.CLIENTS, status=PersonStatus.ACTIVE)
    assert clients == ["Active", "Back", "Leaving"]
    count = people.ask(count_clients, ClientFilter.VOLUNTEERS, TODAY, PersonStatus.ACTIVE)
    assert count == 1


def test_the_search_keeps_to_the_status(people: Office) -> None:
    def found(typed: str, status: PersonStatus | None) -> list[str]:
        hits = people.ask(find_clients, typed, today=TODAY, status=status)
        return [hit.family_name for hit in hits]

    assert found("pau", PersonStatus.PAUSED) == ["Pausing"]
    assert found("pau", PersonStatus.ACTIVE) == []
    assert found("pau", None) == ["Pausing"]


def test_columns_are_told_what_they_show(office: Office) -> None:
    add_client(
        office,
        phone="0211 8998999",
        mobile="0171 1234567",
        email="erna@example.org",
        languages=("de", "kmr"),
        responsible="Petra",
        roles=(
            RoleSpan(Role.CLIENT, date(2020, 1, 1)),
            RoleSpan(Role.VOLUNTEER, None, date(2026, 11, 22)),
            RoleSpan(Role.STAFF, date(2026, 11, 24)),
        ),
    )

    (row,) = office.ask(
        people_rows, 0, 10, kind=ClientFilter.ALL, status=None, language="de", today=TODAY
    )

    assert row.hit.family_name == "Krüger"
    facts = row.facts
    assert (facts.phone, facts.mobile) == ("+49 211 8998999", "+49 171 1234567")
    assert (facts.email, facts.responsible) == ("erna@example.org", "Petra")
    assert facts.languages == ("de", "kmr")
    assert facts.roles == ("client",)
    assert (facts.status, facts.last_contact) == ("active", None)


def test_facts_of_nobody_are_none(office: Office) -> None:
    assert office.ask(person_facts, (), TODAY) == {}


def test_facts_come_in_the_order_of_the_list(people: Office) -> None:
    hits = people.ask(client_window, 0, 50)

    rows = people.ask(rows_of, hits[::-1], TODAY)

    assert [row.hit for row in rows] == list(hits[::-1])


def test_restricted_people_are_in_no_list_and_leave_in_no_export(people: Office) -> None:
    hits = people.ask(client_window, 0, 50)
    hidden = next(hit for hit in hits if hit.family_name == "Active")

    def restrict(act: Act) -> None:
        person = act.session.get(Person, hidden.id)
        assert person is not None
        person.is_restricted = True

    people.act(restrict)

    rows = people.ask(
        people_rows, 0, 50, kind=ClientFilter.ALL, status=None, language="de", today=TODAY
    )
    assert len(rows) == len(hits) - 1
    assert hidden.key not in {row.hit.key for row in rows}
    assert people.ask(found_rows, 0, 50, hits=(hidden,), today=TODAY) == ()
    assert people.ask(person_facts, (hidden,), TODAY) == {}
