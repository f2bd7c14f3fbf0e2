"""Logins of colleagues, managed in the window by an administrator of a shared office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.access.actions import GONE, add_member, need_right
from app.access.rules import Right, Role
from app.access.rules.login import check_login
from app.errors import N_, Problem, Refused
from app.server.rules.people import new_password
from db.access import Member
from db.guarded import is_guarded

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.access.rules import MemberDetails
    from app.office import Act

LOGIN_OF = N_("The login {login} belongs to {name} already.")
NO_SERVER = N_("This office is on this computer alone: nobody needs a login.")
HAS_LEFT = N_("Who has left has no login. Say first that the colleague works here again.")

_OWNER = select(Member.name).where(Member.login == bindparam("login"), Member.id != bindparam("id"))


@dataclass(frozen=True, slots=True)
class GivenLogin:
    """A login with its new password, which is told this once."""

    name: str
    login: str
    password: str


def has_logins(connection: Connection) -> bool:
    """Answer whether colleagues come to this office with a login of a server."""
    return is_guarded(connection)


def welcome_member(act: Act, member_id: UUID, details: MemberDetails, login: str) -> GivenLogin:
    """Put a colleague on the list and give her a login, both or neither. Raises `Refused`."""
    _need_server(act)
    add_member(act, member_id, details)
    act.session.flush()
    return give_login(act, member_id, login)


def give_login(act: Act, member_id: UUID, login: str) -> GivenLogin:
    """Give a colleague of the list a login with a new password.

    Raises `Refused`, among others when the login is somebody else's.
    """
    member = _member(act, member_id)
    wanted = login.strip()
    if problems := check_login(wanted):
        raise Refused(*problems)
    owner = act.session.scalar(_OWNER, {"login": wanted, "id": member_id})
    if owner is not None:
        raise Refused(Problem(LOGIN_OF, "login", {"login": wanted, "name": owner}))
    return _written(act, member, wanted)


def reset_password(act: Act, member_id: UUID) -> GivenLogin:
    """Give a colleague who has a login a new password; the old one ends at once."""
    member = _member(act, member_id)
    return give_login(act, member_id, member.login or "")


def _member(act: Act, member_id: UUID) -> Member:
    _need_server(act)
    need_right(act, Right.MANAGE_MEMBERS)
    member = act.session.get(Member, member_id)
    if member is None:
        raise Refused(Problem(GONE))
    if not member.is_active:
        raise Refused(Problem(HAS_LEFT, "is_active"))
    return member


def _need_server(act: Act) -> None:
    if not is_guarded(act.session.connection()):
        raise Refused(Problem(NO_SERVER, "login"))


def _written(act: Act, member: Member, login: str) -> GivenLogin:
    from db.server.logins import add_login  # noqa: PLC0415 - only a shared office has it

    password = new_password()
    connection = act.session.connection()
    add_login(connection, login, password, Role(member.role), name=member.name)
    # The server's own function counted the row on.
    act.session.refresh(member)
    act.touch("access", member.id)
    return GivenLogin(member.name, login, password)
