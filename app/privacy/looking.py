"""Who looked at whom: looks are written beside the work, and read with their own right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from db.access import cards_of, is_known_to_me
from db.consent import Disclosure
from db.enquiry_access import is_visible
from db.exchange import ExportedPerson, ExportLog
from db.institutions import Institution
from db.people import Person
from db.privacy import Look

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act

CARD = "card"
"""Somebody opened the card."""
ANSWER = "answer"
"""Somebody made the answer to a request about personal data."""

ONE_LOOK = timedelta(hours=1)
MOST_SHOWN = 1_000

_LATEST = (
    select(Look)
    .where(
        Look.who == bindparam("who"),
        Look.person_id == bindparam("person_id"),
        Look.what == bindparam("what"),
        Look.at > bindparam("since"),
    )
    .order_by(Look.at.desc())
    .limit(1)
)
_KNOWN = select(Person.id).where(
    Person.id.in_(bindparam("ids", expanding=True)), is_known_to_me(Person.id)
)
_OF_PERSON = cards_of(bindparam("person_id"))
_LOOKS = (
    select(Look.who, Look.what, Look.at, Look.last_at, Look.times)
    .where(Look.person_id.in_(_OF_PERSON), is_known_to_me(Look.person_id))
    .order_by(Look.last_at.desc(), Look.id)
    .limit(bindparam("rows"))
)
_EXPORTS = (
    select(ExportLog.at, ExportLog.who, ExportLog.list_name, ExportLog.form, ExportLog.reason)
    .join(ExportedPerson, ExportedPerson.export_log_id == ExportLog.id)
    .where(ExportedPerson.person_id.in_(_OF_PERSON), is_known_to_me(ExportedPerson.person_id))
    .order_by(ExportLog.at.desc())
    .limit(bindparam("rows"))
)
_DISCLOSURES = (
    select(
        Disclosure.at,
        Disclosure.who,
        Disclosure.recipient,
        Institution.name,
        Disclosure.purpose,
        Disclosure.what,
        Disclosure.basis,
    )
    .outerjoin(Institution, Institution.id == Disclosure.institution_id)
    .where(Disclosure.person_id.in_(_OF_PERSON), is_visible(Disclosure.person_id))
    .order_by(Disclosure.at.desc())
    .limit(bindparam("rows"))
)


@dataclass(frozen=True, slots=True)
class LookRow:
    """One colleague's looks within an hour; times are aware, UTC."""

    who: str
    what: str
    at: datetime
    last_at: datetime
    times: int


@dataclass(frozen=True, slots=True)
class LeftRow:
    """Something about the person that left the office."""

    at: datetime
    who: str
    to: str
    """The recipient; "" for a list that was exported."""
    what: str
    """Which list, or which kinds of data, as they are stored."""
    why: str
    form: str = ""
    """The form of a list, such as "xlsx"."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Who looked at a person, and what about the person left the office."""

    looks: tuple[LookRow, ...]
    left: tuple[LeftRow, ...]


def note_looks(act: Act, person_ids: Iterable[UUID], what: str = CARD) -> int:
    """Write that the person at work looked at these people; answer how many looks are new.

    Nothing is touched: no page asks again, no audit line is written. Looks within an hour of
    the first one are counted in its row.
    """
    ids = list(dict.fromkeys(person_ids))
    known = act.session.scalars(_KNOWN, {"ids": ids}).all() if ids else ()
    return sum(_note(act, person_id, what) for person_id in known)


def _note(act: Act, person_id: UUID, what: str) -> bool:
    values = {"who": act.who, "person_id": person_id, "what": what, "since": act.now - ONE_LOOK}
    look = act.session.scalar(_LATEST, values)
    if look is not None:
        look.last_at, look.times = act.now, look.times + 1
        return False
    act.session.add(
        Look(person_id=person_id, at=act.now, last_at=act.now, who=act.who, what=what, times=1)
    )
    return True


def seen(connection: Connection, person_id: UUID, limit: int = MOST_SHOWN) -> Seen:
    """Answer who looked at a person, and where data of the person went, the latest first."""
    values = {"person_id": person_id, "rows": limit}
    looks = tuple(LookRow(*row) for row in connection.execute(_LOOKS, values))
    lists = [
        LeftRow(row.at, row.who, "", row.list_name, row.reason, row.form)
        for row in connection.execute(_EXPORTS, values)
    ]
    passed = [
        LeftRow(row.at, row.who, row.recipient or row.name or "", row.what, row.purpose)
        for row in connection.execute(_DISCLOSURES, values)
    ]
    return Seen(looks, tuple(sorted((*lists, *passed), key=_when, reverse=True)))


def _when(row: LeftRow) -> datetime:
    return row.at
