"""Institutions in lists: all of a kind, or those whose name has the typed words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import aliased

from app.clients.rules import fold
from app.clients.rules.names import WORD_LENGTH
from db.institutions import Institution

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import BindParameter, Connection, Select

MOST_WORDS = 8
"""Typed words that are looked at."""
MOST_LISTED = 1_000
"""Institutions of one list; a city knows some hundreds."""


class InstitutionRow(NamedTuple):
    """One institution as a list shows it."""

    id: UUID
    kind: str
    """See `app.institutions.rules.InstitutionKind`."""
    name: str
    parent_name: str
    """The association of a department, or ""."""
    street: str
    house_number: str
    postal_code: str
    city: str
    country: str
    phone: str
    is_active: bool
    email: str
    website: str
    opening_hours: str


_Parent = aliased(Institution)
_COLUMNS = (
    Institution.id,
    Institution.kind,
    Institution.name,
    func.coalesce(_Parent.name, ""),
    Institution.street,
    Institution.house_number,
    Institution.postal_code,
    Institution.city,
    Institution.country,
    Institution.phone,
    Institution.is_active,
    Institution.email,
    Institution.website,
    Institution.opening_hours,
)
_COUNT = select(func.count()).select_from(Institution)
_NAME = select(Institution.name).where(Institution.id == bindparam("id"))


def list_institutions(
    connection: Connection,
    typed: str = "",
    *,
    kind: str = "",
    is_active: bool = True,
    language: str = "de",
    most: int = MOST_LISTED,
) -> tuple[InstitutionRow, ...]:
    """Answer the institutions of a kind ("" for all) whose name has each typed beginning.

    Ordered by name as `language` sorts; the first `most` of them.
    """
    values = _values(typed) | {"kind": kind, "is_active": is_active, "rows": most}
    statement = _listing(len(values) - 3, language, whole=False)
    return tuple(map(InstitutionRow._make, connection.execute(statement, values)))


def find_institutions(
    connection: Connection, typed: str, limit: int = 12, *, language: str = "de"
) -> tuple[InstitutionRow, ...]:
    """Answer the institutions in use whose name, or whose association's name, fits; "" none."""
    patterns = _values(typed)
    if not patterns:
        return ()
    values = patterns | {"kind": "", "is_active": True, "rows": limit}
    statement = _listing(len(patterns), language, whole=True)
    return tuple(map(InstitutionRow._make, connection.execute(statement, values)))


def count_institutions(connection: Connection) -> int:
    """Answer how many institutions are known, in use or not."""
    return int(connection.execute(_COUNT).scalar_one())


def institution_name(connection: Connection, institution_id: UUID) -> str:
    """Answer the name of an institution; "" when it is no longer there."""
    return connection.execute(_NAME, {"id": institution_id}).scalar_one_or_none() or ""


def _values(typed: str) -> dict[str, Any]:
    words = [word[:WORD_LENGTH] for word in fold(typed).split()][:MOST_WORDS]
    return {f"pattern_{number}": f"% {word}%" for number, word in enumerate(words)}


@lru_cache
def _listing(patterns: int, language: str, *, whole: bool) -> Select[*tuple[Any, ...]]:
    """Answer the statement for a number of typed words, built once.

    `whole` also looks into the name of a department's association.
    """
    sort_key = Institution.sort_key_da if language == "da" else Institution.sort_key_de
    found = (
        select(*_COLUMNS)
        .outerjoin(_Parent, _Parent.id == Institution.parent_id)
        .where(
            Institution.is_active == bindparam("is_active"),
            or_(bindparam("kind") == "", Institution.kind == bindparam("kind")),
        )
    )
    for number in range(patterns):
        pattern: BindParameter[str] = bindparam(f"pattern_{number}")
        fits = Institution.words.like(pattern)
        found = found.where(or_(fits, _Parent.words.like(pattern)) if whole else fits)
    return found.order_by(sort_key, Institution.id).limit(bindparam("rows"))
