"""Requirements of the invented PSP group: there in each demo, for its member alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.access.rules import Role
from app.demo.psp import add_demo_psp
from app.demo.rules import Country, DemoPlan
from app.referrals.psp.cases import remove_expired
from app.referrals.psp.entering import open_group
from app.referrals.psp.papers import extract_paper
from app.referrals.psp.queries import start
from app.referrals.psp.reading import read_case, read_group
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.psp import TODAY, member_instead, office_of
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from app.office import Office

COUNTRIES = {Country.DENMARK: "§ 115", Country.GERMANY: "§ 69"}
"""On what law a group tells facts there."""


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_demo_group_waits_for_its_member(office: Office, country: Country) -> None:
    office_of(office, country)
    for name in ("Jens", "Inge", "Bo"):
        add_client(office, given_name=name)
    who = office.who
    assert office.act(add_demo_psp, DemoPlan(TODAY, country=country)).value == 2
    assert office.ask(start).groups == ()

    member(office, who, Role.ADMINISTRATOR)
    assert office.ask(start).groups == ()
    member(office, "Anna Admin", Role.ADMINISTRATOR)
    member_instead(office, who, Role.PSP_MEMBER)
    (group,) = office.ask(start).groups
    office.act(open_group, group.id)
    view = office.act(read_group, group.id).value
    cases = [office.act(read_case, row.id).value for row in view.cases]
    facts = [fact for case in cases for fact in case.facts]
    held = next(row for row in view.meetings if row.state == "held")
    assert (len(cases), len(facts), len(view.seats)) == (2, 3, 4)
    paper = office.act(extract_paper, held.id, "police", country.language).value
    assert COUNTRIES[country] in text_of(paper.pdf)

    # One fact is past its last day: no paper bears it, and the group is told to delete it.
    assert [row.case_id for row in view.expired] == [cases[1].row.id]
    assert office.act(remove_expired, group.id).value == 1
    assert office.act(read_group, group.id).value.expired == ()
