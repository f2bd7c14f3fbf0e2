"""Enquiries in lists: windows of what is open, overdue, mine or closed, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Date, bindparam, func, select

from app.clients.rules import fold
from app.clients.rules.names import WORD_LENGTH
from app.referrals.enquiries.queries.rows import COLUMNS, EnquiryRow, as_rows, with_names
from app.referrals.enquiries.rules import EnquiryState
from db.access import ME, cards_of
from db.base import Key
from db.enquiry_access import is_visible
from db.institutions import Institution
from db.referrals import Enquiry, EnquiryCategory

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection

    from app.referrals.enquiries.queries.rows import AnySelect

MOST_WORDS = 6
"""Typed words that are looked at."""
MOST_EXPORTED = 100_000
"""Rows of a file; an office has some thousand enquiries a year."""


MOST_OF_HOME = 20
"""Earlier enquiries about one home that are shown."""


class EnquiryList(StrEnum):
    """Which enquiries a list shows."""

    OPEN = "open"
    OVERDUE = "overdue"
    MINE = "mine"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class EnquiryWish:
    """What a list is narrowed down to; the empty one shows what is open."""

    which: EnquiryList = EnquiryList.OPEN
    urgency: str = ""
    concern: str = ""
    institution_id: UUID | None = None
    typed: str = ""


class EnquiryCounts(NamedTuple):
    """How many enquiries wait."""

    open: int
    overdue: int
    mine: int


class DepartmentRow(NamedTuple):
    """A department that enquired at least once."""

    id: UUID
    name: str


def enquiry_window(
    connection: Connection, wish: EnquiryWish, today: date, offset: int = 0, limit: int = 200
) -> tuple[EnquiryRow, ...]:
    """Answer `limit` enquiries from the `offset`-th on: open ones by what is due next.

    Closed ones, and all, stand with the latest first.
    """
    values = _values(wish, today) | {"offset": offset, "rows": limit}
    return as_rows(connection.execute(_window(*_shape(wish)), values))


def count_enquiries(connection: Connection, wish: EnquiryWish, today: date) -> int:
    """Answer how many enquiries a list has."""
    return int(connection.execute(_count(*_shape(wish)), _values(wish, today)).scalar_one())


def enquiry_counts(connection: Connection, today: date) -> EnquiryCounts:
    """Answer how many enquiries are open, overdue and one's own."""
    return EnquiryCounts(*connection.execute(_COUNTS, {"today": today}).one())


def enquiries_of_person(connection: Connection, person_id: UUID) -> tuple[EnquiryRow, ...]:
    """Answer all enquiries about a person, on whichever card, the latest first."""
    return as_rows(connection.execute(_OF_PERSON, {"person_id": person_id}))


def about_home(connection: Connection, key: str, but: UUID) -> tuple[EnquiryRow, ...]:
    """Answer what was said of a home before, apart from one enquiry; the latest first."""
    if not key:
        return ()
    return as_rows(connection.execute(_OF_HOME, {"key": key, "but": but}))


def asking_departments(connection: Connection) -> tuple[DepartmentRow, ...]:
    """Answer the departments that enquired, by name."""
    return tuple(map(DepartmentRow._make, connection.execute(_DEPARTMENTS)))


# Named one by one they are looked up; "not closed" would read the whole index.
_IS_OPEN = Enquiry.state.in_([one.value for one in EnquiryState if one is not EnquiryState.CLOSED])
_TODAY = bindparam("today", type_=Date())
_SEEN = is_visible(Enquiry.person_id)
_KINDS: dict[EnquiryList, tuple[ColumnElement[bool], ...]] = {
    EnquiryList.OPEN: (_IS_OPEN,),
    EnquiryList.OVERDUE: (Enquiry.next_due < _TODAY,),
    EnquiryList.MINE: (_IS_OPEN, Enquiry.responsible == ME),
    EnquiryList.CLOSED: (Enquiry.state == EnquiryState.CLOSED.value,),
    EnquiryList.ALL: (),
}
_BY_DUE = frozenset({EnquiryList.OPEN, EnquiryList.OVERDUE, EnquiryList.MINE})


def _number_of(*clauses: ColumnElement[bool]) -> Any:  # noqa: ANN401 - a scalar select
    return select(func.count()).select_from(Enquiry).where(*clauses, _SEEN).scalar_subquery()


_COUNTS = select(
    _number_of(*_KINDS[EnquiryList.OPEN]),
    _number_of(*_KINDS[EnquiryList.OVERDUE]),
    _number_of(*_KINDS[EnquiryList.MINE]),
)
_OF_PERSON = with_names(
    select(*COLUMNS)
    .select_from(Enquiry)
    .where(Enquiry.person_id.in_(cards_of(bindparam("person_id", type_=Key()))), _SEEN)
    .order_by(Enquiry.received_at.desc(), Enquiry.id)
)
_OF_HOME = with_names(
    select(*COLUMNS)
    .select_from(Enquiry)
    .where(
        Enquiry.dwelling_key == bindparam("key"),
        Enquiry.id != bindparam("but", type_=Key()),
        _SEEN,
    )
    .order_by(Enquiry.received_at.desc(), Enquiry.id)
    .limit(MOST_OF_HOME)
)
_DEPARTMENTS = (
    select(Institution.id, Institution.name)
    .where(Institution.id.in_(select(Enquiry.institution_id).where(_SEEN)))
    .order_by(Institution.sort_key_de, Institution.id)
)


def _shape(wish: EnquiryWish) -> tuple[EnquiryList, bool, bool, bool, int]:
    words = len(_words(wish.typed))
    return (
        wish.which,
        bool(wish.urgency),
        bool(wish.concern),
        wish.institution_id is not None,
        words,
    )


def _words(typed: str) -> list[str]:
    return [word[:WORD_LENGTH] for word in fold(typed).split()][:MOST_WORDS]


def _values(wish: EnquiryWish, today: date) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if wish.which is EnquiryList.OVERDUE:
        values["today"] = today
    if wish.urgency:
        values["urgency"] = wish.urgency
    if wish.concern:
        values["concern"] = wish.concern
    if wish.institution_id is not None:
        values["institution_id"] = wish.institution_id
    words = {f"word_{at}": f"% {word}%" for at, word in enumerate(_words(wish.typed))}
    return values | words


def _clauses(
    which: EnquiryList,
    urgency: bool,  # noqa: FBT001 - the shape of a wish
    concern: bool,  # noqa: FBT001 - as above
    institution: bool,  # noqa: FBT001 - as above
    words: int,
) -> list[ColumnElement[bool]]:
    found = [*_KINDS[which], _SEEN]
    if urgency:
        found.append(Enquiry.urgency == bindparam("urgency"))
    if concern:
        having = select(EnquiryCategory.enquiry_id).where(
            EnquiryCategory.code == bindparam("concern")
        )
        found.append(Enquiry.id.in_(having))
    if institution:
        found.append(Enquiry.institution_id == bindparam("institution_id", type_=Key()))
    found += [Enquiry.words.like(bindparam(f"word_{at}")) for at in range(words)]
    return found


@lru_cache
def _window(which: EnquiryList, *shape: Any) -> AnySelect:  # noqa: ANN401 - the shape of a wish
    """Answer the statement of a window: ids first, then only their rows."""
    order = (
        (Enquiry.next_due.is_(None), Enquiry.next_due, Enquiry.received_at, Enquiry.id)
        if which in _BY_DUE
        # Both backwards, as the index can be read: it ends at the last row that is shown.
        else (Enquiry.received_at.desc(), Enquiry.id.desc())
    )
    ids = (
        select(Enquiry.id.label("id"))
        .where(*_clauses(which, *shape))
        .order_by(*order)
        .offset(bindparam("offset"))
        .limit(bindparam("rows"))
        .subquery()
    )
    shown = select(*COLUMNS).select_from(ids).join(Enquiry, Enquiry.id == ids.c.id)
    return with_names(shown).order_by(*order)


@lru_cache
def _count(which: EnquiryList, *shape: Any) -> AnySelect:  # noqa: ANN401 - as above
    return select(func.count()).select_from(Enquiry).where(*_clauses(which, *shape))
