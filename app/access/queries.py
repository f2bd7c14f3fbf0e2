"""What can be asked about rights: my role and rights, all colleagues, who may know of whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, func, or_, select, true

from app.access.rules import Named, Restriction, Right, Role, has
from db.access import ME, NOW, Member, PersonAccess, is_known_to_me
from db.people import Person

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A colleague on the list, with the version to edit from."""

    id: UUID
    version: int
    name: str
    role: Role
    is_active: bool
    since: datetime
    """Aware, UTC."""
    login: str = ""
    """On the server of a shared office; "" for one who has none."""


@dataclass(frozen=True, slots=True)
class AccessRow:
    """A colleague who may know, or once knew, of a restricted person."""

    who: str
    valid_from: datetime
    valid_until: datetime | None
    reason: str
    granted_by: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class AccessToPerson:
    """Who may know of a person."""

    is_restricted: bool
    rows: tuple[AccessRow, ...]
    """The current ones first, then the latest."""
    colleagues: tuple[str, ...]
    """Active colleagues on the list; empty in an office without one."""

    @property
    def restriction(self) -> Restriction:
        """The restriction as a form opens with it."""
        current = [row for row in self.rows if row.is_current]
        named = tuple(Named(row.who, last_day(row.valid_until)) for row in current)
        return Restriction(current[0].reason if current else "", named)


_MY_ROLE = select(Member.role).where(Member.name == ME, Member.is_active == true())
_HAS_MEMBERS = select(exists(select(Member.id)))
_MEMBERS = select(
    Member.id,
    Member.version,
    Member.name,
    Member.role,
    Member.is_active,
    Member.since,
    func.coalesce(Member.login, "").label("login"),
).order_by(Member.is_active.desc(), Member.name)
_RESTRICTED = select(Person.is_restricted).where(
    Person.id == bindparam("person_id"), is_known_to_me(Person.id)
)
_IS_CURRENT = or_(PersonAccess.valid_until.is_(None), PersonAccess.valid_until > NOW)
_ACCESS = (
    select(
        PersonAccess.who,
        PersonAccess.valid_from,
        PersonAccess.valid_until,
        PersonAccess.reason,
        PersonAccess.granted_by,
        _IS_CURRENT.label("is_current"),
    )
    .where(PersonAccess.person_id == bindparam("person_id"))
    .order_by(_IS_CURRENT.desc(), PersonAccess.valid_from.desc(), PersonAccess.who)
)
_COLLEAGUES = select(Member.name).where(Member.is_active == true()).order_by(Member.name)


def my_role(connection: Connection) -> Role | None:
    """Answer the role of the person at work; None for someone who is not on the list."""
    role = connection.execute(_MY_ROLE).scalar_one_or_none()
    return None if role is None else Role(role)


def my_rights(connection: Connection) -> frozenset[Right]:
    """Answer all rights of the person at work."""
    if not connection.execute(_HAS_MEMBERS).scalar_one():
        return frozenset(Right)
    role = my_role(connection)
    return frozenset(right for right in Right if has(role, right))


def members(connection: Connection) -> tuple[MemberRow, ...]:
    """Answer all colleagues by name, those who left last."""
    return tuple(
        MemberRow(row[0], row[1], row[2], Role(row.role), *row[4:])
        for row in connection.execute(_MEMBERS)
    )


def access_to_person(connection: Connection, person_id: UUID) -> AccessToPerson | None:
    """Answer who may know of a person; None for someone whom the reader may not know of."""
    values = {"person_id": person_id}
    is_restricted = connection.execute(_RESTRICTED, values).scalar_one_or_none()
    if is_restricted is None:
        return None
    rows = tuple(AccessRow(*row) for row in connection.execute(_ACCESS, values))
    return AccessToPerson(is_restricted, rows, tuple(connection.scalars(_COLLEAGUES)))


def last_day(until: datetime | None) -> date | None:
    """Answer the last local day before an instant (aware) at which an access is over."""
    return None if until is None else (until - timedelta(microseconds=1)).astimezone().date()
