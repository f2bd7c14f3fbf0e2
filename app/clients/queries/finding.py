"""The type-ahead: people by the beginnings of the words of their names.

Who may not be known is not found; a name on a card that another card speaks for finds that one.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, select
from sqlalchemy.orm import aliased

from app.clients.queries.found_kinds import of_kind
from app.clients.queries.hits import HIT_COLUMNS, ClientHit, as_hits
from app.clients.queries.narrowing import belongs, narrowing_values
from app.clients.queries.standing import has_status
from app.clients.rules import NO_NARROWING, ClientFilter, Narrowing, PersonStatus, fold
from app.clients.rules.names import WORD_LENGTH
from db.access import speaks_to_me
from db.people import Person, PersonNameKey

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.clients.queries.hits import AnySelect

LAST = "\U0010ffff"
"""Sorts behind every continuation of a beginning."""
SPARE = 10
"""Entries read beyond a page, because some people are found by two words at once."""
MOST_WORDS = 8
"""Typed words that are looked at; nobody types more of a name."""


def find_clients(
    connection: Connection,
    typed: str,
    limit: int = 50,
    *,
    kind: ClientFilter = ClientFilter.ALL,
    language: str = "de",
    today: date = date.min,
    status: PersonStatus | None = None,
    more: Narrowing = NO_NARROWING,
) -> tuple[ClientHit, ...]:
    """Answer the people whose name has a word for each typed beginning of a word.

    Ordered by the word found, then by name in the order of `language`. Nothing typed, or
    nothing but punctuation, finds nobody.
    """
    words = sorted((word[:WORD_LENGTH] for word in fold(typed).split()), key=len)[-MOST_WORDS:]
    if not words:
        return ()
    beginning = words.pop()
    values: dict[str, Any] = {f"pattern_{n}": f"% {word}%" for n, word in enumerate(words)}
    values |= {"beginning": beginning, "end": beginning + LAST}
    if kind.role is not None or status is not None:
        values["today"] = today
    if more.asked:
        values |= narrowing_values(more, today)
    statement = _finding(len(words), language, kind, status, more.asked)
    return _distinct(connection, statement, values, limit)


@lru_cache
def _finding(
    patterns: int,
    language: str,
    kind: ClientFilter = ClientFilter.ALL,
    status: PersonStatus | None = None,
    asked: frozenset[str] = frozenset(),
) -> AnySelect:
    """Answer the statement for a number of further words, built once.

    One index gives the ids of a page in order; only their rows are read. A name of several
    words stands in that index several times, so a page may hold a person twice.
    """
    key = PersonNameKey
    sort_key = key.sort_key_da if language == "da" else key.sort_key_de
    found = select(key.person_id, key.word, sort_key.label("sort_key")).where(
        key.word >= bindparam("beginning"),
        key.word < bindparam("end"),
        speaks_to_me(key.person_id),
        *of_kind(kind),
    )
    if status is not None:
        found = found.where(has_status(key.person_id.expression, status))
    found = found.where(*belongs(key.person_id.expression, asked))
    for number in range(patterns):
        found = found.where(key.words.like(bindparam(f"pattern_{number}")))
    page = found.order_by(key.word, sort_key, key.person_id).limit(bindparam("rows")).subquery()
    found_card = aliased(Person)
    return (
        select(*HIT_COLUMNS)
        .join_from(page, found_card, found_card.id == page.c.person_id)
        # Not coalesce: PostgreSQL looks no key up by it below row policies.
        .join(
            Person,
            Person.id
            == case((found_card.linked_to.is_(None), found_card.id), else_=found_card.linked_to),
        )
        .order_by(page.c.word, page.c.sort_key, page.c.person_id)
    )


def _distinct(
    connection: Connection, statement: AnySelect, values: dict[str, Any], limit: int
) -> tuple[ClientHit, ...]:
    """Answer each client once, reading on while a page held too many of them twice."""
    wanted = limit + SPARE
    while True:
        rows = connection.execute(statement, {**values, "rows": wanted}).all()
        distinct = {row[0]: row for row in rows}
        if len(distinct) >= limit or len(rows) < wanted:
            return as_hits(islice(distinct.values(), limit))
        wanted *= 2
