"""Who may know of enquiries: the office, an office without colleagues, never a volunteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.access.rules import Role
from db.enquiry_access import is_of_office, is_visible
from db.referrals import Enquiry
from tests.factories.access import member
from tests.factories.answers import add_enquiry

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Office


def _seen(connection: Connection) -> tuple[bool, int]:
    rows = connection.scalars(select(Enquiry.id).where(is_visible(Enquiry.person_id))).all()
    return bool(connection.scalar(select(is_of_office()))), len(rows)


def test_whoever_opened_an_office_without_colleagues_is_trusted(office: Office) -> None:
    add_enquiry(office)

    assert office.ask(_seen) == (True, 1)


@pytest.mark.parametrize(
    ("who", "seen"),
    [("Karin Vogt", (True, 1)), ("Bo Frivillig", (False, 0)), ("Fremmed", (False, 0))],
)
def test_volunteers_and_strangers_see_nothing(
    office: Office, who: str, seen: tuple[bool, int]
) -> None:
    add_enquiry(office)
    member(office, office.who, Role.ADMINISTRATOR)
    member(office, "Karin Vogt", Role.CASEWORKER)
    member(office, "Bo Frivillig", Role.VOLUNTEER)

    office.work_as(who)

    assert office.ask(_seen) == seen
