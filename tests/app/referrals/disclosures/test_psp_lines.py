"""What left a PSP group stands in the register for its members, and for nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.access.rules import Role
from app.errors import Refused
from app.referrals.disclosures.rules import LeftBy
from app.referrals.psp.cases import remove_fact
from app.referrals.psp.entering import open_group
from app.referrals.psp.left import read_left
from app.referrals.psp.papers import extract_paper
from app.referrals.psp.queries import case_view
from app.referrals.psp.reading import read_case
from app.referrals.psp.rules import Agency, Looked
from app.referrals.register.actions import person_register
from app.referrals.register.queries import may_leave_in_a_list, read_register
from app.referrals.register.words import basis_words, to_words, what_words
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.psp import (
    ADMINISTRATOR,
    LEAD,
    TODAY,
    later,
    psp_case,
    psp_fact,
    psp_meeting,
    psp_office,
)
from tests.forms.reading import seen

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office


def test_only_members_who_opened_the_group_read_whom_it_told_of(office: Office) -> None:
    group = psp_office(office)
    office.work_as(ADMINISTRATOR)
    member(office, "Zoe Amt", Role.PSP_MEMBER)
    office.work_as(LEAD)
    jens, other = (add_client(office, given_name=name) for name in ("Jens", "Ib"))
    fact = psp_fact(office, case := psp_case(office, group, jens))
    psp_case(office, group, other)
    office.act(extract_paper, psp_meeting(office, group), Agency.POLICE, "da")
    office.act(read_case, case)
    office.act(remove_fact, fact)

    for whom in (None, jens):
        (line,) = read_register(office, whom)
        assert (line.by, line.person_id, to_words(line, str)) == (LeftBy.PSP, jens, "Police")
        assert "§ 115" in basis_words(line, str)
        assert what_words(line, str)
    assert not may_leave_in_a_list(line)
    assert read_register(office, other) == ()
    assert any(
        "Politi" in piece.text for piece in seen(office.act(person_register, jens, "da").value)
    )

    for stranger in (ADMINISTRATOR, "Zoe Amt"):
        office.work_as(stranger)
        assert read_register(office) == office.act(read_left, jens).value == ()
    with pytest.raises(Refused):
        office.act(person_register, jens, "da")
    office.work_as(LEAD)
    later(office, timedelta(hours=5))
    assert read_register(office) == ()
    office.act(open_group, group)
    assert len(read_register(office)) == 1


def test_each_reading_of_the_register_is_told_to_who_asks_who_looked(office: Office) -> None:
    group = psp_office(office)
    case, other = psp_case(office, group), psp_case(office, group)
    psp_fact(office, case)
    office.act(extract_paper, psp_meeting(office, group), Agency.POLICE, "da")
    later(office, timedelta(minutes=10))
    office.act(open_group, group)

    (line,) = read_register(office)
    assert line.person_id is not None
    office.act(person_register, line.person_id, "da")

    assert _readings(office, case) == 2
    assert _readings(office, other) == 0
    # A line of the register opens neither the case nor, for longer than before, the group.
    later(office, timedelta(minutes=24))
    office.act(open_group, group)
    read_register(office)
    later(office, timedelta(minutes=30))
    assert office.ask(case_view, case, TODAY) is None
    later(office, timedelta(minutes=40))
    assert read_register(office) == ()


def _readings(office: Office, case_id: UUID) -> int:
    looks = office.act(read_case, case_id).value.looks
    assert {look.who for look in looks} == {LEAD}
    return [look.what for look in looks].count(Looked.REGISTER)
