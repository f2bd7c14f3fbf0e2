"""What can be asked about rights: the role of the person at work, and what it allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select, true

from app.access.rules import Right, Role, has
from db.access import ME, Member

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MY_ROLE = select(Member.role).where(Member.name == ME, Member.is_active == true())
_HAS_MEMBERS = select(exists(select(Member.id)))


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
