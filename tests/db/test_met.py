"""Requirements of what volunteers read: only what is from the time since they met the person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.access.rules import Role
from db.access import Member, is_readable_note
from db.journal import Note
from db.matches import Match
from db.people import Person
from db.visiting import Visit
from tests.factories.access import member
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Act, Office

MET = date(2026, 11, 16)


@pytest.fixture
def erna(office: Office) -> UUID:
    """Erna, with a note from before anybody met her and one from after; Vera volunteers."""
    erna = add_client(office)
    member(office, office.who, Role.ADMINISTRATOR)
    office.act(_join, add_client(office, given_name="Vera"))
    for text, days in (("before", -3), ("after", 3)):
        office.act(_write, erna, text, days)
    return erna


def _join(act: Act, person_id: UUID) -> None:
    row = Member(name="Vera", role=Role.VOLUNTEER, since=act.now, person_id=person_id)
    act.session.add(row)


def _write(act: Act, person_id: UUID, text: str, days: int, who: str = "") -> None:
    key = uuid4()
    day = act.now.replace(year=MET.year, month=MET.month, day=MET.day) + timedelta(days=days)
    act.session.add(
        Note(
            id=key, person_id=person_id, serial=key.int >> 66, happened_at=day, written_at=day,
            author=who or act.who, access="team", text=text,
        )
    )  # fmt: skip


def _match(act: Act, person_id: UUID, introduced: date | None) -> None:
    vera = act.session.scalars(select(Member).where(Member.name == "Vera")).one()
    act.session.add(
        Match(
            person_id=person_id, visitor_id=vera.person_id, stage="introduced", since=MET,
            proposed_on=date(2026, 11, 1), introduced_on=introduced, coordinator="",
        )
    )  # fmt: skip


def _read(connection: Connection) -> set[str]:
    return set(connection.scalars(select(Note.text).where(is_readable_note())))


def seen_by_vera(office: Office) -> set[str]:
    office.work_as("Vera")
    return office.ask(_read)


def test_a_volunteer_reads_nothing_from_before_the_match(office: Office, erna: UUID) -> None:
    assert office.ask(_read) == {"before", "after"}
    office.act(_match, erna, MET)
    assert seen_by_vera(office) == {"after"}


def test_without_a_match_or_visit_a_volunteer_reads_only_her_own_notes(
    office: Office, erna: UUID
) -> None:
    office.act(_write, erna, "own", -9, "Vera")
    assert seen_by_vera(office) == {"own"}


def test_a_proposal_counts_until_the_first_visit_together(office: Office, erna: UUID) -> None:
    office.act(_match, erna, None)
    assert seen_by_vera(office) == {"before", "after"}


def test_a_substitute_reads_from_the_first_own_visit_on(office: Office, erna: UUID) -> None:
    office.act(_visit, erna)
    assert seen_by_vera(office) == {"after"}


def test_who_is_in_charge_of_a_person_reads_all(office: Office, erna: UUID) -> None:
    office.act(_put_in_charge, erna)
    assert seen_by_vera(office) == {"before", "after"}


@pytest.mark.parametrize("way", ["match", "visit", "in_charge"])
def test_meeting_one_person_opens_nothing_about_another(
    office: Office, erna: UUID, way: str
) -> None:
    ali = add_client(office, given_name="Ali", family_name="Demir")
    office.act(_write, ali, "about Ali", 3)
    if way == "match":
        office.act(_match, erna, MET)
    else:
        office.act(_visit if way == "visit" else _put_in_charge, erna)
    assert "about Ali" not in seen_by_vera(office)


def test_notes_on_a_linked_card_are_about_the_same_person(office: Office, erna: UUID) -> None:
    other = add_client(office, given_name="Erna", family_name="Kruger")
    office.act(_link, other, erna)
    office.act(_write, other, "on the other card", 3)
    office.act(_match, erna, MET)
    assert seen_by_vera(office) == {"after", "on the other card"}


def _link(act: Act, person_id: UUID, to: UUID) -> None:
    act.session.get_one(Person, person_id).linked_to = to


def _visit(act: Act, person_id: UUID) -> None:
    start = act.local_now.replace(year=MET.year, month=MET.month, day=MET.day)
    act.session.add(
        Visit(
            client_id=person_id, visitor="Vera", planned_start=start,
            planned_end=start + timedelta(hours=1), place="home", status="planned",
        )
    )  # fmt: skip


def _put_in_charge(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).responsible = "Vera"
