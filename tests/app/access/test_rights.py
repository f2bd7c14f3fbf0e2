"""Requirements of rights: the table holds in acts, and an office without a list trusts all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.access.actions import need_right
from app.access.queries import my_rights, my_role
from app.access.rules import RIGHT_LABELS, RIGHTS, ROLE_LABELS, Right, Role
from app.errors import Refused
from db.access import Member

if TYPE_CHECKING:
    from app.office import Act, Office


def _join(act: Act, name: str, role: Role, *, is_active: bool = True) -> None:
    act.session.add(Member(name=name, role=role, is_active=is_active, since=act.now))


def _join_both(act: Act) -> None:
    _join(act, "Britta Chef", Role.ADMINISTRATOR)
    _join(act, "Conny Fort", Role.ADMINISTRATOR, is_active=False)


def test_every_right_and_every_role_has_a_name_and_someone_has_each_right() -> None:
    assert set(RIGHT_LABELS) == set(Right) == set(RIGHTS)
    assert set(ROLE_LABELS) == set(Role)
    assert all(RIGHTS.values())


def test_an_office_without_colleagues_trusts_whoever_opened_it(office: Office) -> None:
    assert office.ask(my_role) is None
    assert office.ask(my_rights) == frozenset(Right)


@pytest.mark.parametrize("role", Role)
def test_a_colleague_has_the_rights_of_the_table_and_no_other(office: Office, role: Role) -> None:
    office.act(_join, "Anna Beispiel", role)

    rights = {right for right in Right if role in RIGHTS[right]}

    assert office.ask(my_role) == role
    assert office.ask(my_rights) == rights
    for right in Right:
        if right in rights:
            office.act(need_right, right)
        else:
            with pytest.raises(Refused, match="Your role does not allow this"):
                office.act(need_right, right)


def test_a_stranger_and_a_leaver_have_no_rights(office: Office) -> None:
    office.act(_join_both)

    assert office.ask(my_rights) == frozenset()
    office.work_as("Conny Fort")
    assert office.ask(my_rights) == frozenset()
    office.work_as("Britta Chef")
    assert office.ask(my_rights) == frozenset(Right)
