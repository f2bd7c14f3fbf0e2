"""Who may read of PSP groups: named members with the role, once they have opened the group.

Nothing is read without a look on record: the clauses ask for one that still holds. On a server
the policies of `db.server.psp` ask for the same, whatever a program may ask.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, exists, func, or_, select, text, true, union_all

from app.access.rules import Role
from app.access.rules.breaking_glass import GLASS_HOURS
from app.referrals.psp.rules import Looked
from db.access import ME, NOW, Member
from db.guarded import is_guarded
from db.people import Person
from db.psp import PspCase, PspGlass, PspGroup, PspLook, PspMember
from resources import read_text

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import CompoundSelect, Connection, Select
    from sqlalchemy.orm import InstrumentedAttribute, Session

AnyKey: TypeAlias = "ColumnElement[UUID] | InstrumentedAttribute[UUID]"
"""A column or value that holds a key."""

_MEMBER, _COLLEAGUE = PspMember.__table__.c, Member.__table__.c
_GLASS, _LOOK = PspGlass.__table__.c, PspLook.__table__.c
_TODAY = func.date(NOW)
_LOOK_SERVER = text("SELECT sec.look_at_psp(:group_id, :case_id, :what)")
_GLASS_SERVER = text("SELECT sec.break_psp_glass(:name, :reason)")


def i_am_psp_member() -> ColumnElement[bool]:
    """Answer whether the person at work is on the list of colleagues, as a PSP member."""
    return exists().where(
        _COLLEAGUE.name == ME,
        _COLLEAGUE.is_active == true(),
        _COLLEAGUE.role == Role.PSP_MEMBER.value,
    )


def my_memberships() -> ColumnElement[bool]:
    """Answer the clause over `PspMember` for seats of the person at work that hold today."""
    return (
        (_MEMBER.member_name == ME)
        & (_MEMBER.from_on <= _TODAY)
        & or_(_MEMBER.until_on.is_(None), _MEMBER.until_on >= _TODAY)
        & i_am_psp_member()
    )


def my_groups() -> CompoundSelect[Any]:
    """Answer the keys of groups that the person at work is in, or broke into for an hour."""
    broken = select(_GLASS.group_id).where(
        _GLASS.who == ME,
        _GLASS.valid_from <= NOW,
        _GLASS.valid_until > NOW,
        i_am_psp_member(),
    )
    return union_all(select(_MEMBER.group_id).where(my_memberships()), broken)


def led_by_me() -> Select[Any]:
    """Answer the keys of groups that the person at work leads."""
    return select(_MEMBER.group_id).where(my_memberships(), _MEMBER.is_lead == true())


def is_in_my_group(group_id: AnyKey) -> ColumnElement[bool]:
    """Answer the clause of what belongs to a group of the person at work."""
    return group_id.in_(my_groups())


def is_open_to_me(group_id: AnyKey) -> ColumnElement[bool]:
    """Answer the clause of what belongs to a group that the person at work has opened."""
    opened = select(_LOOK.group_id).where(_LOOK.who == ME, _LOOK.until > NOW, _LOOK.at <= NOW)
    return is_in_my_group(group_id) & group_id.in_(opened)


def is_looked_at(case_id: AnyKey) -> ColumnElement[bool]:
    """Answer the clause of what a case holds, for who has just opened it."""
    looked = select(_LOOK.case_id).where(
        _LOOK.who == ME,
        _LOOK.until > NOW,
        _LOOK.at <= NOW,
        _LOOK.case_id.is_not(None),
        is_in_my_group(_LOOK.group_id),
    )
    return case_id.in_(looked)


def write_look(
    session: Session, group_id: UUID, case_id: UUID | None, what: str, who: str, now: datetime
) -> None:
    """Put on record that something is being opened, and open it with that for some minutes.

    The caller has asked whether the group is one of the person's own; a server asks itself.
    """
    if is_guarded(session.connection()):
        session.execute(_LOOK_SERVER, {"group_id": group_id, "case_id": case_id, "what": what})
        return
    minutes = 0 if what == Looked.REGISTER else open_minutes(now.date())
    until = now + timedelta(minutes=minutes)
    look = PspLook(group_id=group_id, case_id=case_id, at=now, until=until, who=who, what=what)
    session.add(look)
    session.flush()


def break_in(session: Session, name: str, reason: str, who: str, now: datetime) -> UUID | None:
    """Let `who` into the group of a name for an hour; None where no group is called that."""
    if is_guarded(session.connection()):
        key: UUID | None = session.scalar(_GLASS_SERVER, {"name": name, "reason": reason})
        return key
    groups = session.scalars(select(PspGroup.id).where(PspGroup.is_active == true())).all()
    named = {group: session.get_one(PspGroup, group).name.casefold() for group in groups}
    group_id = next((key for key, known in named.items() if known == name.casefold()), None)
    if group_id is not None:
        until = now + timedelta(hours=GLASS_HOURS)
        session.add(
            PspGlass(
                id=uuid4(),
                group_id=group_id,
                who=who,
                valid_from=now,
                valid_until=until,
                reason=reason,
            )
        )
    return group_id


def cases_of_mine(connection: Connection) -> tuple[tuple[str, UUID, str], ...]:
    """Answer reference, person and name of each case that the person at work may read of."""
    case, person = PspCase.__table__.c, Person.__table__.c
    asked = (
        select(case.number, case.person_id, person.given_name, person.family_name)
        .join_from(PspCase.__table__, Person.__table__, person.id == case.person_id)
        .where(is_in_my_group(case.group_id))
    )
    return tuple(
        (row.number, row.person_id, f"{row.given_name} {row.family_name}".strip())
        for row in connection.execute(asked)
    )


def has_colleagues(connection: Connection) -> bool:
    """Answer whether the office has a list of colleagues; without one nobody can be named."""
    return bool(connection.execute(select(exists(select(Member.id)))).scalar_one())


def open_minutes(on: date) -> int:
    """Answer for how many minutes a group stays open that nobody works in, on a day."""
    return int(rules_on(on)["open_minutes"])


def rules_on(on: date) -> dict[str, Any]:
    """Answer the figures by which PSP groups work on a day; see resources/referrals."""
    holding = [rules for rules in _rules() if rules["valid_from"] <= on]
    return holding[-1] if holding else _rules()[0]


@cache
def _rules() -> tuple[dict[str, Any], ...]:
    told = tomllib.loads(read_text("referrals", "psp_rules.toml"))["rules"]
    return tuple(sorted(told, key=_valid_from))


def _valid_from(rules: dict[str, Any]) -> date:
    found: date = rules["valid_from"]
    return found
