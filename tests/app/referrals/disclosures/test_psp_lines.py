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
from app.referrals.psp.left import left
from app.referrals.psp.papers import extract_paper
from app.referrals.psp.reading import read_case
from app.referrals.psp.rules import Agency
from app.referrals.register.actions import person_register
from app.referrals.register.queries import may_leave_in_a_list, register
from app.referrals.register.words import basis_words, to_words, what_words
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.psp import (
    ADMINISTRATOR,
    LEAD,
    later,
    psp_case,
    psp_fact,
    psp_meeting,
    psp_office,
)
from tests.forms.reading import seen

if TYPE_CHECKING:
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
        (line,) = office.ask(register, whom)
        assert (line.by, line.person_id, to_words(line, str)) == (LeftBy.PSP, jens, "Police")
        assert "§ 115" in basis_words(line, str)
        assert what_words(line, str)
    assert not may_leave_in_a_list(line)
    assert office.ask(register, other) == ()
    assert any(
        "Politi" in piece.text for piece in seen(office.act(person_register, jens, "da").value)
    )

    for stranger in (ADMINISTRATOR, "Zoe Amt"):
        office.work_as(stranger)
        assert office.ask(register) == office.ask(left, jens) == ()
    with pytest.raises(Refused):
        office.act(person_register, jens, "da")
    office.work_as(LEAD)
    later(office, timedelta(hours=5))
    assert office.ask(register) == ()
    office.act(open_group, group)
    assert len(office.ask(register)) == 1
