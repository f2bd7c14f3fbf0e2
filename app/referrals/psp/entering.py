"""Coming into a group: by a seat, by saying once more who one is, in an emergency for an hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from app.access.rules.breaking_glass import check_reason
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.referrals.psp.rules import Looked
from app.referrals.psp.rules.conference import (
    NEEDS_LIST,
    NOT_A_MEMBER,
    NOT_OPEN,
    NOT_THE_LEAD,
)
from db.psp import PspCase, PspGroup, PspMeeting
from db.psp_access import (
    break_in,
    has_colleagues,
    i_am_psp_member,
    is_in_my_group,
    is_open_to_me,
    led_by_me,
    write_look,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar
    from uuid import UUID

    from sqlalchemy import ColumnElement

    from app.office import Act
    from db.base import Record

    R = TypeVar("R", PspCase, PspMeeting)

NO_SUCH_GROUP = N_("There is no group of this name. Type it as it is called in full.")
IS_GONE = N_(
    "This is not there, or its group was closed after a while without work. Open the group again."
)
QUIET_NAME = "work_apart"
"""How the audit calls every act of a group: what it was, only its members read."""


def tell(act: Act) -> None:
    """Say that something in some group changed: neither which, nor what, nor about whom."""
    act.touch("psp")
    act.said_as = QUIET_NAME


def need_role(act: Act) -> None:
    """Go on only for a PSP member on the list of colleagues; else raise `Refused`."""
    connection = act.session.connection()
    if not has_colleagues(connection):
        raise Refused(Problem(NEEDS_LIST))
    if not connection.execute(select(i_am_psp_member())).scalar_one():
        raise Refused(Problem(NOT_A_MEMBER))


def open_group(act: Act, group_id: UUID) -> UUID:
    """Open a group of one's own for some minutes, after saying once more who one is.

    The window asks for the passphrase or password before it calls this.
    """
    need_role(act)
    _my_group(act, group_id)
    look(act, group_id, Looked.OPENED)
    return group_id


def break_psp_glass(act: Act, name: str, reason: str) -> UUID:
    """Enter a group for an hour without a seat; the reason stands where its lead reads it.

    Raises `Refused` for a short reason, or where no group is called that.
    """
    need_role(act)
    if problems := check_reason(reason):
        raise Refused(*problems)
    group_id = break_in(act.session, name.strip(), reason.strip(), act.who, act.now)
    if group_id is None:
        raise Refused(Problem(NO_SUCH_GROUP, "name"))
    tell(act)
    return group_id


def look(act: Act, group_id: UUID, what: Looked, case_id: UUID | None = None) -> None:
    """Put on record that something of a group is read or written, and keep it open with that."""
    write_look(act.session, group_id, case_id, what, act.who, act.now)


def need_open(act: Act, group_id: UUID) -> PspGroup:
    """Go on only in a group that is one's own and open; answer it."""
    need_role(act)
    group = _my_group(act, group_id)
    if not _holds(act, group_id, is_open_to_me):
        raise Refused(Problem(NOT_OPEN))
    return group


def need_lead(act: Act, group_id: UUID) -> PspGroup:
    """Go on only for the lead of an open group; answer it."""
    group = need_open(act, group_id)
    if group_id not in act.session.scalars(led_by_me()).all():
        raise Refused(Problem(NOT_THE_LEAD))
    return group


def case_to_write(act: Act, case_id: UUID, version: int | None = None) -> PspCase:
    """Answer a case of an open group to be changed, with a look on record."""
    case = _to_write(act, act.session.get(PspCase, case_id), version)
    look(act, case.group_id, Looked.WORK, case_id)
    return case


def meeting_to_write(act: Act, meeting_id: UUID, version: int | None = None) -> PspMeeting:
    """Answer a meeting of an open group to be changed, with a look on record."""
    meeting = _to_write(act, act.session.get(PspMeeting, meeting_id), version)
    look(act, meeting.group_id, Looked.WORK)
    return meeting


def need_version(row: Record | None, version: int) -> None:
    """Go on only with the version that a form was opened with."""
    if row is None:
        raise Refused(Problem(IS_GONE))
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))


def _my_group(act: Act, group_id: UUID) -> PspGroup:
    group = act.session.scalar(
        select(PspGroup).where(PspGroup.id == group_id, is_in_my_group(PspGroup.id))
    )
    if group is None:
        raise Refused(Problem(NOT_A_MEMBER))
    return group


def _to_write(act: Act, row: R | None, version: int | None) -> R:
    need_role(act)
    # Whoever is not a member is not even told whether there is such a thing.
    if row is None or not _holds(act, row.group_id, is_in_my_group):
        raise Refused(Problem(IS_GONE))
    need_open(act, row.group_id)
    if version is not None:
        need_version(row, version)
    return row


def _holds(act: Act, group_id: UUID, clause: Callable[[Any], ColumnElement[bool]]) -> bool:
    asked = select(exists().where(PspGroup.id == group_id, clause(PspGroup.id)))
    return bool(act.session.connection().execute(asked).scalar_one())
