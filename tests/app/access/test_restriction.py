"""Requirements of restricted people: only those named know of them, and only for their time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.actions import break_glass, lift_restriction, restrict_person
from app.access.queries import access_to_person
from app.access.rules import Named, Restriction, Role
from app.errors import Refused
from app.office import Office
from tests.conftest import NOW
from tests.factories.access import member, restricted
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

LAST = date(2026, 12, 1)


@pytest.fixture
def erna(office: Office) -> UUID:
    """A person in an office with three colleagues."""
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    member(office, "Bent Vogt", Role.VOLUNTEER)
    return add_client(office)


def _knows(office: Office, who: str, erna: UUID) -> bool:
    office.work_as(who)
    return office.ask(access_to_person, erna) is not None


def test_only_those_named_know_of_a_restricted_person(office: Office, erna: UUID) -> None:
    restricted(office, erna)

    assert not _knows(office, "Zoe Amt", erna)
    assert _knows(office, "Anna Beispiel", erna)
    office.act(lift_restriction, erna)
    assert _knows(office, "Zoe Amt", erna)


def test_an_access_ends_with_its_last_day(engine: Engine, office: Office, erna: UUID) -> None:
    restricted(office, erna, "Zoe Amt", until=LAST)
    found = office.ask(access_to_person, erna)

    assert found is not None
    assert found.restriction.named == (Named("Anna Beispiel"), Named("Zoe Amt", LAST))
    assert _knows(office, "Zoe Amt", erna)
    late = Office(
        engine, who="Zoe Amt", clock=lambda: NOW + timedelta(days=8, hours=13, minutes=59)
    )
    assert _knows(late, "Zoe Amt", erna)
    later = Office(engine, who="Zoe Amt", clock=lambda: NOW + timedelta(days=8, hours=14))
    assert not _knows(later, "Zoe Amt", erna)


def test_naming_others_ends_the_access_of_those_not_named_any_more(
    office: Office, erna: UUID
) -> None:
    restricted(office, erna, "Zoe Amt")
    restricted(office, erna, "Bent Vogt")
    found = office.ask(access_to_person, erna)

    assert found is not None
    assert [(row.who, row.is_current) for row in found.rows] == [
        ("Anna Beispiel", True),
        ("Bent Vogt", True),
        ("Zoe Amt", False),
    ]
    assert not _knows(office, "Zoe Amt", erna)


@pytest.mark.parametrize(
    ("restriction", "sentence"),
    [
        (Restriction("", (Named("Zoe Amt"),)), "."),
        (Restriction("Because", ()), "at least one colleague"),
        (Restriction("Because", (Named("Nobody"),)), "not on the list"),
        (Restriction("Because", (Named("Zoe Amt"), Named("Zoe Amt", LAST))), "named twice"),
        (Restriction("Because", (Named("Zoe Amt", date(2026, 11, 22)),)), "ended already"),
        (Restriction("Because", (Named("Zoe Amt", LAST),)), "without an end"),
    ],
)
def test_a_restriction_that_locks_everyone_out_is_refused(
    office: Office, erna: UUID, restriction: Restriction, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        office.act(restrict_person, erna, restriction)
    found = office.ask(access_to_person, erna)

    assert found is not None
    assert not found.is_restricted


def test_who_is_not_named_is_told_nothing_but_that_nobody_is_there(
    office: Office, erna: UUID
) -> None:
    restricted(office, erna)
    office.work_as("Zoe Amt")

    for person in (erna, uuid4()):
        with pytest.raises(Refused, match=r"^This person is no longer in the office\.$"):
            office.act(restrict_person, person, Restriction("Because", (Named("Zoe Amt"),)))
        with pytest.raises(Refused, match=r"^This person is no longer in the office\.$"):
            office.act(lift_restriction, person)


def test_a_volunteer_restricts_nobody(office: Office, erna: UUID) -> None:
    office.work_as("Bent Vogt")

    with pytest.raises(Refused, match="does not allow"):
        office.act(restrict_person, erna, Restriction("Because", (Named("Bent Vogt"),)))


def test_who_is_not_restricted_cannot_be_released(office: Office, erna: UUID) -> None:
    with pytest.raises(Refused, match="Everyone in the office"):
        office.act(lift_restriction, erna)


def test_break_glass_opens_a_card_for_an_hour_and_says_why(engine: Engine, office: Office) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    erna = add_client(office)
    restricted(office, erna)
    office.work_as("Zoe Amt")

    with pytest.raises(Refused, match="Say in a sentence"):
        office.act(break_glass, erna, "curious")
    office.act(break_glass, erna, "She called and spoke of ending her life")

    found = office.ask(access_to_person, erna)
    assert found is not None
    assert ("Zoe Amt", "She called and spoke of ending her life") in {
        (row.who, row.reason) for row in found.rows
    }
    with pytest.raises(Refused, match="may open this card already"):
        office.act(break_glass, erna, "She called and spoke of ending her life")
    late = Office(engine, who="Zoe Amt", clock=lambda: NOW + timedelta(hours=1))
    assert late.ask(access_to_person, erna) is None
