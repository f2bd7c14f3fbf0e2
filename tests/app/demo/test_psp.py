"""Requirements of the invented PSP group: there in a Danish demo, for its member alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import Role
from app.demo.psp import add_demo_psp
from app.demo.rules import Country, DemoPlan
from app.referrals.psp.entering import open_group
from app.referrals.psp.papers import extract_paper
from app.referrals.psp.queries import start
from app.referrals.psp.reading import read_case, read_group
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.psp import TODAY, member_instead, office_of

if TYPE_CHECKING:
    from app.office import Office

PLAN = DemoPlan(TODAY, country=Country.DENMARK)


def test_the_demo_group_waits_for_its_member(office: Office) -> None:
    office_of(office, "DK")
    for name in ("Jens", "Inge", "Bo"):
        add_client(office, given_name=name)
    who = office.who
    assert office.act(add_demo_psp, DemoPlan(TODAY)).value == 0
    assert office.act(add_demo_psp, PLAN).value == 2
    assert office.ask(start).groups == ()

    member(office, who, Role.ADMINISTRATOR)
    assert office.ask(start).groups == ()
    member(office, "Anna Admin", Role.ADMINISTRATOR)
    member_instead(office, who, Role.PSP_MEMBER)
    (group,) = office.ask(start).groups
    office.act(open_group, group.id)
    view = office.act(read_group, group.id).value
    facts = [fact for row in view.cases for fact in office.act(read_case, row.id).value.facts]
    held = next(row for row in view.meetings if row.state == "held")
    assert (len(view.cases), len(facts), len(view.seats)) == (2, 3, 4)
    assert office.act(extract_paper, held.id, "police", "da").value.pdf
