"""What left a PSP group about people, for the register: told to its members alone, with a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, exists, select

from app.clients.rules import full_name
from app.referrals.disclosures.rules import LeftBy, RegisterRow
from app.referrals.psp.entering import look
from app.referrals.psp.law import law_of
from app.referrals.psp.rules import AGENCY_LABELS, Agency, Looked, Paper
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.people import Person
from db.psp import PspCase, PspExtract, PspGroup
from db.psp_access import is_open_to_me

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act

MOST = 5_000
"""Lines that are shown."""
_PAPER, _CASE, _GROUP = PspExtract.__table__.c, PspCase.__table__.c, PspGroup.__table__.c
_PERSON = Person.__table__.c
_NAMED = and_(_PERSON.id == _CASE.person_id, is_known_to_me(_PERSON.id))
_LEFT = (
    select(
        _PAPER.id,
        _PAPER.at,
        _PAPER.who,
        _PAPER.agency,
        _GROUP.name,
        _GROUP.kind,
        _PAPER.group_id,
        _PAPER.case_id,
        _PERSON.id.label("person_id"),
        _PERSON.given_name,
        _PERSON.family_name,
    )
    .select_from(
        PspExtract.__table__.join(PspCase.__table__, _CASE.id == _PAPER.case_id)
        .join(PspGroup.__table__, _GROUP.id == _CASE.group_id)
        .outerjoin(Person.__table__, _NAMED)
    )
    .where(_PAPER.kind == Paper.EXTRACT.value, is_open_to_me(_PAPER.group_id))
    .order_by(_PAPER.at.desc())
    .limit(bindparam("rows"))
)
_LEFT_OF = _LEFT.where(_CASE.person_id.in_(cards_of(bindparam("person_id", type_=Key()))))

_IS_OPEN = select(exists().where(is_open_to_me(PspGroup.id)))


def has_open_group(connection: Connection) -> bool:
    """Answer whether the person at work has a group open, and may be told what left it."""
    return bool(connection.execute(_IS_OPEN).scalar_one())


def read_left(act: Act, person_id: UUID | None = None) -> tuple[RegisterRow, ...]:
    """Answer each case of which an agency took an extract along; nothing to who is no member.

    Like everything of a group, also a member is told only while the group is open, and a look at
    each case that is told of is put on record.
    """
    connection = act.session.connection()
    asked = _LEFT if person_id is None else _LEFT_OF
    values = {"rows": MOST} | ({"person_id": person_id} if person_id else {})
    rows = connection.execute(asked, values).all()
    for group_id, case_id in dict.fromkeys((row.group_id, row.case_id) for row in rows):
        look(act, group_id, Looked.REGISTER, case_id)
    return tuple(_line(connection, row) for row in rows)


def _line(connection: Connection, row: Any) -> RegisterRow:  # noqa: ANN401 - a row
    law = law_of(connection, row.at.astimezone().date())
    return RegisterRow(
        id=row.id,
        at=row.at,
        by=LeftBy.PSP,
        person_id=row.person_id,
        name=full_name(row.given_name or "", row.family_name or ""),
        who=row.who,
        recipient=AGENCY_LABELS[Agency(row.agency)],
        purpose=row.name,
        what="extract",
        basis="",
        law="; ".join(dict.fromkeys(one.law for one in law.of(row.kind))),
    )
