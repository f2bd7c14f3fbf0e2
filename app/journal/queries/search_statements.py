"""The statements of the full-text search, on each kind of database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import BigInteger, Text, bindparam, cast, column, literal, or_, select, table
from sqlalchemy.types import UserDefinedType

from app.journal.queries.notes import IS_ABOUT
from db.access import is_readable_note
from db.journal import WORD_INDEX, Note
from db.people import Person

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import InstrumentedAttribute

AnySelect: TypeAlias = "Select[*tuple[Any, ...]]"


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
_FILTERED: AnySelect = (
    select(
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
    .join(Person, Person.id == Note.person_id)
    .where(
        is_readable_note(),
        Note.happened_at >= bindparam("since"),
        Note.happened_at < bindparam("until"),
        _is_or_open(Note.author, "author"),
        _is_or_open(Note.medium, "medium"),
        _TOPICS.like(bindparam("topic")),
    )
    .limit(bindparam("rows"))
)


def _by_words(serial: ColumnElement[int], matches: ColumnElement[bool]) -> AnySelect:
    """Answer the statement that walks the index from the newest note on.

    It stops when a page is full, so that a word that half of all notes have costs no more
    than a rare one.
    """
    return _FILTERED.where(
        matches,
        serial == Note.serial,
        serial >= bindparam("first"),
        serial < bindparam("before"),
    ).order_by(serial.desc())


BY_TIME = _FILTERED.where(
    Note.serial >= bindparam("first"), Note.serial < bindparam("before")
).order_by(Note.serial.desc())
"""The newest notes, whatever their words."""
OF_ONE = BY_TIME.where(IS_ABOUT)
"""The newest notes about one human being."""
BY_WORDS = {
    "sqlite": _by_words(
        _ON_SQLITE.c.rowid, _ON_SQLITE.c[WORD_INDEX].op("MATCH")(bindparam("match"))
    ),
    "postgresql": _by_words(
        _ON_POSTGRES.c.serial, _ON_POSTGRES.c.words.op("@@")(cast(bindparam("match"), _Query()))
    ),
}
"""The newest notes with what `match` asks the index of words for."""
