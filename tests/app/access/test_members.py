"""Requirements of the list of colleagues: nobody is locked out, names are one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.actions import add_member, save_member
from app.access.queries import members, my_rights
from app.access.rules import MemberDetails, Right, Role
from app.errors import Conflict, Refused
from tests.factories.access import member

if TYPE_CHECKING:
    from app.office import Office


def _refusal(error: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.field for problem in error.value.problems]


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (MemberDetails("Anna Beispiel", Role.COORDINATOR), "role"),
        (MemberDetails("Anna Beispiel", Role.ADMINISTRATOR, is_active=False), "role"),
        (MemberDetails("Britta Chef", Role.ADMINISTRATOR), "name"),
        (MemberDetails("", Role.ADMINISTRATOR), "name"),
        (MemberDetails("Anna Beispiel", "queen"), "role"),
    ],
)
def test_the_first_colleague_is_oneself_as_an_administrator(
    office: Office, details: MemberDetails, field: str
) -> None:
    with pytest.raises(Refused) as error:
        office.act(add_member, uuid4(), details)

    assert field in _refusal(error)
    assert office.ask(members) == ()


def test_colleagues_stand_by_name_and_those_who_left_last(office: Office) -> None:
    for name, role in (
        ("Anna Beispiel", Role.ADMINISTRATOR),
        ("Zoe Amt", Role.CASEWORKER),
        ("Bent Vogt", Role.VOLUNTEER),
    ):
        member(office, name, role)
    gone = next(row for row in office.ask(members) if row.name == "Bent Vogt")
    office.act(
        save_member, gone.id, gone.version, MemberDetails(gone.name, gone.role, is_active=False)
    )

    assert [row.name for row in office.ask(members)] == ["Anna Beispiel", "Zoe Amt", "Bent Vogt"]


def test_the_same_colleague_twice_is_one(office: Office) -> None:
    key = uuid4()
    for _again in range(2):
        office.act(add_member, key, MemberDetails("Anna Beispiel", Role.ADMINISTRATOR))

    assert len(office.ask(members)) == 1


def test_two_colleagues_never_share_a_name(office: Office) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)

    with pytest.raises(Refused, match="of this name already"):
        office.act(add_member, uuid4(), MemberDetails(" anna beispiel", Role.VOLUNTEER))


@pytest.mark.parametrize(
    "details",
    [
        MemberDetails("Anna Beispiel", Role.VOLUNTEER),
        MemberDetails("Anna Beispiel", Role.ADMINISTRATOR, is_active=False),
    ],
)
def test_the_last_administrator_stays(office: Office, details: MemberDetails) -> None:
    anna = member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)

    with pytest.raises(Refused, match="last administrator"):
        office.act(save_member, anna, 1, details)

    member(office, "Britta Chef", Role.ADMINISTRATOR)
    office.act(save_member, anna, 1, details)
    assert Right.MANAGE_MEMBERS not in office.ask(my_rights)


def test_only_administrators_manage_colleagues(office: Office) -> None:
    anna = member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    office.work_as("Zoe Amt")

    with pytest.raises(Refused, match="does not allow"):
        member(office, "Carl Neu")
    with pytest.raises(Refused, match="does not allow"):
        office.act(save_member, anna, 1, MemberDetails("Anna B.", Role.ADMINISTRATOR))


def test_a_colleague_who_was_changed_meanwhile_is_not_overwritten(office: Office) -> None:
    anna = member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    office.act(save_member, anna, 1, MemberDetails("Anna Neu", Role.ADMINISTRATOR))
    office.work_as("Anna Neu")

    with pytest.raises(Conflict):
        office.act(save_member, anna, 1, MemberDetails("Anna Alt", Role.ADMINISTRATOR))
    with pytest.raises(Refused, match="no longer on the list"):
        office.act(save_member, uuid4(), 1, MemberDetails("Anna", Role.ADMINISTRATOR))
