"""The statements of the full-text search, on each kind of database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import BigInteger, Text, and_, bindparam, cast, column, literal, or_, select, table
from sqlalchemy.types import UserDefinedType

from app.journal.queries.notes import IS_ABOUT
from db.access import is_readable_note
from db.journal import WORD_INDEX, Note
from db.people import Person

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import InstrumentedAttribute

AnySelect: TypeAlias = "Select[*tuple[Any, ...]]"
_Clauses: TypeAlias = "tuple[ColumnElement[bool], ...]"


class _Query(UserDefinedType[str]):
    """A search of PostgreSQL; its dialect alone would cost 30 ms of every start."""

    cache_ok = True

    def get_col_spec(self, **_words: object) -> str:
        """Answer its name in SQL."""
        return "TSQUERY"


_ON_SQLITE = table(WORD_INDEX, column("rowid", BigInteger), column(WORD_INDEX, Text))
_ON_POSTGRES = table(WORD_INDEX, column("serial", BigInteger), column("words", Text))


def _is_or_open(here: InstrumentedAttribute[str], wanted: str) -> ColumnElement[bool]:
    value: ColumnElement[str] = bindparam(wanted, type_=Text)
    return or_(value == "", here == value)


_TOPICS = literal(" ") + Note.topics + literal(" ")
_COLUMNS = (
    Note.id,
    Note.person_id,
    Person.given_name,
    Person.family_name,
    Note.serial,
    Note.happened_at,
    Note.author,
    Note.medium,
    Note.access,
    Note.text,
)
_FILTERS = (
    is_readable_note(),
    Note.happened_at >= bindparam("since"),
    Note.happened_at < bindparam("until"),
    _is_or_open(Note.author, "author"),
    _is_or_open(Note.medium, "medium"),
    _TOPICS.like(bindparam("topic")),
)
_FILTERED: AnySelect = (
    select(*_COLUMNS)
    .join(Person, Person.id == Note.person_id)
    .where(*_FILTERS)
    .limit(bindparam("rows"))
)


def _found(serial: ColumnElement[int], matches: ColumnElement[bool]) -> _Clauses:
    return matches, serial >= bindparam("first"), serial < bindparam("before")


def _on_sqlite() -> AnySelect:
    """Answer the statement that walks the index from the newest note on.

    It stops when a page is full, so that a word that half of all notes have costs no more
    than a rare one.
    """
    serial = _ON_SQLITE.c.rowid
    matches = _ON_SQLITE.c[WORD_INDEX].op("MATCH")(bindparam("match"))
    found = _FILTERED.where(serial == Note.serial, *_found(serial, matches))
    return found.order_by(serial.desc())


def _on_postgres() -> AnySelect:
    """Answer the same for a server, which first looks for a page in the index alone.

    Notes and people are looked up for that page only, under their policies. Where a filter
    leaves one out, its row has a serial and no note.
    """
    serial = _ON_POSTGRES.c.serial
    matches = _ON_POSTGRES.c.words.op("@@")(cast(bindparam("match"), _Query()))
    few = select(serial).where(*_found(serial, matches)).order_by(serial.desc())
    page = few.limit(bindparam("rows")).subquery("page")
    here = Note.__table__.join(Person.__table__, Person.id == Note.person_id)
    columns = (page.c.serial if column is Note.serial else column for column in _COLUMNS)
    return (
        select(*columns)
        .select_from(page.outerjoin(here, and_(Note.serial == page.c.serial, *_FILTERS)))
        .order_by(page.c.serial.desc())
    )


BY_TIME = _FILTERED.where(
    Note.serial >= bindparam("first"), Note.serial < bindparam("before")
).order_by(Note.serial.desc())
"""The newest notes, whatever their words."""
OF_ONE = BY_TIME.where(IS_ABOUT)
"""The newest notes about one human being."""
BY_WORDS = {"sqlite": _on_sqlite(), "postgresql": _on_postgres()}
"""The newest notes with what `match` asks the index of words for."""
