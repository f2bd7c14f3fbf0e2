"""What can be done with groups: make one, change it, give seats at its table and end them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, true

from app.access.rules import Role
from app.errors import Problem, Refused
from app.referrals.psp.entering import (
    IS_GONE,
    look,
    need_lead,
    need_role,
    need_version,
    tell,
)
from app.referrals.psp.rules import Looked, SeatDetails, check_group, check_seat
from app.referrals.psp.rules.conference import LAST_LEAD
from db.access import Member
from db.psp import PspGroup, PspMember

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from app.referrals.psp.rules import GroupDetails

_PSP_MEMBERS = select(Member.name).where(
    Member.is_active == true(), Member.role == Role.PSP_MEMBER.value
)


def make_group(act: Act, group_id: UUID, details: GroupDetails) -> UUID:
    """Make a group, whose first seat and lead is the person at work; a second time does nothing.

    Raises `Refused` with a problem for each wrong field, or for who is no PSP member.
    """
    need_role(act)
    if problems := check_group(details):
        raise Refused(*problems)
    if act.session.get(PspGroup, group_id) is None:
        act.session.add(PspGroup(id=group_id, **_of_group(details)))
        act.session.flush()
        seat = SeatDetails(act.who, details.agency, member_name=act.who, is_lead=True)
        # Databases count days by UTC: after midnight here it is still yesterday for them.
        today = min(act.local_now.date(), act.now.date())
        act.session.add(PspMember(group_id=group_id, **_of_seat(seat) | {"from_on": today}))
        act.session.flush()
        # Who makes a group has just come in by the front door.
        look(act, group_id, Looked.OPENED)
        tell(act)
    return group_id


def save_group(act: Act, group_id: UUID, version: int, details: GroupDetails) -> UUID:
    """Change what a group is called; for its lead."""
    group = need_lead(act, group_id)
    need_version(group, version)
    if problems := check_group(details):
        raise Refused(*problems)
    for name, value in _of_group(details).items():
        setattr(group, name, value)
    tell(act)
    return group_id


def add_seat(act: Act, group_id: UUID, seat_id: UUID, details: SeatDetails) -> UUID:
    """Give somebody a seat; for the lead. A second time with the same id changes nothing.

    Raises `Refused` with a problem for each wrong field.
    """
    need_lead(act, group_id)
    _check(act, details)
    if act.session.get(PspMember, seat_id) is None:
        act.session.add(PspMember(id=seat_id, group_id=group_id, **_of_seat(details)))
        look(act, group_id, Looked.WORK)
        tell(act)
    return seat_id


def save_seat(act: Act, seat_id: UUID, version: int, details: SeatDetails) -> UUID:
    """Change or end a seat; for the lead, and never that of the last one."""
    seat = act.session.get(PspMember, seat_id)
    if seat is None:
        raise Refused(Problem(IS_GONE))
    need_lead(act, seat.group_id)
    need_version(seat, version)
    _check(act, details)
    for name, value in _of_seat(details).items():
        setattr(seat, name, value)
    act.session.flush()
    _need_lead_left(act, seat.group_id)
    look(act, seat.group_id, Looked.WORK)
    tell(act)
    return seat_id


def _check(act: Act, details: SeatDetails) -> None:
    known = frozenset(act.session.scalars(_PSP_MEMBERS))
    if problems := check_seat(details, known):
        raise Refused(*problems)


def _need_lead_left(act: Act, group_id: UUID) -> None:
    today = act.local_now.date()
    leads = act.session.scalars(
        select(PspMember).where(PspMember.group_id == group_id, PspMember.is_lead == true())
    ).all()
    if not any(
        seat.member_name
        and seat.from_on <= today
        and (seat.until_on is None or seat.until_on >= today)
        for seat in leads
    ):
        raise Refused(Problem(LAST_LEAD, "is_lead"))


def _of_group(details: GroupDetails) -> dict[str, str]:
    return {"name": details.name.strip(), "kind": details.kind, "area": details.area.strip()}


def _of_seat(details: SeatDetails) -> dict[str, object]:
    return {
        "name": details.name.strip(),
        "agency": details.agency,
        "organisation": details.organisation.strip(),
        "email": details.email.strip(),
        "member_name": details.member_name,
        "is_lead": details.is_lead,
        "from_on": details.from_on,
        "until_on": details.until_on,
    }
