"""Makes PSP groups: a lead, other agencies, people brought up, facts, meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import Text, insert

from app.access.actions import save_member
from app.access.queries import members
from app.access.rules import MemberDetails, Role
from app.referrals.psp.cases import add_fact, raise_case
from app.referrals.psp.groups import add_seat, make_group
from app.referrals.psp.meetings import begin_meeting, note_presence, plan_meeting
from app.referrals.psp.queries import group_view
from app.referrals.psp.rules import (
    Agency,
    CaseDetails,
    ConsentSought,
    Criterion,
    FactCategory,
    FactDetails,
    GroupDetails,
    MeetingDetails,
    SeatDetails,
)
from db.admin import OfficeCard
from db.server.psp import PREFIX
from db.tables import metadata
from tests.conftest import NOW
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.every_table import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from app.office import Act, Office

TODAY = date(2026, 11, 23)
LEAD = "Pia Sand"
ADMINISTRATOR = "Anna Beispiel"


def case_details(person_id: UUID | None, **fields: Any) -> CaseDetails:  # noqa: ANN401 - any field
    """Answer the form of a person brought up, filled in, or as `fields` say."""
    usual = CaseDetails(
        person_id=person_id,
        raised_agency=Agency.MUNICIPALITY,
        criteria=(Criterion.INVISIBLE, Criterion.SEVERAL),
        own_means_insufficient="He opens to nobody of ours",
        tried="Three visits, two letters",
        informed=True,
        consent_sought=ConsentSought.REFUSED,
        consent_reason="He said no",
    )
    return replace(usual, **fields)


def fact_details(basis: str = "rpl115_2", **fields: Any) -> FactDetails:  # noqa: ANN401 - any field
    """Answer the form of a fact, filled in, or as `fields` say."""
    usual = FactDetails(
        text="Has not collected his post for three weeks",
        category=FactCategory.HOUSING,
        from_agency=Agency.MUNICIPALITY,
        recipients=(Agency.POLICE, Agency.PSYCHIATRY),
        necessity="Whoever visits must know what to expect",
        basis=basis,
        not_for_investigation=True,
        expires_on=TODAY + timedelta(days=60),
    )
    return replace(usual, **fields)


def psp_office(office: Office, country: str = "DK") -> UUID:
    """Give an office a list of colleagues and its PSP member an open group; answer that."""
    office_of(office, country)
    member(office, ADMINISTRATOR, Role.ADMINISTRATOR)
    member(office, LEAD, Role.PSP_MEMBER)
    office.work_as(LEAD)
    return psp_group(office)


def later(office: Office, by: timedelta) -> None:
    """Let it be so much later in an office than `NOW`."""
    office._clock = lambda: NOW + by
    office.work_as(office.who)


def office_of(office: Office, country: str) -> None:
    """Give an office the card of one in a country."""
    office.act(_card, country)


def member_instead(office: Office, name: str, role: Role) -> None:
    """Give a colleague on the list another role."""
    row = next(row for row in office.ask(members) if row.name == name)
    office.act(save_member, row.id, row.version, MemberDetails(name, role))


def _card(act: Act, country: str) -> None:
    name = {"DK": "Ballerup Kommune", "DE": "Stadt Düsseldorf"}[country]
    act.session.add(OfficeCard(name=name, country=country, created_at=act.now))


def psp_group(office: Office, name: str = "PSP Ballerup", **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Make a group with seats for police, psychiatry and probation; answer its key."""
    group_id: UUID = office.act(make_group, uuid4(), GroupDetails(name, **fields)).value
    for agency in (Agency.POLICE, Agency.PSYCHIATRY, Agency.PROBATION):
        seat = SeatDetails(f"{agency.title()} person", agency, from_on=TODAY)
        office.act(add_seat, group_id, uuid4(), seat)
    return group_id


def psp_case(office: Office, group_id: UUID, person_id: UUID | None = None, **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Bring a person up, a new one unless one is given."""
    person_id = person_id or add_client(office, given_name="Jens", family_name="Holm")
    case_id: UUID = office.act(
        raise_case, group_id, uuid4(), case_details(person_id, **fields)
    ).value
    return case_id


def psp_fact(office: Office, case_id: UUID, **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Keep a fact of a case."""
    fact_id: UUID = office.act(add_fact, case_id, uuid4(), fact_details(**fields)).value
    return fact_id


def psp_meeting(
    office: Office,
    group_id: UUID,
    present: Iterable[Agency] = (Agency.MUNICIPALITY, Agency.POLICE, Agency.PSYCHIATRY),
) -> UUID:
    """Begin a meeting with these agencies at the table; cases that are new are on its agenda."""
    details = MeetingDetails(datetime(2026, 11, 23, 9, 0), "Town hall")  # noqa: DTZ001 - local
    meeting_id: UUID = office.act(plan_meeting, group_id, uuid4(), details).value
    office.act(begin_meeting, meeting_id)
    view = office.ask(group_view, group_id, TODAY)
    assert view is not None
    for seat in view.seats:
        if seat.agency in set(present):
            office.act(note_presence, meeting_id, seat.id, present=True)
    return meeting_id


def mark_every_text(act: Act, person_id: UUID, mark: str, who: str = LEAD) -> dict[str, Any]:
    """Write a mark into every text of every table of PSP groups, past all rules.

    The case is about a person; `who` has the seat. Answers the rows by their tables.
    """
    rows: dict[str, Any] = {}
    for table in (one for one in metadata.sorted_tables if one.name.startswith(PREFIX)):
        row = {c.name: value_of(table, c, rows, (person_id,) * 2, mark, act) for c in table.c}
        for column in table.c:
            if isinstance(column.type, Text):
                row[column.name] = mark
            elif column.name == "person_id":
                row[column.name] = person_id
        since = {"who": who, "member_name": who, "from_on": date(2026, 1, 1)}
        row |= {name: value for name, value in since.items() if name in row}
        act.session.execute(insert(table), [row])
        rows[table.name] = row
    return rows
